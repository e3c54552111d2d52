import { respond, startSession } from '@/utils/practice/play';
import type { Scenario } from '@/utils/practice/scenario';
import type { PracticeSession } from '@/utils/practice/session';
import type { Readers } from '../suggest/talk';
import { createSupporter, type SupporterName } from './supporters';

/** Supporter turns of a session that is played by a script. */
export const DEFAULT_TURNS = 14;

/** Plays a whole session against a scripted supporter. */
export function playSession(
  scenario: Scenario,
  supporter: SupporterName,
  seed: number,
  readers: Readers,
  turns = DEFAULT_TURNS,
): PracticeSession {
  const write = createSupporter(supporter, seed, readers);
  let session = startSession(scenario, seed);
  for (let i = 1; i <= turns && session.ending === null; i += 1) {
    session = respond(scenario, session, write(session, turns - i), readers);
  }
  return session;
}
