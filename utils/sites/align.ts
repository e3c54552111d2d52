import { longestRising } from './rising';

/** Comparisons at most for a part in which nothing is said only once. */
const MOST_COMPARED = 25_000;

/**
 * Finds the rows of a list again among those seen before, when all that is known of a row is what it says. What is
 * said only once shows where the rest belongs.
 *
 * @returns for each of `now` its index in `before`, rising; undefined where it is new
 */
export function align(before: readonly string[], now: readonly string[]): (number | undefined)[] {
  const found: (number | undefined)[] = now.map(() => undefined);
  const anchors = anchorsOf(before, now);
  let [b, n] = [0, 0];
  for (const [anchorBefore, anchorNow] of [...anchors, [before.length, now.length] as const]) {
    const isOpenAtEnd = anchorNow === now.length;
    fill(b, anchorBefore, n, anchorNow, b > 0 || n > 0, !isOpenAtEnd);
    if (!isOpenAtEnd) found[anchorNow] = anchorBefore;
    [b, n] = [anchorBefore + 1, anchorNow + 1];
  }
  return found;

  /** Between two anchors; beyond the first and the last one, the part is open at one end. */
  function fill(
    startBefore: number,
    endBefore: number,
    startNow: number,
    endNow: number,
    hasAbove: boolean,
    hasBelow: boolean,
  ): void {
    let [b0, b1, n0, n1] = [startBefore, endBefore, startNow, endNow];
    const isTooLong = (b1 - b0) * (n1 - n0) > MOST_COMPARED;
    // Where nothing is unique in a long list, what stands at its ends is the best sign left.
    const isLoose = !hasAbove && !hasBelow && isTooLong;
    if (hasAbove || isLoose) for (; b0 < b1 && n0 < n1 && before[b0] === now[n0]; b0++, n0++) found[n0] = b0;
    if (hasBelow || isLoose)
      for (; b0 < b1 && n0 < n1 && before[b1 - 1] === now[n1 - 1]; b1--, n1--) found[n1 - 1] = b1 - 1;
    if (n0 === n1 || b0 === b1) return;
    // Beyond an open end there may be all of a long history: what is near counts.
    const near = Math.floor(MOST_COMPARED / (n1 - n0));
    if (hasAbove && !hasBelow) b1 = Math.min(b1, b0 + near);
    else if (!hasAbove) b0 = Math.max(b0, b1 - near);
    if ((b1 - b0) * (n1 - n0) > MOST_COMPARED) return;
    for (const [i, j] of commonOf(before.slice(b0, b1), now.slice(n0, n1))) found[n0 + j] = b0 + i;
  }
}

/** What is said once before and once now, in the same order. */
function anchorsOf(before: readonly string[], now: readonly string[]): (readonly [number, number])[] {
  const placeBefore = onlyPlaces(before);
  const pairs = [...onlyPlaces(now)].flatMap(([said, index]) => {
    const place = index === null ? null : placeBefore.get(said);
    return index === null || place === null || place === undefined ? [] : [[place, index] as const];
  });
  return longestRising(pairs.map(([place]) => place)).flatMap((index) => {
    const pair = pairs[index];
    return pair ? [pair] : [];
  });
}

/** Where each is said, in this order; null for what is said more than once. */
function onlyPlaces(said: readonly string[]): Map<string, number | null> {
  const places = new Map<string, number | null>();
  said.forEach((one, index) => places.set(one, places.has(one) ? null : index));
  return places;
}

/** The longest that two short parts have in common, in pairs of indexes; of equals, what is nearest to the end. */
function commonOf(before: readonly string[], now: readonly string[]): [number, number][] {
  const width = now.length + 1;
  const lengths = new Uint16Array((before.length + 1) * width);
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0;
  for (let i = 1; i <= before.length; i++) {
    for (let j = 1; j <= now.length; j++) {
      const isSame = before[i - 1] === now[j - 1];
      lengths[i * width + j] = isSame ? at(i - 1, j - 1) + 1 : Math.max(at(i - 1, j), at(i, j - 1));
    }
  }
  const pairs: [number, number][] = [];
  let [i, j] = [before.length, now.length];
  while (i > 0 && j > 0) {
    if (before[i - 1] === now[j - 1]) pairs.push([--i, --j]);
    else if (at(i - 1, j) >= at(i, j - 1)) i--;
    else j--;
  }
  return pairs;
}
