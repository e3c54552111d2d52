import { HARD_BREAK } from './pieces';
import type { Word } from './words';

/** Words `from` up to and without `to`. */
export interface WordSpan {
  from: number;
  to: number;
}

/** Answers in one step whether any word of a range lies in one of `spans`. */
export function coverage(length: number, spans: readonly WordSpan[]): (from: number, to: number) => boolean {
  if (spans.length === 0) return () => false;
  const change = new Int32Array(length + 1);
  for (const { from, to } of spans) {
    change[from] = (change[from] ?? 0) + 1;
    change[to] = (change[to] ?? 0) - 1;
  }
  const before = new Int32Array(length + 1);
  let open = 0;
  for (let i = 0; i < length; i++) {
    open += change[i] ?? 0;
    before[i + 1] = (before[i] ?? 0) + (open > 0 ? 1 : 0);
  }
  return (from, to) => (before[to] ?? 0) > (before[from] ?? 0);
}

/** Answers in one step how many words lie between a range and the nearest of `spans`; Infinity when there is none. */
export function nearness(length: number, spans: readonly WordSpan[]): (from: number, to: number) => number {
  if (spans.length === 0) return () => Infinity;
  const covered = coverage(length, spans);
  const left = new Float64Array(length + 1).fill(-Infinity);
  const right = new Float64Array(length + 1).fill(Infinity);
  for (let i = 0; i < length; i++) left[i + 1] = covered(i, i + 1) ? i : (left[i] ?? -Infinity);
  for (let i = length - 1; i >= 0; i--) right[i] = covered(i, i + 1) ? i : (right[i + 1] ?? Infinity);
  return (from, to) =>
    covered(from, to) ? 0 : Math.min(from - (left[from] ?? -Infinity), (right[to] ?? Infinity) - to + 1);
}

/** Answers in one step whether any word of a range passes `test`. */
export function holding(
  words: readonly Word[],
  test: (word: string, at: number) => boolean,
): (from: number, to: number) => boolean {
  return coverage(
    words.length,
    words.flatMap(({ word }, i) => (test(word, i) ? [{ from: i, to: i + 1 }] : [])),
  );
}

/** The sentences of a text, and the number of the sentence that a word stands in. */
export function sentencesOf(words: readonly Word[]): { all: WordSpan[]; of: (word: number) => number } {
  const all: WordSpan[] = [];
  const of = new Int32Array(words.length);
  words.forEach((word, i) => {
    const last = all.at(-1);
    if (!last || word.breakBefore === HARD_BREAK) all.push({ from: i, to: i + 1 });
    else last.to = i + 1;
    of[i] = all.length - 1;
  });
  return { all, of: (word) => of[word] ?? 0 };
}
