import type { Cue } from '../../analysis/cues/cue';
import { findCues } from '../../analysis/cues/find-cues';
import { TELLING } from '../../analysis/cues/find-telling';
import { isCommonLine } from '../voice/common-lines';

/** Characters before a cue in which its "not" stands. */
const NOT_BEFORE = 10;
/** "No, I don't want to die" answers a plain question; it lets nothing show that still wants one. */
const DENIES = /\b(?:do(?:n['’]?t| not)|never) want(?:ed)? to (?:die|(?:hurt|harm|kill) myself)$/iu;

/**
 * The cues of one message of the client. A line that any client could say ("I'd rather not go into that") shows a
 * feeling or a loss at most: it tells nothing and hints at nothing of this person's.
 */
export function cuesOfMessage(message: string): Cue[] {
  const cues = findCues(message).filter(
    ({ start, end }) => !DENIES.test(message.slice(Math.max(0, start - NOT_BEFORE), end)),
  );
  if (!cues.some(isOfStory) || !isCommonLine(message)) return cues;
  return cues.filter((cue) => !isOfStory(cue));
}

const isOfStory = ({ kind, family }: Cue): boolean => kind === 'hint' || family === TELLING;
