import { tokenise } from '../text/tokenise';
import type { Token } from '../text/token';

/** One word of a text as phrases see it. */
export interface Word {
  form: string;
  token: Token;
  /** Punctuation stands before it: no phrase reaches across. */
  breaks: boolean;
}

/** A phrase found: words `from` to `to` (exclusive), what it was listed for, and the slot word it met. */
export interface PhraseHit<T> {
  from: number;
  to: number;
  entry: T;
  /** Value of the `{kin}` slot. */
  slot?: string;
}

type Part =
  | { is: 'word'; form: string }
  | { is: 'prefix'; form: string }
  | { is: 'gap' }
  | { is: 'slot'; ending: string };

interface Phrase<T> {
  parts: Part[];
  entry: T;
}

/** Words that a `~` may stand for: none to three. */
const LONGEST_GAP = 3;
const PREFIX_KEY = 2;

/** Words that a phrase can meet: punctuation only separates, emoji that stand for a word count as it. */
export function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  let breaks = true;
  for (const token of tokenise(text)) {
    if (token.kind === 'punctuation') {
      if (!/^['"*~_-]/.test(token.form)) breaks = true;
      continue;
    }
    if (token.kind === 'mask') {
      breaks = true;
      continue;
    }
    words.push({
      form: token.form,
      token,
      breaks: breaks || token.kind === 'emoji' || token.kind === 'emoticon',
    });
    breaks = token.kind === 'emoji' || token.kind === 'emoticon';
  }
  return words;
}

function formOf(word: string): string {
  return tokenise(word)[0]?.form ?? word;
}

function parsePart(part: string): Part {
  if (part === '~') return { is: 'gap' };
  const slot = /^\{kin\}(\w*)$/.exec(part);
  if (slot) return { is: 'slot', ending: slot[1] ?? '' };
  if (part.endsWith('*')) return { is: 'prefix', form: part.slice(0, -1) };
  return { is: 'word', form: formOf(part) };
}

/**
 * Makes a finder of listed phrases. A phrase is words in any chat spelling; `word*` stands for every word that
 * starts so, `~` for none to three words, `{kin}` for a person of the relations list (`{kin}s`: theirs).
 * At each word the longest phrase of each entry wins. Takes time in proportion to the text.
 */
export function createPhraseFinder<T>(
  listed: Iterable<readonly [phrase: string, entry: T]>,
  kin: ReadonlyMap<string, string>,
): (words: readonly Word[]) => PhraseHit<T>[] {
  const byWord = new Map<string, Phrase<T>[]>();
  const byPrefix = new Map<string, Phrase<T>[]>();
  const bySlot: Phrase<T>[] = [];
  const put = (map: Map<string, Phrase<T>[]>, key: string, phrase: Phrase<T>) => {
    const list = map.get(key);
    if (list) list.push(phrase);
    else map.set(key, [phrase]);
  };
  for (const [text, entry] of listed) {
    const phrase = { parts: text.split(' ').map(parsePart), entry };
    const first = phrase.parts[0];
    if (first?.is === 'word') put(byWord, first.form, phrase);
    else if (first?.is === 'prefix') put(byPrefix, first.form.slice(0, PREFIX_KEY), phrase);
    else if (first?.is === 'slot') bySlot.push(phrase);
    else throw new Error(`A phrase cannot start with a gap: "${text}"`);
  }

  const slotOf = (form: string, ending: string): string | undefined =>
    ending === ''
      ? kin.get(form)
      : form.endsWith(ending)
        ? kin.get(form.slice(0, -ending.length))
        : undefined;

  /** End of the phrase from part `p` at word `i`, or -1. */
  function matchFrom(
    words: readonly Word[],
    parts: readonly Part[],
    p: number,
    i: number,
    met: string[],
  ): number {
    const part = parts[p];
    if (!part) return i;
    if (part.is === 'gap') {
      for (let skip = 0; skip <= LONGEST_GAP; skip += 1) {
        if (skip > 0 && words[i + skip - 1]?.breaks !== false) return -1;
        const end = matchFrom(words, parts, p + 1, i + skip, met);
        if (end >= 0) return end;
      }
      return -1;
    }
    const word = words[i];
    if (!word || (p > 0 && word.breaks)) return -1;
    if (part.is === 'word' && word.form !== part.form) return -1;
    if (part.is === 'prefix' && !word.form.startsWith(part.form)) return -1;
    if (part.is === 'slot') {
      const value = slotOf(word.form, part.ending);
      if (value === undefined) return -1;
      met[0] = value;
    }
    return matchFrom(words, parts, p + 1, i + 1, met);
  }

  return (words) => {
    const hits: PhraseHit<T>[] = [];
    words.forEach((word, i) => {
      const longest = new Map<T, PhraseHit<T>>();
      const tryAll = (phrases: readonly Phrase<T>[] | undefined) => {
        for (const { parts, entry } of phrases ?? []) {
          const met: string[] = [];
          const to = matchFrom(words, parts, 0, i, met);
          if (to <= (longest.get(entry)?.to ?? i)) continue;
          longest.set(entry, { from: i, to, entry, ...(met[0] === undefined ? {} : { slot: met[0] }) });
        }
      };
      tryAll(byWord.get(word.form));
      tryAll(byPrefix.get(word.form.slice(0, PREFIX_KEY)));
      if (kin.has(word.form) || (word.form.endsWith('s') && kin.has(word.form.slice(0, -1)))) tryAll(bySlot);
      hits.push(...longest.values());
    });
    return hits;
  };
}
