import { isInvisible } from '../invisible';

/** A copy of a text that is easier to match, with the way back to the offsets of the text itself. */
export interface Folded {
  text: string;
  /** The span of the original text under a span of the folded one. */
  source(start: number, end: number): { start: number; end: number };
}

const ACCENT = /[\u0300-\u036F]/g;
const DIGIT = /\p{Nd}/u;
/** Plain ASCII, or the mask of `scan`: nothing to fold. */
const NOTHING_TO_FOLD = /^[\t\n\r\u0001 -~]*$/;

const SAME: Record<string, string> = {
  '‘': "'",
  '’': "'",
  ʼ: "'",
  '´': "'",
  '`': "'",
  '“': '"',
  '”': '"',
  '‐': '-',
  '‑': '-',
  '‒': '-',
  '–': '-',
  '—': '-',
  '−': '-',
  ß: 'ss',
  ø: 'o',
  Ø: 'O',
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  ı: 'i',
};

/** Decimal digits of any script as 0-9: they come in runs of ten that start at zero. */
function digit(codePoint: number): string {
  let zero = codePoint;
  while (DIGIT.test(String.fromCodePoint(zero - 1))) zero -= 1;
  return String((codePoint - zero) % 10);
}

function foldOne(char: string): string {
  const same = SAME[char];
  if (same !== undefined) return same;
  if (DIGIT.test(char)) return digit(char.codePointAt(0) ?? 0);
  const plain = char.normalize('NFKD').replace(ACCENT, '');
  return /^\s+$/.test(plain) ? ' ' : plain;
}

/**
 * Folds full-width forms, digits of other scripts, accents and typographic quotes, and leaves invisible
 * characters out, so that `０７７００ 900\u200B123` is matched like `07700 900123`. Case is kept.
 * Linear in the length; never throws.
 */
export function fold(text: string): Folded {
  if (NOTHING_TO_FOLD.test(text)) return { text, source: (start, end) => ({ start, end }) };
  const starts: number[] = [];
  const ends: number[] = [];
  let folded = '';
  let index = 0;
  for (const char of text) {
    const next = index + char.length;
    const plain = char <= '~' ? char : isInvisible(char) ? '' : foldOne(char);
    starts.push(...Array<number>(plain.length).fill(index));
    ends.push(...Array<number>(plain.length).fill(next));
    // A combining accent folds to nothing but belongs to its letter.
    if (plain === '' && ends.length > 0 && ends.at(-1) === index && !isInvisible(char)) {
      ends[ends.length - 1] = next;
    }
    folded += plain;
    index = next;
  }
  return {
    text: folded,
    source: (start, end) => ({ start: starts[start] ?? text.length, end: ends[end - 1] ?? text.length }),
  };
}
