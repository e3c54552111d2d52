import type { Health } from '@/utils/messaging/health';

/** What the reader sees of a page, in a sentence or two. */
export function sightInWords({ rows, withText, withSide, withId }: Health): string {
  if (rows === 0) return 'I see a place where messages should be, but not one row that looks like a message.';
  const seen = `I see ${String(rows)} ${rows === 1 ? 'row' : 'rows'} that may be ${rows === 1 ? 'a message' : 'messages'}.`;
  if (withText === 0) return `${seen} I find no words in ${rows === 1 ? 'it' : 'them'}.`;
  const sides =
    withSide === 0
      ? 'I can\u2019t tell who wrote any of them.'
      : `I can tell who wrote ${of(withSide, rows)}.`;
  const ids =
    withId < rows ? ' The site gives no number to each message, so I know them by their words.' : '';
  return `${seen} I find words in ${of(withText, rows)}. ${sides}${ids}`;
}

function of(part: number, whole: number): string {
  return part === whole ? 'all of them' : `${String(part)} of them`;
}
