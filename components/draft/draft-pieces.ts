import type { Span } from '@/utils/analysis/reading';

/** A piece of a draft: plain, or words that a remark is about. */
export interface DraftPiece {
  text: string;
  isMarked: boolean;
}

/** Cuts a draft at the words that remarks are about. A span that no longer fits the draft is left out. */
export function draftPieces(draft: string, spans: readonly Span[]): DraftPiece[] {
  const pieces: DraftPiece[] = [];
  let at = 0;
  for (const { start, end, text } of [...spans].sort((a, b) => a.start - b.start)) {
    if (start < at || draft.slice(start, end) !== text) continue;
    if (start > at) pieces.push({ text: draft.slice(at, start), isMarked: false });
    pieces.push({ text, isMarked: true });
    at = end;
  }
  if (at < draft.length) pieces.push({ text: draft.slice(at), isMarked: false });
  return pieces;
}
