import { type PlayTools, respond, startSession } from '../play';
import { type SessionRecord, newRecord } from '../record';
import type { PracticeSession, PracticeTurn } from '../session';

/** Supporter turns of a session, at each of which another path may be taken. */
export const pathsFrom = ({ turns }: Pick<PracticeSession, 'turns'>): readonly PracticeTurn[] =>
  turns.filter(({ side }) => side === 'supporter');

/**
 * The session as it stood before the supporter's `turn`, ready for other words; null when the supporter wrote no
 * such turn. What was written stays as it was, also where a language model worded it; chance, topic and counts
 * come from playing it again, so that the same words lead to the same reply.
 */
export function rewind(
  { scenario, session }: Pick<SessionRecord, 'scenario' | 'session'>,
  turn: number,
  tools: PlayTools,
): PracticeSession | null {
  const cut = session.turns.findIndex((one) => one.turn === turn && one.side === 'supporter');
  if (cut < 1) return null;
  const kept = session.turns.slice(0, cut);
  let played = startSession(scenario, session.seed);
  played = asWritten(played, session.turns);
  for (const { side, messages } of kept) {
    if (side !== 'supporter') continue;
    // A past that plays on differently than it was (an older version) is kept as it was written.
    if (played.ending !== null) break;
    played = asWritten(respond(scenario, played, messages.join('\n'), tools), session.turns);
  }
  return { ...played, turns: kept, state: kept.at(-1)?.state ?? played.state, ending: null };
}

/** The session with its turns in the words and states that were written down. */
function asWritten(played: PracticeSession, written: readonly PracticeTurn[]): PracticeSession {
  const turns = played.turns.map((turn, i) => (written[i]?.side === turn.side ? written[i] : turn));
  return { ...played, turns, state: turns.at(-1)?.state ?? played.state };
}

/** A new record that leaves `record` at the supporter's `turn`; null when there is no such turn. */
export function branchAt(
  record: SessionRecord,
  turn: number,
  { id, startedAt }: { id: string; startedAt: number },
  tools: PlayTools,
): SessionRecord | null {
  const session = rewind(record, turn, tools);
  if (session === null) return null;
  const { scenario, help, pace, voice, keep } = record;
  const branch = newRecord({
    id,
    scenario,
    session,
    startedAt,
    help,
    pace,
    voice,
    keep,
    parent: { id: record.id, turn },
  });
  return { ...branch, read: record.read.filter((one) => one.turn < turn) };
}
