import type { SafetyStrength } from '@/utils/analysis/safety-cue';
import type { OpenSafety } from '@/utils/messaging/view';

/** The open cues of one message; `lead` is the plainest. */
export interface SafetyGroup {
  messageId: string;
  n: number;
  lead: OpenSafety;
}

const PLAINEST_FIRST: Record<SafetyStrength, number> = { explicit: 0, indirect: 1, check: 2 };

/**
 * One group for each message with open cues, since a message is acknowledged as a whole. The plainest wording
 * comes first, then the newest. This orders words on a screen; it ranks no risk.
 */
export function safetyGroups(open: readonly OpenSafety[]): SafetyGroup[] {
  const sorted = [...open].sort(
    (a, b) => PLAINEST_FIRST[a.cue.strength] - PLAINEST_FIRST[b.cue.strength] || b.n - a.n,
  );
  const groups = new Map<string, SafetyGroup>();
  for (const entry of sorted) {
    if (!groups.has(entry.messageId)) {
      groups.set(entry.messageId, { messageId: entry.messageId, n: entry.n, lead: entry });
    }
  }
  return [...groups.values()];
}

/** A quote cut in three at the cue's own words; without them (masked, cut off) the quote stays whole. */
export function quoteParts({ quote, cue }: OpenSafety): [before: string, cue: string, after: string] {
  const start = quote.toLowerCase().indexOf(cue.text.toLowerCase());
  if (cue.text === '' || start < 0) return [quote, '', ''];
  const end = start + cue.text.length;
  return [quote.slice(0, start), quote.slice(start, end), quote.slice(end)];
}
