import type { Folded } from './fold';

/** How strongly two words are held apart: not at all, by a comma and the like, by the end of a sentence. */
export const NO_BREAK = 0;
export const SOFT_BREAK = 1;
export const HARD_BREAK = 2;
export type Break = typeof NO_BREAK | typeof SOFT_BREAK | typeof HARD_BREAK;

/** A run of letters, digits and the signs that stand in for letters, as it was written. */
export interface Piece {
  text: string;
  /** UTF-16 offsets in the original. */
  start: number;
  end: number;
  breakBefore: Break;
  /** What stood between this piece and the one before it, at most four units. */
  separator: string;
}

const LETTER = 1;
const SIGN = 2;
const APOSTROPHE = 3;
const HARD = 4;
const SOFT = 5;
const OTHER = 0;

const kinds = new Uint8Array(128);
for (const c of 'abcdefghijklmnopqrstuvwxyz0123456789') kinds[c.charCodeAt(0)] = LETTER;
for (const c of '@$!|*#+') kinds[c.charCodeAt(0)] = SIGN;
kinds["'".charCodeAt(0)] = APOSTROPHE;
for (const c of '.?;\n\r') kinds[c.charCodeAt(0)] = HARD;
for (const c of ',:()[]{}"/') kinds[c.charCodeAt(0)] = SOFT;

const WORD_CHAR = /[\p{L}\p{N}]/u;
const PICTURE = /\p{Extended_Pictographic}/u;
const PICTURE_KIND = 6;

function kindOf(text: string, i: number): number {
  const code = text.charCodeAt(i);
  if (code < 128) return kinds[code] ?? OTHER;
  const char = String.fromCodePoint(text.codePointAt(i) ?? 0);
  if (WORD_CHAR.test(char)) return LETTER;
  if (PICTURE.test(char)) return PICTURE_KIND;
  return char === '\u2026' || char === '\u2028' || char === '\u3002' ? HARD : OTHER;
}

const TAG = /<\/?[a-z][^<>\n]{0,200}>/y;
const ENTITY = /&(?:[a-z]{2,8}|#\d{1,6});/y;

/** End of an HTML tag or entity that starts at `i`, or `i`. */
function skipMarkup(text: string, i: number): number {
  const code = text.charCodeAt(i);
  if (code !== 60 && code !== 38) return i;
  const pattern = code === 60 ? TAG : ENTITY;
  pattern.lastIndex = i;
  return pattern.test(text) ? pattern.lastIndex : i;
}

const atLeastSoft = (held: Break): Break => (held === NO_BREAK ? SOFT_BREAK : held);
const width = (text: string, i: number) => ((text.codePointAt(i) ?? 0) > 0xffff ? 2 : 1);

/** Splits a folded text into pieces, in one pass. Pictures (emoji) are pieces of their own. */
export function splitPieces(folded: Folded): Piece[] {
  const { text } = folded;
  const pieces: Piece[] = [];
  let separatorStart = 0;
  let breakBefore: Break = HARD_BREAK;
  let i = 0;
  const push = (from: number, to: number) => {
    pieces.push({
      text: text.slice(from, to),
      start: folded.start(from),
      end: folded.end(to - 1),
      breakBefore,
      separator: text.slice(separatorStart, Math.min(from, separatorStart + 4)),
    });
    breakBefore = NO_BREAK;
    separatorStart = to;
  };
  while (i < text.length) {
    const kind = kindOf(text, i);
    if (kind === PICTURE_KIND) {
      const next = i + width(text, i);
      push(i, next);
      i = next;
    } else if (kind === LETTER || kind === SIGN) {
      const from = i;
      let lastLetter = -1;
      let firstLetter = -1;
      while (i < text.length) {
        const k = kindOf(text, i);
        if (k === LETTER) {
          if (firstLetter < 0) firstLetter = i;
          lastLetter = i;
        } else if (k !== SIGN && !(k === APOSTROPHE && kindOf(text, i + 1) === LETTER)) break;
        i += width(text, i);
      }
      if (firstLetter < 0) {
        if (text.slice(from, i).includes('!')) breakBefore = HARD_BREAK;
        continue;
      }
      // A leading $ or @ may stand for a letter; a trailing ! ends the sentence.
      const head = text.charAt(firstLetter - 1);
      const start = firstLetter > from && (head === '$' || head === '@') ? firstLetter - 1 : firstLetter;
      const end = lastLetter + width(text, lastLetter);
      push(start, end);
      if (text.slice(end, i).includes('!')) breakBefore = HARD_BREAK;
    } else {
      const past = skipMarkup(text, i);
      if (past > i) {
        i = past;
        continue;
      }
      if (kind === HARD) breakBefore = HARD_BREAK;
      else if (kind === SOFT || text.startsWith(' - ', i - 1)) breakBefore = atLeastSoft(breakBefore);
      i += width(text, i);
    }
  }
  return pieces;
}
