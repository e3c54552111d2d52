import { plainTokens } from '../analysis/codes/plain-chat';
import { tokenise } from '../analysis/text/tokenise';

/** A text in plain chat form (see `plainTokens`) that knows where each part stands in the text. */
export interface Plain {
  text: string;
  /** Of each token: its start in `text`, and its start and end in the source, UTF-16. */
  at: readonly number[];
  starts: readonly number[];
  ends: readonly number[];
}

/** Plain form of `source`; offsets are counted from `offset`. Linear. */
export function plainOf(source: string, offset = 0): Plain {
  const at: number[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  let text = '';
  for (const token of tokenise(source)) {
    const piece = plainTokens([token]);
    if (piece === '') continue;
    if (token.kind !== 'punctuation' && text !== '') text += ' ';
    at.push(text.length);
    starts.push(offset + token.start);
    ends.push(offset + token.end);
    text += piece;
  }
  return { text, at, starts, ends };
}

/** Where the plain range `from` to `to` stands in the source. */
export function sourceRange(plain: Plain, from: number, to: number): { start: number; end: number } {
  const first = tokenAt(plain, from);
  const last = Math.max(first, tokenAt(plain, Math.max(from, to - 1)));
  return { start: plain.starts[first] ?? 0, end: plain.ends[last] ?? 0 };
}

/** The token that holds a plain position; a space belongs to the token after it. */
function tokenAt({ at, text }: Plain, position: number): number {
  const wanted = text.charAt(position) === ' ' ? position + 1 : position;
  let low = 0;
  let high = at.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((at[middle] ?? 0) <= wanted) low = middle;
    else high = middle - 1;
  }
  return Math.max(0, low);
}
