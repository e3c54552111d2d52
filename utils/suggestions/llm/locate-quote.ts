import { isInvisible } from '../../privacy/invisible';

/** Where a quote stands in a text, in UTF-16 offsets, `end` exclusive. */
export interface Place {
  start: number;
  end: number;
  text: string;
}

/** A text made comparable, and for each of its units the place in the text that it came from. */
interface Folded {
  text: string;
  at: number[];
}

const SAME: Readonly<Record<string, string>> = { '’': "'", '‘': "'", '“': '"', '”': '"', '…': '...' };

/**
 * Finds a quote in a text as a careful reader would: letter case, curly quotation marks, line breaks and
 * invisible characters make no difference, words do. Null when the quote is not there, or is only a fragment of a
 * word.
 */
export function locateQuote(quote: string, text: string): Place | null {
  const wanted = fold(quote.trim().replace(/^["'“”‘’…. ]+|["'“”‘’…. ]+$/g, '')).text.trim();
  if (wanted === '') return null;
  const folded = fold(text);
  for (let from = 0; ; from++) {
    from = folded.text.indexOf(wanted, from);
    if (from < 0) return null;
    const first = folded.at[from];
    const last = folded.at[from + wanted.length - 1];
    if (first === undefined || last === undefined) return null;
    if (splitsAWord(folded.text, from, from + wanted.length)) continue;
    const end = last + 1;
    return { start: first, end, text: text.slice(first, end) };
  }
}

function fold(text: string): Folded {
  let folded = '';
  const at: number[] = [];
  let index = 0;
  for (const character of text) {
    const seen = /\s/.test(character) ? ' ' : unseen(character) ? '' : character;
    const lower = seen.toLowerCase();
    const plain = SAME[seen] ?? (lower.length === seen.length ? lower : seen);
    if (plain !== '' && !(plain === ' ' && folded.endsWith(' '))) {
      for (let unit = 0; unit < plain.length; unit++) {
        at.push(index + Math.min(unit, character.length - 1));
      }
      folded += plain;
    }
    index += character.length;
  }
  return { text: folded, at };
}

/** Emoji come with and without their variation selector. */
function unseen(character: string): boolean {
  return isInvisible(character) || /[\uFE00-\uFE0F]/.test(character);
}

/** Scripts without spaces between words have no such edges. */
const SPACED_LETTER = /[\p{Script=Latin}\p{Script=Cyrillic}\p{Script=Greek}\p{Nd}]/u;

function splitsAWord(text: string, start: number, end: number): boolean {
  const joins = (left: string | undefined, right: string | undefined): boolean =>
    left !== undefined && right !== undefined && SPACED_LETTER.test(left) && SPACED_LETTER.test(right);
  return joins(text[start - 1], text[start]) || joins(text[end - 1], text[end]);
}
