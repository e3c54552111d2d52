import { worthOf } from '../fit/fit';
import type { HintKind } from '../hint';
import { countWords } from './companions';
import type { Line } from './lines';
import { clearest, worthForMatter } from './matters';
import type { Point } from './point';
import type { Situation } from './situation';
import type { Filled } from './slots';

/** How much readers' likely verdict counts against what is written in the bank, in points of weight. */
const FIT = 300;
/**
 * What saying back the client's words counts beside that. Judged one by one, general lines are safe, and would be all
 * that is left; of the three, one should show that they were read.
 */
const SHOWS_READ = 130;
/** Their own words in quotation marks read better to the network than to readers: of 53, one in three was wrong. */
const QUOTED = -120;
/**
 * What is likely to read worse than this is not said at all, in the worth of verdicts (good 1, plain 0, wrong -1.5).
 * What reads badly mostly is what was brought back from long ago for want of anything to say.
 */
const WORST: Readonly<Record<HintKind, number>> = { explore: -0.9, empathise: -0.7, support: -0.75 };
/**
 * After the first turn, of what was said back and read worse than plain readers found one in three wrong, and as many where
 * it was less than so much of the turn; but not where it was most of a turn that was long enough to tell something.
 */
const WORST_ECHO = 0;
const LEAST_ECHOED = 0.2;
const MOST_OF_IT = 0.6;
const TELLS = 10;

/** Slots that hold what the client said, turned to them. */
const SAYS_BACK = /^(?:whole|said|both|doing|when|other|cause)$/iu;
const saysBack = ({ hint, slots }: Line): boolean =>
  hint === 'empathise' && slots.some((slot) => SAYS_BACK.test(slot));

/** What a line is worth for saying back what the client said, or what they do or came with just now, in points of weight. */
function showsRead(line: Line, { matters }: Situation): number {
  const { hint, slots, heart, fits } = line;
  if (hint !== 'empathise') return 0;
  if (slots.some((slot) => /^quoted$/iu.test(slot))) return QUOTED;
  const shows =
    fits === undefined ? saysBack(line) : /^(?:done|now)$/u.test(clearest(heart ?? '', matters) ?? '');
  return shows ? SHOWS_READ : 0;
}

/** What readers would say of a hint, -1.5 to 1; null where nothing was learnt. Of lines for a matter the bank knows it. */
function readersSay(line: Line, point: Point, text: string, { fit, matters }: Situation): number | null {
  if (fit === null) return null;
  if (line.fits !== undefined) return worthForMatter(line, matters);
  return worthOf(
    fit({
      kind: line.hint,
      text,
      line: line.text,
      point: point.kind,
      ...(line.heart !== undefined && { heart: line.heart }),
    }),
  );
}

const isBadEcho = (line: Line, { used }: Filled, said: number, { messages, turn }: Situation): boolean => {
  const opens = messages.find(({ side }) => side === 'client') === turn[0];
  if (opens || !saysBack(line)) return false;
  const echo = used.join(' ');
  const share = echo.length / turn.reduce((sum, { text }) => sum + text.length, 0);
  if (share < LEAST_ECHOED) return true;
  return said < WORST_ECHO && !(share >= MOST_OF_IT && countWords(echo) >= TELLS);
};

/** What a line is worth by what readers would likely say of it, its slots still empty, in points of weight. */
export function likelyWorth(line: Line, point: Point, situation: Situation): number {
  return FIT * (readersSay(line, point, line.text, situation) ?? 0) + showsRead(line, situation);
}

/** The same of a filled line; null where it is likely to read so ill that it is better left unsaid. */
export function likelyWorthFilled(
  line: Line,
  point: Point,
  filled: Filled,
  situation: Situation,
): number | null {
  const said = readersSay(line, point, filled.text, situation);
  if (said === null) return 0;
  if (said < WORST[line.hint] || isBadEcho(line, filled, said, situation)) return null;
  return FIT * said + showsRead(line, situation);
}
