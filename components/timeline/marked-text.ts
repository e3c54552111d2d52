import type { Evidence } from '@/utils/analysis/reading';

/** A piece of a text: plain, or words that speak for or against a label. */
export interface Piece {
  text: string;
  mark: 'none' | 'for' | 'against';
}

/**
 * Cuts an excerpt at the evidence that it shows. The excerpt may be shorter than the message that the offsets
 * refer to, so evidence whose words are not found at its place is looked for by its words, and left out when
 * they are not there. Overlaps go to the heavier evidence.
 */
export function markedPieces(excerpt: string, evidence: readonly Evidence[]): Piece[] {
  const taken: { start: number; end: number; mark: Piece['mark'] }[] = [];
  const heavyFirst = [...evidence].sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  for (const item of heavyFirst) {
    if (item.text === '') continue;
    const start = excerpt.slice(item.start, item.end) === item.text ? item.start : excerpt.indexOf(item.text);
    const end = start + item.text.length;
    if (start < 0 || taken.some((other) => start < other.end && other.start < end)) continue;
    taken.push({ start, end, mark: item.weight < 0 ? 'against' : 'for' });
  }
  taken.sort((a, b) => a.start - b.start);

  const pieces: Piece[] = [];
  let at = 0;
  for (const { start, end, mark } of taken) {
    if (start > at) pieces.push({ text: excerpt.slice(at, start), mark: 'none' });
    pieces.push({ text: excerpt.slice(start, end), mark });
    at = end;
  }
  if (at < excerpt.length) pieces.push({ text: excerpt.slice(at), mark: 'none' });
  return pieces;
}
