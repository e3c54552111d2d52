/** A piece of a message, marked or not. */
export interface MarkedPiece {
  text: string;
  isMarked: boolean;
}

/** Cuts a message at the first place of each of some words of it; words that are not in it are left out. */
export function markedWords(message: string, words: readonly string[]): MarkedPiece[] {
  const places = words
    .map((one) => ({ start: one === '' ? -1 : message.indexOf(one), length: one.length }))
    .filter(({ start }) => start >= 0)
    .sort((a, b) => a.start - b.start || b.length - a.length);
  const pieces: MarkedPiece[] = [];
  let at = 0;
  for (const { start, length } of places) {
    if (start < at) continue;
    if (start > at) pieces.push({ text: message.slice(at, start), isMarked: false });
    pieces.push({ text: message.slice(start, start + length), isMarked: true });
    at = start + length;
  }
  if (at < message.length) pieces.push({ text: message.slice(at), isMarked: false });
  return pieces;
}
