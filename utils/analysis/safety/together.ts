import type { Candidate, Part } from './candidate';

/** How many words may lie between things said together. */
const TOGETHER_REACH = 60;

/** First of `parts`, sorted, that begins at word `value` or later. */
function firstFrom(parts: readonly Part[], value: number): number {
  let low = 0;
  let high = parts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((parts[middle]?.from ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Of the parts of one rule, the matches of its first list that have one of every other list near them. */
export function saidTogether(parts: readonly Part[]): Candidate[] {
  const [one] = parts;
  const others = (one?.rule.together?.length ?? 0) - 1;
  if (others < 1) return [];
  const of = (number: number) =>
    parts.filter(({ part }) => part === number).sort((a, b) => a.from - b.from || a.to - b.to);
  const lists = Array.from({ length: others }, (_, i) => of(i + 1));
  const isNear = (main: Part, list: readonly Part[]): boolean => {
    for (let i = firstFrom(list, main.from - TOGETHER_REACH); i < list.length; i++) {
      const other = list[i];
      if (!other || other.from > main.to + TOGETHER_REACH) return false;
      if (other.to <= main.from || other.from >= main.to) return true;
    }
    return false;
  };
  return of(0)
    .filter((main) => lists.every((list) => isNear(main, list)))
    .map(({ rule, holdsNot, from, to }) => ({ rule, holdsNot, from, to, spread: true }));
}
