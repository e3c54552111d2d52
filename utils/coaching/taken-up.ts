import type { OpenCue } from '../analysis/cues/cue';
import { addSupporterReply, NO_CUES } from '../analysis/cues/track-cues';
import type { Moment } from './moment';

/** The heaviest cue of the client's last turn that the draft takes up, or null. */
export function takenUp({ turn, turnCues, draft, codes }: Moment): OpenCue | null {
  const lastTurn = turn.map(({ id }) => id);
  const { answered } = addSupporterReply({ ...NO_CUES, open: [...turnCues], lastTurn }, '', draft, codes);
  const taken = turnCues.filter((cue) =>
    answered.some((one) => one.id === cue.id && one.start === cue.start),
  );
  return taken.sort((a, b) => b.weight - a.weight)[0] ?? null;
}
