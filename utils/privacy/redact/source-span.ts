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

/**
 * The way there: where a span of the original text stands in its redacted form. A span that begins or ends
 * inside something that was taken out takes in the whole placeholder.
 * @param start, end UTF-16 offsets into the original, `end` exclusive
 */
export function redactedSpan(
  redaction: Redaction,
  start: number,
  end: number,
): { start: number; end: number } {
  return { start: redactedOffset(redaction, start, 'start'), end: redactedOffset(redaction, end, 'end') };
}

function redactedOffset({ found }: Redaction, offset: number, edge: 'start' | 'end'): number {
  let ahead = 0;
  for (const span of found) {
    if (offset <= span.start) break;
    const from = span.start - ahead;
    if (offset < span.end) return edge === 'start' ? from : from + span.placeholder.length;
    ahead += span.end - span.start - span.placeholder.length;
  }
  return offset - ahead;
}
