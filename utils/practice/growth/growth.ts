import { COMPETENCES } from '../../competences/book';
import type { CompetenceBook, Level } from '../../competences/competence';
import { competencesOf } from '../debrief/competences';
import { makeDebrief } from '../debrief/make-debrief';
import { type FeedbackTools, momentsOf } from '../feedback/moments';
import type { Help, SessionRecord } from '../record';

/** A session with fewer supporter turns says too little to be part of a trend. */
export const FEWEST_TURNS = 4;

/** What one session showed, for the trends. */
export interface SessionSkills {
  id: string;
  scenario: string;
  title: string;
  startedAt: number;
  help: Help;
  turns: number;
  /** By id of the competence; one that did not come up is missing. */
  levels: Readonly<Record<string, Level>>;
  reflectionsToQuestions: number | null;
  openShare: number | null;
}

/** What a session showed; null where it counts for nothing: too short, stopped by danger, or a what-if branch. */
export function skillsOf(record: SessionRecord, tools: FeedbackTools): SessionSkills | null {
  const { id, scenario, session, startedAt, help, parent } = record;
  if (parent || session.ending === 'danger') return null;
  const moments = momentsOf(session, tools);
  if (moments.length < FEWEST_TURNS) return null;
  const { figures } = makeDebrief(scenario, session);
  return {
    id,
    scenario: scenario.id,
    title: scenario.title,
    startedAt,
    help,
    turns: moments.length,
    levels: Object.fromEntries(
      competencesOf(moments, tools.competences).flatMap(({ competence, level }) =>
        level === null ? [] : [[competence.id, level]],
      ),
    ),
    reflectionsToQuestions: figures.reflectionsToQuestions,
    openShare: figures.openShare,
  };
}

export type Trend = 'too-few' | 'growing' | 'steady' | 'slipping' | 'mixed';

/** How one competence went over the sessions. */
export interface CompetenceTrend {
  id: string;
  name: string;
  /** Oldest first; null where it did not come up. */
  levels: readonly (Level | null)[];
  trend: Trend;
  /** The trend in wide, honest words. */
  words: string;
  /** Middle of the newest sessions; null before the first. */
  now: number | null;
}

/** Sessions that a trend needs, and the newest ones that stand for now. */
const ENOUGH = 4;
const NEWEST = 3;
/** A level is read with wide error: less than this between earlier and now is no change. */
const CHANGE = 0.75;
const SCATTERED = 1.1;

const WORDS: Readonly<Record<Trend, string>> = {
  'too-few': 'Too few sessions to tell.',
  growing: 'Seems to be growing.',
  steady: 'About the same so far.',
  slipping: 'A little less of late. That happens, with a harder client too.',
  mixed: 'Goes up and down; it may depend on the client.',
};

const middle = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[half] ?? 0) : ((sorted[half - 1] ?? 0) + (sorted[half] ?? 0)) / 2;
};

function trendOf(levels: readonly Level[]): Trend {
  if (levels.length < ENOUGH) return 'too-few';
  const newest = levels.slice(-NEWEST);
  const earlier = levels.slice(0, -NEWEST);
  const change = middle(newest) - middle(earlier.slice(-NEWEST));
  const mean = levels.reduce<number>((sum, level) => sum + level, 0) / levels.length;
  const scatter = Math.sqrt(levels.reduce((sum, level) => sum + (level - mean) ** 2, 0) / levels.length);
  if (change >= CHANGE) return 'growing';
  if (change <= -CHANGE) return 'slipping';
  return scatter >= SCATTERED ? 'mixed' : 'steady';
}

/** Each competence over the sessions, which may come in any order. Pure. */
export function trendsOf(
  sessions: readonly SessionSkills[],
  { competences }: CompetenceBook = COMPETENCES,
): CompetenceTrend[] {
  const ordered = [...sessions].sort((a, b) => a.startedAt - b.startedAt);
  return competences.map(({ id, name }): CompetenceTrend => {
    const levels = ordered.map((session) => session.levels[id] ?? null);
    const known = levels.filter((level) => level !== null);
    const trend = trendOf(known);
    return {
      id,
      name,
      levels,
      trend,
      words: WORDS[trend],
      now: known.length === 0 ? null : middle(known.slice(-NEWEST)),
    };
  });
}
