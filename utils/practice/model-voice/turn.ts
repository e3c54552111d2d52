import type { Item, Scenario } from '../scenario';
import type { PracticeSession, PracticeTurn } from '../session';

/** A client's turn that a language model may put into words, with all that decides what it may say. */
export interface TurnToSay {
  scenario: Scenario;
  /** The session with the turn as the device wrote it, which is its last. */
  session: PracticeSession;
  /** The client's turn: its messages are what the device would say. */
  turn: PracticeTurn;
  /** What is told in it for the first time. */
  told: Item | null;
  /** What matters and is not told yet. */
  closed: readonly Item[];
}

/** Questions whose answers are always the written ones. */
const WRITTEN_ALONE = ['ai', 'suicide', 'plan', 'self-harm', 'safe'] as const;

/**
 * The last turn of a session, if a language model may say it; null when it is said in written words alone: out of
 * role, at an ending, and wherever somebody's safety was asked about.
 */
export function turnToSay(
  scenario: Scenario,
  before: PracticeSession,
  session: PracticeSession,
): TurnToSay | null {
  const turn = session.turns.at(-1);
  if (turn?.side !== 'client' || turn.outOfRole === true || session.ending !== null) return null;
  if (WRITTEN_ALONE.some((ask) => (session.asked[ask] ?? 0) > (before.asked[ask] ?? 0))) return null;
  const { disclosed } = session.state;
  return {
    scenario,
    session,
    turn,
    told: scenario.items.find(({ id }) => id === turn.told) ?? null,
    closed: scenario.items.filter(({ id, weight }) => weight !== 'surface' && !disclosed.includes(id)),
  };
}
