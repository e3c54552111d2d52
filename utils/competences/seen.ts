import type { CodedSpan } from '../analysis/codes/code';
import type { FlagId } from '../coaching/draft-rule';
import type { EVENTS } from './competence';
import type { Occurrence, Seen } from './judge';

/** One turn of the supporter, as it was coded and checked. */
export interface SeenTurn {
  turn: number;
  text: string;
  /** Spans of `text`. */
  codes: readonly CodedSpan[];
  /** Flags of the draft check, with the words that they mark. */
  flags: readonly { id: FlagId; words?: string }[];
  /** The client's words that were taken up, or passed by, with this turn. */
  cuesTaken?: readonly string[];
  cuesMissed?: readonly string[];
  /** The client's words that call for a question about safety, not asked before this turn. */
  safetyDue?: string;
}

/** What a talk shows, from the supporter's turns. */
export function seenIn(turns: readonly SeenTurn[]): Seen {
  const occurrences = turns.flatMap((one): Occurrence[] => {
    const { turn, text, codes, flags, cuesTaken = [], cuesMissed = [], safetyDue } = one;
    const event = (id: (typeof EVENTS)[number], words: string): Occurrence => ({
      sign: `event:${id}`,
      turn,
      words,
    });
    return [
      ...codes.map(({ code, start, end }): Occurrence => {
        return { sign: `code:${code}`, turn, words: text.slice(start, end) };
      }),
      ...flags.map(({ id, words }): Occurrence => ({ sign: `flag:${id}`, turn, words: words ?? text })),
      ...cuesTaken.map((words) => event('cue-taken', words)),
      ...cuesMissed.map((words) => event('cue-missed', words)),
      ...(safetyDue === undefined ? [] : [event('safety-due', safetyDue)]),
    ];
  });
  return { turns: turns.length, occurrences };
}
