import { maskMethods } from '../../analysis/safety/mask-methods';
import { clientAskedForAdvice } from '../../conversation/stage';
import { quoteOf } from '../around-cue';
import type { Scenario } from '../scenario';
import type { TurnMoment } from './moments';
import { FEEDBACK_WORDS, fill, inTurn } from './words';

/** An open cue lighter than this does not set the goal. */
const HEAVY = 0.5;

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
    return say(goals.cue, { words: quoteOf(text, cue.text) });
  }
  if (before?.turn === 1) return say(goals.opening);
  // Whoever has told nothing that weighs has not told a good deal yet, however long the talk is.
  const hasDared = items.some(
    ({ id, weight }) => weight !== 'surface' && before?.state.disclosed.includes(id),
  );
  return say(
    stage === 'action' ? goals.action : stage === 'insight' && hasDared ? goals.insight : goals.explore,
  );
}
