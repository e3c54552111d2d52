import lookalikes from './lookalikes.json';

/** A text made comparable, with the place of each of its units in the original. */
export interface Folded {
  /** Lower case, without marks and invisible characters, look-alike letters as plain ones. */
  text: string;
  /** Start in the original of unit `i`, in UTF-16 units. */
  start: (i: number) => number;
  /** End in the original of unit `i`, exclusive. */
  end: (i: number) => number;
}

const LOOKALIKES = new Map(
  Object.entries(lookalikes.letters).flatMap(([plain, shapes]) =>
    [...shapes].map((shape) => [shape, plain] as const),
  ),
);
/** Blocks of decorated Latin letters that compatibility normalisation leaves alone: first code point of "a". */
const LETTER_BLOCKS = lookalikes.blocks.map((hex) => parseInt(hex, 16));
const INVISIBLE = /[\p{Cf}\p{M}\u115f\u1160\u3164\uffa0\u2800]/gu;
const CONTROL = /[\u0000-\u0008\u000e-\u001f\u007f]/;
// eslint keeps control characters out of patterns elsewhere; here they are what is looked for.
const ASCII_ONLY = /^[\t\n\r -~]*$/;

const cache = new Map<number, string>();
const CACHE_LIMIT = 4096;

function foldCodePoint(point: number, char: string): string {
  const known = cache.get(point);
  if (known !== undefined) return known;
  let folded = LOOKALIKES.get(char);
  if (folded === undefined) {
    const block = LETTER_BLOCKS.find((first) => point >= first && point < first + 26);
    folded =
      block !== undefined
        ? String.fromCharCode(97 + point - block)
        : CONTROL.test(char)
          ? ''
          : [...char.normalize('NFKD').replace(INVISIBLE, '').toLowerCase()]
              .map((part) => LOOKALIKES.get(part) ?? part)
              .join('')
              .replace(INVISIBLE, '');
  }
  if (cache.size >= CACHE_LIMIT) cache.clear();
  cache.set(point, folded);
  return folded;
}

/**
 * Undoes what hides words from a plain search: compatibility forms, zero-width, direction and tag characters,
 * stacked marks, look-alike letters of other scripts. Linear in the length of the text; never throws.
 */
export function fold(original: string): Folded {
  if (ASCII_ONLY.test(original)) {
    return { text: original.toLowerCase(), start: (i) => i, end: (i) => i + 1 };
  }
  const parts: string[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let at = 0;
  for (const char of original) {
    const next = at + char.length;
    const folded = foldCodePoint(char.codePointAt(0) ?? 0, char);
    parts.push(folded);
    for (let i = folded.length; i > 0; i--) {
      starts.push(at);
      ends.push(next);
    }
    at = next;
  }
  return { text: parts.join(''), start: (i) => starts[i] ?? at, end: (i) => ends[i] ?? at };
}
