import { readFileSync } from 'node:fs';
import path from 'node:path';
import { lexiconKey, type Lexicon } from '@/utils/analysis/emotion/signals';
import { tokenise } from '@/utils/analysis/text/tokenise';

/** Valence of each word of the VADER lexicon (C.J. Hutto, MIT), by key; emoticons are known elsewhere. */
export function readVader(dataFolder: string): Lexicon {
  const lexicon = new Map<number, number>();
  const text = readFileSync(path.join(dataFolder, 'vader', 'vader_lexicon.txt'), 'utf8');
  for (const line of text.split('\n')) {
    const [word = '', valence = ''] = line.split('\t');
    const [token, more] = tokenise(word);
    if (token?.kind !== 'word' || more) continue;
    const key = lexiconKey(token.form);
    // Stored in steps of 1/25; trained on what will be read.
    if (!lexicon.has(key)) lexicon.set(key, Math.round(Number(valence) * 25) / 25);
  }
  return lexicon;
}
