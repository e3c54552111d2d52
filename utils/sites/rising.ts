/**
 * The longest choice of items, in their order, whose places rise. Of items that carry on one another, it tells
 * those that stayed from those that changed places.
 *
 * @param places the place of each item
 * @returns indexes into `places`, rising
 */
export function longestRising(places: readonly number[]): number[] {
  /** By length less one: the item on which a rising choice of that length ends lowest. */
  const tails: number[] = [];
  const previous: (number | undefined)[] = [];
  const placeAt = (index: number | undefined) => (index === undefined ? -1 : (places[index] ?? -1));
  places.forEach((place, index) => {
    let low = 0;
    let high = tails.length;
    while (low < high) {
      const middle = (low + high) >> 1;
      if (placeAt(tails[middle]) < place) low = middle + 1;
      else high = middle;
    }
    previous[index] = tails[low - 1];
    tails[low] = index;
  });
  const chosen: number[] = [];
  for (let index = tails.at(-1); index !== undefined; index = previous[index]) chosen.push(index);
  return chosen.reverse();
}
