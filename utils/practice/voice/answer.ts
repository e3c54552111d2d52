import type { Ask } from '../asks';
import type { ClientState } from '../client/client-state';
import type { Scenario } from '../scenario';
import { BANK } from './bank';
import type { LinePicker } from './line-picker';

/** Openness from which answers are given freely. */
const FREELY = 0.4;
/** Asks that are met in another way than by an answer. */
const NOT_ANSWERED: ReadonlySet<Ask> = new Set(['ai', 'ready', 'goodbye', 'more']);
/** Asked in passing: answered only when nothing else is. */
const SLIGHT: ReadonlySet<Ask> = new Set(['anything-else', 'greeting']);
/** What can be answered in many ways is not "asked again". */
const MANY_ANSWERS: ReadonlySet<Ask> = new Set([
  'feel',
  'why',
  'want',
  'anything-else',
  'greeting',
  'daily',
  'coped',
  'mean',
  'other',
  'like',
]);

/** The question that is answered of those in a turn; null when none is. */
export function chooseAsk(asks: readonly Ask[]): Ask | null {
  const answered = asks.filter((ask) => !NOT_ANSWERED.has(ask));
  return answered.find((ask) => !SLIGHT.has(ask)) ?? answered[0] ?? null;
}

/** The answer to a question that only this person can be asked; null when it is none, or all was said. */
export function answerOwn(
  asked: string,
  scenario: Scenario,
  state: ClientState,
  picker: LinePicker,
): string[] | null {
  for (const { match, after, guarded, open } of scenario.questions) {
    if (!after.every((id) => state.disclosed.includes(id))) continue;
    if (!new RegExp(`\\b(?:${match})`, 'u').test(asked)) continue;
    const isWary = guarded.length > 0 && state.openness < FREELY;
    const messages = picker.next(isWary ? guarded : open) ?? (isWary ? null : picker.next(guarded));
    if (messages) return messages;
  }
  return null;
}

/** What this person alone would answer to a common question; null when nothing of it is left. */
export function ownWords(
  ask: Ask,
  scenario: Scenario,
  state: ClientState,
  picker: LinePicker,
): string[] | null {
  const own = scenario.answers[ask];
  return own ? picker.next(state.openness >= FREELY ? own.open : own.guarded) : null;
}

/** The client's answer to what was asked, in the scenario's words or common ones; null when all were given. */
export function answer(
  ask: Ask,
  scenario: Scenario,
  state: ClientState,
  timesAsked: number,
  picker: LinePicker,
): string[] | null {
  const own = scenario.answers[ask];
  const common = BANK.answers[ask];
  const freely = state.openness >= FREELY;
  const pools = [own, common].flatMap((pool) => (pool ? [freely ? pool.open : pool.guarded] : []));
  // What belongs to this person comes before what anybody could say.
  for (const pool of own && ask !== 'greeting' ? pools.slice(0, 1) : pools) {
    const messages = picker.next(pool);
    if (messages) return messages;
  }
  if (!MANY_ANSWERS.has(ask) && timesAsked > 0) {
    const again = picker.any(BANK.again);
    if (again) return again;
  }
  for (const pool of pools) {
    const messages = picker.next(pool);
    if (messages) return messages;
  }
  return null;
}
