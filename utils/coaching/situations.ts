import { holds } from './compile-rules';
import type { Situation } from './draft-rule';
import type { Moment } from './moment';

/** A cue this heavy beside thanks or a goodbye means that nothing is settled. */
const HEAVY = 0.6;

const isHeavy = ({ turnCues }: Moment): boolean => turnCues.some(({ weight }) => weight >= HEAVY);

/** The client thanks, says goodbye or takes an idea up, and shows nothing heavy beside it. */
export const isSettled = (moment: Moment): boolean =>
  !isHeavy(moment) && holds(moment.input.rules.settles, moment.clientPlain);

/** The draft says goodbye to a client who shows nothing heavy: a wish is no promise, and nothing is left to ask. */
const isClosing = (moment: Moment): boolean =>
  !isHeavy(moment) &&
  moment.sentences.some(({ plain, asks }) => !asks && holds(moment.input.rules.closes, plain.text));

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
  if (isClosing(moment)) situations.add('closing');
  if (isAdding(moment)) situations.add('adding');
  if (isLight(moment)) situations.add('light');
  return situations;
}
