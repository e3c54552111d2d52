import { neededPieces, PIECE } from './needed-pieces';

/** A table of so many places; two pieces in one place only let a pattern be tried in vain. */
const PLACES = 1 << 14;

const placeOf = (text: string, at: number): number =>
  ((text.charCodeAt(at) * 31 + text.charCodeAt(at + 1)) * 31 + text.charCodeAt(at + 2)) & (PLACES - 1);

/**
 * Makes a quick look at a text that says which of many patterns could match it, so that the others need not be
 * tried. It never leaves out one that matches; see `neededPieces` for the patterns that it can read.
 * @returns a function that fills and gives one array, by place in `sources`: 1 where the pattern may match. The next
 * call fills the same array again.
 */
export function createMayMatch(sources: readonly string[]): (text: string) => Uint8Array {
  const needs = sources.map(neededPieces);
  const common = new Uint32Array(PLACES);
  for (const need of needs)
    for (const piece of need ?? [])
      for (let at = 0; at + PIECE <= piece.length; at += 1) {
        const place = placeOf(piece, at);
        common[place] = (common[place] ?? 0) + 1;
      }
  const waiting: number[][] = Array.from({ length: PLACES }, () => []);
  const always: number[] = [];
  needs.forEach((need, i) => {
    if (need === null) always.push(i);
    for (const piece of need ?? []) waiting[rarestPlace(piece, common)]?.push(i);
  });
  const may = new Uint8Array(sources.length);
  return (text) => {
    may.fill(0);
    for (const i of always) may[i] = 1;
    for (let at = 0; at + PIECE <= text.length; at += 1)
      for (const i of waiting[placeOf(text, at)] ?? []) may[i] = 1;
    return may;
  };
}

/** The place of the three units of a piece that the fewest pieces share. */
function rarestPlace(piece: string, common: Uint32Array): number {
  let rarest = placeOf(piece, 0);
  for (let at = 1; at + PIECE <= piece.length; at += 1) {
    const place = placeOf(piece, at);
    if ((common[place] ?? 0) < (common[rarest] ?? 0)) rarest = place;
  }
  return rarest;
}
