import type { RowFacts } from '@/utils/sites/row';

/** One message as a made-up site knows it. */
export interface Said {
  id: string;
  text: string;
  mine: boolean;
  pending?: boolean;
}

/** How a made-up site writes its rows. */
export interface RowStyle {
  hasIds: boolean;
  /** Rows after the first of a run name nobody. */
  hasRuns: boolean;
  /** Such rows still say on which side they are. */
  sidesInRuns: boolean;
}

/** As most sites do. */
const USUAL: RowStyle = { hasIds: true, hasRuns: true, sidesInRuns: true };

/**
 * The rows of a window on a conversation, as the reader would read them. `above` is the message that stands right
 * above the window: a run may have begun there.
 */
export function rowsOf(window: readonly Said[], style = USUAL, above?: Said): RowFacts[] {
  const { hasIds, hasRuns, sidesInRuns } = style;
  return window.map(({ id, text, mine, pending = false }, index) => {
    const followUp = hasRuns && (index === 0 ? above : window[index - 1])?.mine === mine;
    return {
      id: hasIds ? id : null,
      side: followUp && !sidesInRuns ? null : mine ? 'supporter' : 'client',
      author: followUp ? null : mine ? 'me' : 'them',
      at: null,
      text,
      cut: false,
      followUp,
      edited: false,
      deleted: false,
      pending,
      attachments: [],
    };
  });
}
