import type { OpenCue, TrackedCues } from '../analysis/cues/cue';
import { excerptAround } from '../conversation/excerpt';
import type { Message } from '../conversation/message';
import type { ShownCue, ShownCues } from './view';

/** Open cues shown at once. */
const SHOWN = 3;
/** Cues ticked off at once. */
const TICKED = 2;
/** Characters of the message shown on each side of a cue. */
const MARGIN = 30;
/** How much having waited longest counts beside weight, which goes to 1. */
const WAITING = 0.5;

interface CueSource {
  messages: readonly Message[];
  /** Messages that came before the first one and were let go. */
  dropped: number;
  cues: TrackedCues;
}

/** The open cues as the panel lists them, and those that the supporter's last message took up. */
export function buildCues({ messages, dropped, cues }: CueSource): ShownCues {
  const index = new Map(messages.map(({ id }, i) => [id, i]));
  const shown = (cue: OpenCue): ShownCue[] => {
    const at = index.get(cue.id);
    const text = at === undefined ? undefined : messages[at]?.text;
    // The message was edited or is gone: its words can no longer be quoted.
    if (at === undefined || text?.slice(cue.start, cue.end) !== cue.text) return [];
    const quote = excerptAround(text, cue.start, cue.end, MARGIN);
    return [{ messageId: cue.id, n: dropped + at + 1, kind: cue.kind, quote }];
  };
  const urgency = ({ id, weight }: OpenCue): number =>
    weight + WAITING * (1 - (index.get(id) ?? messages.length) / messages.length);
  const open = once([...cues.open].sort((a, b) => urgency(b) - urgency(a)).flatMap(shown));
  const lastReply = messages.findLast(({ side, deleted }) => side === 'supporter' && !deleted);
  const takenUp = once(cues.answered.filter(({ by }) => by === lastReply?.id).flatMap(shown));
  return {
    open: open.slice(0, SHOWN),
    more: Math.max(0, open.length - SHOWN),
    takenUp: takenUp.slice(-TICKED),
  };
}

/** Two cues can stand in the same words. */
function once(all: readonly ShownCue[]): ShownCue[] {
  return [...new Map(all.map((cue) => [`${cue.messageId} ${cue.quote}`, cue])).values()];
}
