import type { AnsweredCue, OpenCue, TrackedCues } from '../analysis/cues/cue';
import { excerptAround } from '../conversation/excerpt';
import type { Message } from '../conversation/message';

/** Most quotes in one part. */
const MOST = 5;
/** Characters of the message shown on each side of a cue. */
const MARGIN = 40;

/** A client's words with the number of their message. */
export interface Quote {
  n: number;
  text: string;
}

/** What a chat opened up and what it left open, in the client's own words. */
export interface LookBack {
  opened: Quote[];
  open: Quote[];
}

/** Looks back on a conversation: what was taken up, newest first, and what stayed open, heaviest first. */
export function lookBack(messages: readonly Message[], cues: TrackedCues, dropped = 0): LookBack {
  const index = new Map(messages.map(({ id }, i) => [id, i]));
  const quote = (cue: OpenCue | AnsweredCue): Quote[] => {
    const at = index.get(cue.id);
    const text = at === undefined ? undefined : messages[at]?.text;
    // Edited away or gone: its words can no longer be quoted.
    if (at === undefined || text?.slice(cue.start, cue.end) !== cue.text) return [];
    return [{ n: dropped + at + 1, text: excerptAround(text, cue.start, cue.end, MARGIN) }];
  };
  const open = [...cues.open].sort((a, b) => b.weight - a.weight);
  return {
    opened: once([...cues.answered].reverse().flatMap(quote)),
    open: once(open.flatMap(quote)),
  };
}

/** Two cues can stand in the same words. */
function once(quotes: readonly Quote[]): Quote[] {
  return [...new Map(quotes.map((quote) => [quote.text, quote])).values()].slice(0, MOST);
}
