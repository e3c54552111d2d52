import { maskMethods } from '../../analysis/safety/mask-methods';
import type { CodedSpan } from '../../analysis/codes/code';
import { COMPETENCES } from '../../competences/book';
import type { CompetenceBook } from '../../competences/competence';
import { judgeCompetences, type Judged } from '../../competences/judge';
import { seenIn, type SeenTurn } from '../../competences/seen';
import type { TurnMoment } from '../feedback/moments';
import { flagsOf } from '../feedback/turn-feedback';

/** How the client took it stands for a flag where the rule book saw none. */
const HURTS = new Set(['abuse', 'judge']);

function codesOf({ turn, text }: TurnMoment, effects: ReadonlySet<string>): CodedSpan[] {
  const codes = turn.codes ?? [];
  const asked = effects.has('safety-asked') || effects.has('safety-asked-cold');
  return asked && !codes.some(({ code }) => code === 'safety-check')
    ? [...codes, { code: 'safety-check', start: 0, end: text.length }]
    : codes;
}

/** How each competence showed in a session. */
export function competencesOf(moments: readonly TurnMoment[], book: CompetenceBook = COMPETENCES): Judged[] {
  let due = false;
  const turns = moments.map((moment): SeenTurn => {
    const { turn, text, reply, safetyDue } = moment;
    const effects = new Set((reply?.state.reasons ?? []).map(({ effect }) => effect));
    const flags: SeenTurn['flags'] = flagsOf(moment).map(({ id, spans }) => ({
      id,
      words: spans.map((span) => span.text).join(' … '),
    }));
    const isHurt = [...effects].some((effect) => HURTS.has(effect));
    const isKnown = flags.some(({ id }) => id === 'judging' || id === 'blame');
    // That a question was due is one thing, however many turns it stays so.
    const newest = due ? undefined : safetyDue.at(-1);
    due ||= newest !== undefined;
    return {
      turn: turn.turn,
      text,
      codes: codesOf(moment, effects),
      flags: isHurt && !isKnown ? [...flags, { id: 'judging', words: text.slice(0, 120) }] : flags,
      cuesTaken: turn.answered ?? [],
      cuesMissed: effects.has('cue-missed') || effects.has('dropped') ? (turn.missed ?? []) : [],
      ...(newest && { safetyDue: maskMethods(newest.cue.text) }),
    };
  });
  return judgeCompetences(book, seenIn(turns));
}
