/**
 * The words that the rules know, with indexes that find them again behind common disguises: digits for
 * letters, repeated letters, stars, one slipped key. Each lookup is bounded by the length of the word.
 */
export interface Lexicon {
  has: (word: string) => boolean;
  /** Undoes digits and signs that stand in for letters: `k1ll`, `$uicide`. */
  unleet: (text: string) => string | undefined;
  /** Undoes stars that hide letters, for words that people hide: `s*icide`. */
  uncensor: (text: string) => string | undefined;
  /** Undoes repeated letters: `suiiicide`, `diee`. */
  unstretch: (text: string) => string | undefined;
  /** Undoes a capital I written for a small l and the other way round (`kiII`), in words that people hide. */
  unswap: (text: string) => string | undefined;
  /** Undoes one slipped key in the words listed for it. */
  untypo: (text: string) => string | undefined;
  /**
   * Cuts a text without spaces into known words. Gives nothing when letters are left over, unless `lenient`,
   * which leaves those as words of one letter.
   */
  cut: (text: string, lenient?: boolean) => string[] | undefined;
}

const MAX_WORD = 24;
/** Longest text that is cut into words, in UTF-16 units. */
export const MAX_RUN = 400;
/** What a left-over letter costs against a word, so that words win wherever they fit. */
const LEFT_OVER = 3;

const STANDS_FOR: Record<string, string> = {
  '0': 'o',
  '1': 'i',
  l: 'i',
  '|': 'i',
  '!': 'i',
  '3': 'e',
  '4': 'a',
  '@': 'a',
  '5': 's',
  $: 's',
  '7': 't',
  '+': 't',
  '8': 'b',
  '9': 'g',
  '6': 'g',
};
const HIDES = /[*#+@$!|]/;

const skeleton = (text: string) => [...text].map((char) => STANDS_FOR[char] ?? char).join('');
const squeeze = (text: string) => text.replace(/(.)\1+/gu, '$1');
const squeezeLong = (text: string) => text.replace(/(.)\1{2,}/gu, '$1');

/** Keeps the shortest word of each key: of `to` and `too`, a stretched `toooo` means the first. */
function indexBy(words: Iterable<string>, key: (word: string) => string): Map<string, string> {
  const index = new Map<string, string>();
  for (const word of words) {
    const k = key(word);
    const before = index.get(k);
    if (before === undefined || word.length < before.length) index.set(k, word);
  }
  return index;
}

/** True when one letter is missing, added, changed or swapped with its neighbour. */
function oneSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (long.length - short.length > 1) return false;
  let i = 0;
  while (i < short.length && short[i] === long[i]) i++;
  if (short.length < long.length) return short.slice(i) === long.slice(i + 1);
  if (short.slice(i + 1) === long.slice(i + 1)) return true;
  return short[i] === long[i + 1] && short[i + 1] === long[i] && short.slice(i + 2) === long.slice(i + 2);
}

/**
 * @param words every word that a rule, list or spelling mentions
 * @param hidden words that people write with stars
 * @param slips words for which one slipped key is undone; chosen so that no other English word is so near
 * @param real ordinary words that look like a disguise of a listed one and are none
 */
export function buildLexicon(
  words: ReadonlySet<string>,
  hidden: readonly string[],
  slips: readonly string[],
  real: ReadonlySet<string>,
): Lexicon {
  const long = [...words].filter((word) => word.length > 1);
  const bySkeleton = indexBy(long, skeleton);
  const hiddenBySkeleton = indexBy(
    hidden.filter((word) => word.length > 2),
    skeleton,
  );
  const bySqueezed = indexBy(long, squeeze);
  // A slip of the first letter is rare, and looking at one letter's words alone keeps this cheap.
  const byFirst = new Map<string, string[]>();
  for (const word of slips) {
    const first = word.charAt(0);
    byFirst.set(first, [...(byFirst.get(first) ?? []), word]);
  }
  const has = (word: string) => words.has(word);
  const piece = (text: string) =>
    text.length === 1
      ? /[aiu]/.test(text) && text
      : has(text)
        ? text
        : /\d/.test(text) && bySkeleton.get(skeleton(text));

  return {
    has,
    unleet: (text) => {
      if (text.length > MAX_WORD) return undefined;
      const plain = squeezeLong(text);
      return bySkeleton.get(skeleton(text)) ?? bySkeleton.get(skeleton(plain));
    },
    uncensor: (text) => {
      if (text.length < 3 || text.length > MAX_WORD || !HIDES.test(text)) return undefined;
      return hidden.find(
        (word) =>
          word.length === text.length &&
          [...text].every(
            (char, i) => HIDES.test(char) || char === word[i] || STANDS_FOR[char] === word[i],
          ) &&
          /[a-z]/.test(text),
      );
    },
    unstretch: (text) => {
      if (text.length < 4 || real.has(text)) return undefined;
      const key = squeeze(text);
      return key === text ? undefined : has(key) ? key : bySqueezed.get(key);
    },
    unswap: (text) => (real.has(text) ? undefined : hiddenBySkeleton.get(skeleton(text))),
    untypo: (text) => {
      if (text.length < 5 || text.length > MAX_WORD || real.has(text)) return undefined;
      return byFirst.get(text.charAt(0))?.find((word) => oneSlip(word, text));
    },
    cut: (text, lenient = false) => {
      if (text.length > MAX_RUN) return undefined;
      // Fewest words win, so that "to" "day" never beats "today".
      const best: ({ count: number; last: string; from: number } | undefined)[] = [
        { count: 0, last: '', from: 0 },
      ];
      for (let to = 1; to <= text.length; to++) {
        for (let from = Math.max(0, to - MAX_WORD); from < to; from++) {
          const before = best[from];
          const part = text.slice(from, to);
          const word = before && piece(part);
          const cost = word ? 1 : lenient && part.length === 1 ? LEFT_OVER : Infinity;
          if (before && before.count + cost < (best[to]?.count ?? Infinity)) {
            best[to] = { count: before.count + cost, last: word || part, from };
          }
        }
      }
      const found: string[] = [];
      for (let to = text.length; to > 0;) {
        const step = best[to];
        if (!step) return undefined;
        found.unshift(step.last);
        to = step.from;
      }
      return found;
    },
  };
}
