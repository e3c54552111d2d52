import { holds } from './compile-rules';
import type { Situation } from './draft-rule';
import type { Moment } from './moment';

/** A cue this heavy beside thanks means that nothing is settled. */
const HEAVY = 0.6;

/** The client thanks, says goodbye or takes an idea up, and shows nothing heavy beside it. */
function isSettled({ clientPlain, turnCues, input }: Moment): boolean {
  if (turnCues.some(({ weight }) => weight >= HEAVY)) return false;
  return holds(input.rules.settles, clientPlain);
}

/** The supporter has answered the client's last turn already, and adds to it. */
const isAdding = ({ input: { messages } }: Moment): boolean =>
  messages.findLast(({ deleted }) => deleted !== true)?.side === 'supporter';

/** The client's last turn is light, and nothing in it is open, asked or hard for them. */
function isLight({ clientPlain, turnCues, turn, input: { rules } }: Moment): boolean {
  if (turn.length === 0 || turnCues.length > 0) return false;
  return holds(rules.lightens, clientPlain) && !holds(rules.troubles, clientPlain);
}

/** What kind of moment a draft is written in. */
export function situationsOf(moment: Moment): ReadonlySet<Situation> {
  const situations = new Set<Situation>();
  if (isSettled(moment)) situations.add('settled');
  if (isAdding(moment)) situations.add('adding');
  if (isLight(moment)) situations.add('light');
  return situations;
}
