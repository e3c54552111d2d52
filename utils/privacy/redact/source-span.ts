import type { Redaction } from './redactor';

/**
 * The span of the original text behind a span of its redacted form, for instance behind words that a model
 * quoted. A span that begins or ends inside a placeholder takes in all that the placeholder stands for.
 * @param start, end UTF-16 offsets into `redaction.text`, `end` exclusive
 */
export function sourceSpan(redaction: Redaction, start: number, end: number): { start: number; end: number } {
  return { start: sourceOffset(redaction, start, 'start'), end: sourceOffset(redaction, end, 'end') };
}

function sourceOffset({ found }: Redaction, offset: number, edge: 'start' | 'end'): number {
  // How far the original runs ahead of the redacted text at this point.
  let ahead = 0;
  for (const span of found) {
    const from = span.start - ahead;
    const to = from + span.placeholder.length;
    if (offset <= from) break;
    if (offset < to) return edge === 'start' ? span.start : span.end;
    ahead = span.end - to;
  }
  return offset + ahead;
}
