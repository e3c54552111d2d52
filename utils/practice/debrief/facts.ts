import type { SessionRecord } from '../record';
import { countOf } from './figure-words';

const HELP = { on: 'with help', request: 'help on request', off: 'without help' } as const;

/** The facts of a session in a line: who, what, how hard, how long, with which help. */
export function facts({ scenario, session, startedAt, endedAt, help, parent }: SessionRecord): string[] {
  const turns = session.turns.filter(({ side }) => side === 'supporter').length;
  const minutes = endedAt === null ? null : Math.max(1, Math.round((endedAt - startedAt) / 60_000));
  return [
    scenario.person.name,
    scenario.title,
    `level ${String(scenario.level)}`,
    countOf(turns, 'turn'),
    // A session that was left open over days tells nothing by its minutes.
    ...(minutes !== null && minutes <= 180 ? [countOf(minutes, 'minute')] : []),
    HELP[help],
    ...(parent ? [`another path from turn ${String(parent.turn)}`] : []),
  ];
}

/** What a saved debrief is called: the scenario and the day. */
export function fileName({ scenario, startedAt }: SessionRecord): string {
  return `practice-${scenario.id}-${new Date(startedAt).toISOString().slice(0, 10)}.html`;
}
