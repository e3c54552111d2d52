import { FEWEST_TURNS, type Judged } from '../../competences/judge';
import { type FeedbackTools, momentsOf, type TurnMoment } from '../feedback/moments';
import { feedbackOf, type TurnFeedback } from '../feedback/turn-feedback';
import { fill } from '../feedback/words';
import type { SessionRecord } from '../record';
import { type ArcPoint, arcOf, type NamedPoint, namedPoints } from './arc';
import { competencesOf } from './competences';
import { DEBRIEF_WORDS } from './debrief-words';
import { type Debrief, makeDebrief } from './make-debrief';

/** Exploring against telling, in coded parts of the supporter's turns. */
export interface Telling {
  /** Reflections and open questions. */
  exploring: number;
  /** Advice of every kind, persuading and facts. */
  telling: number;
  /** Turns whose advice came before it was asked for or explored. */
  early: readonly number[];
  /** What had been done before the first advice; null when none was given. */
  first: { turn: number; reflections: number; questions: number } | null;
}

/** Everything that the debrief page shows of one session. */
export interface LookBack {
  lead: string;
  debrief: Debrief;
  feedback: ReadonlyMap<number, TurnFeedback>;
  competences: readonly Judged[];
  /** What could have hurt a real person, gently named, with the turn. */
  harms: readonly { text: string; turn?: number; words?: string }[];
  arc: readonly ArcPoint[];
  points: readonly NamedPoint[];
  telling: Telling;
}

/** What of a record is looked back on. */
export type Looked = Pick<SessionRecord, 'scenario' | 'session' | 'read'>;

const EARLY = new Set(['advice', 'advice-again']);

function tellingOf(moments: readonly TurnMoment[]): Telling {
  let [exploring, telling, reflections, questions] = [0, 0, 0, 0];
  let first: Telling['first'] = null;
  const early: number[] = [];
  for (const { turn, reply } of moments) {
    for (const { code } of turn.codes ?? []) {
      const isReflection = code === 'simple-reflection' || code === 'complex-reflection';
      const isAdvice = code === 'advice' || code === 'advice-with-permission' || code === 'persuading';
      if (isAdvice) first ??= { turn: turn.turn, reflections, questions };
      if (isReflection || code === 'open-question') exploring += 1;
      if (isAdvice || code === 'information') telling += 1;
      if (isReflection) reflections += 1;
      if (code === 'open-question' || code === 'closed-question' || code === 'safety-check') questions += 1;
    }
    if (reply?.state.reasons.some(({ effect }) => EARLY.has(effect))) early.push(turn.turn);
  }
  return { exploring, telling, early, first };
}

/** One or two sentences on what happened between the two. */
function leadOf({ scenario, session }: Looked, { told, cues, figures }: Debrief): string {
  const { lead } = DEBRIEF_WORDS;
  const { name } = scenario.person;
  const heaviest = (['core', 'important', 'surface'] as const).flatMap((weight) => {
    const last = told.findLast((one) => one.weight === weight);
    return last ? [{ weight, told: last.name }] : [];
  })[0];
  // The one that says most by itself.
  const missed = [...cues.missed].sort((a, b) => b.words.length - a.words.length)[0];
  const parts = [
    heaviest ? fill(lead[heaviest.weight], { name, told: heaviest.told }) : fill(lead.nothing, { name }),
    ...(figures.turns < FEWEST_TURNS
      ? [lead.short]
      : missed
        ? [fill(lead.missed, { words: missed.words })]
        : cues.answered.length > 0
          ? [fill(lead.answered, { name })]
          : []),
    ...(session.ending === 'left' ? [fill(lead.left, { name })] : []),
  ];
  return parts.join(' ');
}

/**
 * All that there is to look back on in a session: of any length, ended or not. Null after real danger, when
 * nobody's wording is looked at. Pure.
 */
export function lookBack(record: Looked, tools: FeedbackTools): LookBack | null {
  const { scenario, session } = record;
  if (session.ending === 'danger') return null;
  const debrief = makeDebrief(scenario, session);
  const moments = momentsOf(session, tools);
  const competences = competencesOf(moments, tools.competences);
  const points = namedPoints(debrief);
  return {
    lead: leadOf(record, debrief),
    debrief,
    feedback: new Map(moments.map((moment) => [moment.turn.turn, feedbackOf(moment, scenario, tools)])),
    competences,
    harms: competences.flatMap(({ evidence }) =>
      evidence
        .filter(({ kind, met }) => kind === 'harmful' && met)
        .map(({ words, occurrences: [first] }) => ({
          text: words,
          ...(first?.turn !== undefined && { turn: first.turn }),
          ...(first?.words !== undefined && { words: first.words }),
        })),
    ),
    arc: arcOf(record, points),
    points,
    telling: tellingOf(moments),
  };
}
