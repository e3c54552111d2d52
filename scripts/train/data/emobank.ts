import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseCsv } from './csv';
import type { Split } from './go-emotions';

/** A sentence with valence and arousal in [-1, 1] (1 to 5 in the file). */
export interface AffectSentence {
  text: string;
  valence: number;
  arousal: number;
}

const signed = (onFive: string | undefined): number => (Number(onFive) - 3) / 2;

/** EmoBank, official split (Buechel and Hahn, EACL 2017; CC BY-SA 4.0). */
export function readEmoBank(dataFolder: string, split: Split): AffectSentence[] {
  return parseCsv(readFileSync(path.join(dataFolder, 'emobank', 'emobank.csv'), 'utf8'))
    .filter((row) => row['split'] === split)
    .map((row) => ({ text: row['text'] ?? '', valence: signed(row['V']), arousal: signed(row['A']) }));
}
