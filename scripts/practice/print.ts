import { distressOf } from '@/utils/practice/client/client-state';
import { makeDebrief } from '@/utils/practice/debrief/make-debrief';
import { ratioWords, shareWords, tellingWords } from '@/utils/practice/debrief/figure-words';
import type { LookBack } from '@/utils/practice/debrief/look-back';
import type { Scenario } from '@/utils/practice/scenario';
import type { PracticeSession, PracticeTurn } from '@/utils/practice/session';

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
const shown = (value: number | null): number | null => (value === null ? null : rounded(value));

/** One turn as a line of JSON. Distress is 0 to 1; valence and arousal, of which it is made, stand beside it. */
export function jsonTurn({ turn, side, messages, state, outOfRole }: PracticeTurn): string {
  const { trust, valence, arousal, openness, phase, resistance, disclosed, reasons } = state;
  return JSON.stringify({
    turn,
    side,
    text: messages.join('\n'),
    trust: rounded(trust),
    distress: rounded(distressOf(state)),
    openness: rounded(openness),
    phase,
    resistance,
    disclosed,
    valence: rounded(valence),
    arousal: rounded(arousal),
    ...(side === 'client' && reasons.length > 0 && { reasons: reasons.map(({ why }) => why) }),
    ...(outOfRole && { outOfRole }),
  });
}

/** What is printed at the end of a session. */
export function summaryOf(scenario: Scenario, session: PracticeSession, supporter: string, seen?: LookBack) {
  const debrief = makeDebrief(scenario, session);
  const replies = session.turns.filter(({ side }) => side === 'client').slice(1);
  const { figures } = debrief;
  return {
    scenario: scenario.id,
    supporter,
    seed: session.seed,
    supporterTurns: figures.turns,
    ending: session.ending,
    trust: rounded(session.state.trust),
    distress: rounded(debrief.distress.after),
    distressBefore: rounded(debrief.distress.before),
    openness: rounded(session.state.openness),
    phase: session.state.phase,
    disclosed: session.state.disclosed,
    untold: debrief.untold.map(({ id }) => id),
    importantTold: debrief.told.filter(({ weight }) => weight !== 'surface').length,
    resistanceTurns: replies.filter(({ state }) => state.resistance !== null).length,
    solved: session.state.valence > 0,
    score: debrief.score,
    figures: {
      reflections: figures.reflections,
      questions: figures.questions,
      reflectionsToQuestions: shown(figures.reflectionsToQuestions),
      openShare: shown(figures.openShare),
      complexShare: shown(figures.complexShare),
      nonAdherent: figures.nonAdherent,
      bands: figures.bands,
    },
    cues: { answered: debrief.cues.answered, missed: debrief.cues.missed },
    felt: Object.fromEntries(Object.entries(debrief.felt).map(([key, value]) => [key, rounded(value)])),
    feltWords: debrief.feltWords,
    turningPoints: debrief.turningPoints.map((point) => ({ ...point, change: rounded(point.change) })),
    ...(seen && {
      competences: Object.fromEntries(
        seen.competences.map(({ competence, level }) => [competence.id, level]),
      ),
      harms: seen.harms,
    }),
    keep: debrief.keep,
    tryNext: debrief.tryNext,
    aftercare: scenario.aftercare,
  };
}

const bar = (value: number): string => value.toFixed(2);

/** One turn for people. */
export function textTurn({ side, messages, state, outOfRole }: PracticeTurn, name: string): string {
  if (side === 'supporter') return `\n  you: ${messages.join('\n')}`;
  if (outOfRole) return `\n${messages.map((message) => `(out of role) ${message}`).join('\n')}`;
  const mood = [
    `trust ${bar(state.trust)}`,
    `distress ${bar(distressOf(state))}`,
    `openness ${bar(state.openness)}`,
    state.phase,
    ...(state.resistance ? [state.resistance] : []),
  ].join(', ');
  const why = state.reasons.map((reason) => reason.why).join('; ');
  return `\n${messages.map((message) => `${name}: ${message}`).join('\n')}\n    [${mood}]${why === '' ? '' : `\n    [you ${why}]`}`;
}

/** The debrief for people: the same look back as the page shows. */
export function textDebrief(scenario: Scenario, seen: LookBack): string {
  const { debrief, telling } = seen;
  const { figures } = debrief;
  const quoted = (notes: readonly { words: string }[]): string =>
    [...new Set(notes.map(({ words }) => `"${words}"`))].join(', ') || 'none';
  const at = (turn: number | undefined, words: string | undefined): string =>
    turn === undefined ? '' : ` (turn ${String(turn)}: "${(words ?? '').slice(0, 120)}")`;
  const levels = seen.competences.map(
    ({ competence, level, words }) =>
      `    ${competence.name}: ${level === null ? '–' : String(level)}. ${words}`,
  );
  return [
    '',
    'Looking back',
    `  ${seen.lead}`,
    `  Told: ${debrief.told.map(({ name }) => name).join('; ') || 'nothing yet'}`,
    `  Still closed: ${debrief.untold.map(({ name }) => name).join('; ') || 'nothing'}`,
    `  For them: ${debrief.feltWords.join(' ')}`,
    ...seen.harms.map(({ text, turn, words }) => `  To look at first: ${text}${at(turn, words)}`),
    `  Keep: ${debrief.keep.text}${at(debrief.keep.turn, debrief.keep.words)}`,
    `  Try: ${debrief.tryNext.text}${at(debrief.tryNext.turn, debrief.tryNext.words)}`,
    ...seen.points.map(
      ({ turn, change, why }) =>
        `  ${change > 0 ? 'Trust grew' : 'Trust went back'} after turn ${String(turn)}: you ${why}.`,
    ),
    `  Cues taken up: ${quoted(debrief.cues.answered)}`,
    `  Cues passed by: ${quoted(debrief.cues.missed)}`,
    `  Reflections to questions: ${ratioWords(figures)} (fair from 1 : 1, good from 2 : 1)`,
    `  Open questions: ${shareWords(figures.openQuestions, figures.questions)}; complex reflections: ${shareWords(figures.complexReflections, figures.reflections)} (fair 40 %, good 50 %)`,
    `  Advice, persuading, arguing: ${String(figures.nonAdherent)}. ${tellingWords(telling)}`,
    '  Skills, level 1 to 4:',
    ...levels,
    `  ${scenario.aftercare}`,
  ].join('\n');
}
