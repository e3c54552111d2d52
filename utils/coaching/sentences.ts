import { type Plain, plainOf } from './plain';

/** One sentence of a text: UTF-16 offsets in it, `end` exclusive. */
export interface Sentence {
  start: number;
  end: number;
  text: string;
  plain: Plain;
  /** It ends with a question mark. */
  asks: boolean;
  /** What stands between quotation marks, in the text's offsets. */
  quoted: readonly (readonly [start: number, end: number])[];
}

const END = /[.!?…]+["'”’)\]]*(?=\s|$|[A-Z“"])|\n+/gu;
const QUOTED = /["“][^"”\n]{1,200}["”]/gu;
/** A page without a stop is no sentence. */
const LONGEST = 600;

/** Splits a text into sentences; very long ones are cut. Linear. */
export function sentencesOf(text: string): Sentence[] {
  const sentences: Sentence[] = [];
  const add = (from: number, to: number): void => {
    for (let start = from; start < to; start += LONGEST) {
      const piece = text.slice(start, Math.min(to, start + LONGEST));
      const lead = piece.length - piece.trimStart().length;
      const trimmed = piece.trim();
      if (trimmed === '') continue;
      const own = start + lead;
      sentences.push({
        start: own,
        end: own + trimmed.length,
        text: trimmed,
        plain: plainOf(trimmed, own),
        asks: /\?["'”’)\]!?\s]*$/u.test(trimmed),
        quoted: [...trimmed.matchAll(QUOTED)].map(
          ({ index, 0: words }) => [own + index, own + index + words.length] as const,
        ),
      });
    }
  };
  let from = 0;
  for (const match of text.matchAll(END)) {
    const to = match.index + match[0].length;
    add(from, to);
    from = to;
  }
  add(from, text.length);
  return sentences;
}
