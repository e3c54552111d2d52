import { maskMethods } from '../../analysis/safety/mask-methods';
import { clientAskedForAdvice } from '../../conversation/stage';
import type { Scenario } from '../scenario';
import type { TurnMoment } from './moments';
import { FEEDBACK_WORDS, fill, inTurn } from './words';

/** An open cue lighter than this does not set the goal. */
const HEAVY = 0.5;

/** Longest message, in words, that is quoted whole. */
const SHORT = 12;
const CLAUSE = /(?<=[.,;!?])\s+/u;

/** A cue's words with those that make sense of them: the message when it is short, or else the clause. */
function aroundCue(text: string, cue: string): string {
  const whole = text.trim();
  const quoted =
    whole.split(/\s+/u).length <= SHORT ? whole : whole.split(CLAUSE).find((clause) => clause.includes(cue));
  return (quoted ?? cue).replace(/[.,;]$/u, '');
}

/** What this moment asked of a supporter: the first that fits, the weightiest first. */
export function goalOf(moment: TurnMoment, { person, items }: Scenario): string {
  const { goals, resisting } = FEEDBACK_WORDS;
  const { before, reply, openCues, safetyDue, messages, stage } = moment;
  const say = (sentence: string | readonly string[], gaps: Readonly<Record<string, string>> = {}): string =>
    fill(inTurn(sentence, moment.turn.turn), { name: person.name, ...gaps });

  const due = safetyDue.at(-1);
  if (due) {
    // No method is repeated to anyone.
    const quoted = maskMethods(due.cue.text) === due.cue.text ? due.cue.text : '…';
    return say(goals.safety, { words: quoted });
  }
  if (reply?.state.phase === 'closing') return say(goals.closing);
  const told = items.find(({ id }) => id === before?.told);
  if (told && told.weight !== 'surface') return say(goals.dared, { told: told.name });
  const closed = before?.state.resistance;
  if (closed) return say(resisting[closed]);
  const last = new Set(
    messages.filter(({ id }) => id.startsWith(`${String(before?.turn)}.`)).map(({ id }) => id),
  );
  const said = messages.filter(({ id }) => last.has(id)).map(({ text }) => text);
  if (said.some((text) => clientAskedForAdvice(text) !== null)) return say(goals.asked);
  const [cue] = openCues
    .filter(({ id, weight }) => last.has(id) && weight >= HEAVY)
    .sort((a, b) => b.weight - a.weight);
  if (cue) {
    const text = messages.find(({ id }) => id === cue.id)?.text ?? cue.text;
    const around = aroundCue(text, cue.text);
    // What would have to be masked is quoted no further than the cue.
    const words = maskMethods(around) === around ? around : maskMethods(cue.text);
    return say(goals.cue, { words });
  }
  if (before?.turn === 1) return say(goals.opening);
  return say(stage === 'exploration' ? goals.explore : goals[stage]);
}
