import type { CompetenceBook } from '../../competences/competence';
import type { Help } from '../record';
import type { Scenario } from '../scenario';
import { type CompetenceTrend, type SessionSkills, trendsOf } from './growth';

/** What to practise next, as an offer: the person decides. */
export interface NextPractice {
  help: Help;
  /** Why this much help. */
  helpWhy: string;
  /** An unaided session, to see what has stayed; offered every few sessions. */
  isCheckUp: boolean;
  scenario: { id: string; title: string; why: string } | null;
  /** The competence that it returns to; null while nothing is known. */
  skill: { id: string; name: string } | null;
}

/** Sessions with one kind of help before it fades, and aided ones between check-ups. */
const BEFORE_FADING = 3;
const BETWEEN_CHECK_UPS = 4;
/** All basics, as the middle of the newest sessions. */
const BASICS = 3;
const DAY = 86_400_000;
/** A skill comes back after so many days, the sooner the weaker it is: level 1 or 2, 3, and 4. */
const COMES_BACK = [
  { below: 2.5, days: 1 },
  { below: 3.5, days: 4 },
  { below: 5, days: 10 },
] as const;
/** These are judged in nearly every session, so they say when help may fade. */
const USUAL = new Set(['saying-back', 'asking', 'feelings', 'respect', 'their-choice', 'pace']);

/** Scenarios that give a skill room: by what in them calls for it. */
const CALLS_FOR: Readonly<Record<string, (scenario: Scenario) => boolean>> = {
  safety: ({ contentNote, answers }) => contentNote !== undefined && answers.suicide !== undefined,
  'honest-hope': ({ level, contentNote }) => level >= 2 && contentNote === undefined,
  respect: ({ leanings }) => (leanings.defending ?? 0) + (leanings.irritable ?? 0) > 0,
  'their-choice': ({ leanings }) => (leanings.agreeing ?? 0) + (leanings.defending ?? 0) > 0,
  asking: ({ leanings }) => (leanings.minimal ?? 0) + (leanings.superficial ?? 0) > 0,
  'saying-back': ({ leanings }) => (leanings.intellectualising ?? 0) + (leanings.superficial ?? 0) > 0,
  pace: ({ leanings }) => (leanings.tangential ?? 0) + (leanings.minimal ?? 0) > 0,
};

const aided = ({ help }: SessionSkills): boolean => help !== 'off';

/**
 * How much help to offer: all of it at first, on request once the basics show in three sessions in a row, none
 * once they show with help on request; more again when they no longer show.
 */
export function proposeHelp(
  sessions: readonly SessionSkills[],
): Pick<NextPractice, 'help' | 'helpWhy' | 'isCheckUp'> {
  const ordered = [...sessions].sort((a, b) => a.startedAt - b.startedAt);
  const newest = ordered.slice(-BEFORE_FADING);
  const sinceCheckUp = ordered.length - 1 - ordered.findLastIndex((one) => !aided(one));
  const last = ordered.at(-1);
  const say = (help: Help, helpWhy: string, isCheckUp = false) => ({ help, helpWhy, isCheckUp });
  if (!last) return say('on', 'With hints and feedback, to begin with.');
  const showsBasics = (one: SessionSkills): boolean => {
    const levels = Object.entries(one.levels).flatMap(([id, level]) => (USUAL.has(id) ? [level] : []));
    const met = levels.filter((level) => level >= BASICS).length;
    return levels.length > 0 && !levels.includes(1) && met >= Math.ceil(levels.length * 0.6);
  };
  if (sinceCheckUp >= BETWEEN_CHECK_UPS)
    return say('off', 'It shows what has stayed, and counts like any other.', true);
  if (newest.length < BEFORE_FADING)
    return say(
      last.help === 'off' ? 'request' : last.help,
      'As before, until a few sessions have shown more.',
    );
  if (!newest.every(showsBasics)) {
    const steps: Record<Help, Help> = {
      on: 'on',
      request: showsBasics(last) ? 'request' : 'on',
      off: 'request',
    };
    return say(steps[last.help], 'The basics come and go, so some help may be good company.');
  }
  if (newest.every(({ help }) => help !== 'on'))
    return say('off', 'The basics showed without the hints being on, three times in a row.');
  return say('request', 'The basics showed three times in a row. The hints can wait until you ask.');
}

/** When a skill wants to come back, in milliseconds since 1970. */
export function dueAt({ now, id }: CompetenceTrend, sessions: readonly SessionSkills[]): number {
  const last = Math.max(
    0,
    ...sessions.filter(({ levels }) => levels[id] !== undefined).map((one) => one.startedAt),
  );
  const days = COMES_BACK.find(({ below }) => (now ?? 0) < below)?.days ?? 1;
  return last + days * DAY;
}

/** The offer for the next session. `now` is milliseconds since 1970, given by the caller. Pure. */
export function nextPractice(
  sessions: readonly SessionSkills[],
  scenarios: readonly Scenario[],
  now: number,
  book?: CompetenceBook,
): NextPractice {
  const trends = trendsOf(sessions, book).filter((trend) => trend.now !== null);
  // What is due comes first, the weakest before others; else what is due soonest.
  const overdue = trends.filter((trend) => dueAt(trend, sessions) <= now);
  const skill =
    [...overdue].sort((a, b) => (a.now ?? 0) - (b.now ?? 0))[0] ??
    [...trends].sort((a, b) => dueAt(a, sessions) - dueAt(b, sessions))[0] ??
    null;
  const played = new Map<string, number>();
  for (const { scenario, startedAt } of sessions)
    played.set(scenario, Math.max(played.get(scenario) ?? 0, startedAt));
  const hardest = Math.max(
    0,
    ...sessions.map((one) => scenarios.find(({ id }) => id === one.scenario)?.level ?? 1),
  );
  const calls = skill ? CALLS_FOR[skill.id] : undefined;
  const fitting = scenarios.filter((one) => calls?.(one) ?? true);
  // Nobody is sent to a client two steps harder than they have met, nor to a heavy one unasked for.
  const within = (fitting.length > 0 ? fitting : scenarios).filter(
    ({ level, contentNote }) => level <= hardest + 1 && (contentNote === undefined || skill?.id === 'safety'),
  );
  const scenario = [...within].sort(
    (a, b) => (played.get(a.id) ?? 0) - (played.get(b.id) ?? 0) || a.level - b.level,
  )[0];
  return {
    ...proposeHelp(sessions),
    skill: skill && { id: skill.id, name: skill.name },
    scenario: scenario
      ? {
          id: scenario.id,
          title: scenario.title,
          why: skill
            ? `It gives room for: ${skill.name.toLowerCase()}.`
            : 'A client who warms soon, to begin with.',
        }
      : null,
  };
}
