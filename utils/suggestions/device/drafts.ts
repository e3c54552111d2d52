import type { HintKind } from '../hint';
import { answerable, pointsBefore } from './answerable';
import { kindOf } from './frames';
import { heartKey, type Line, linesFor } from './lines';
import { isPlain } from './gist';
import { LEAST_WORTH, worthForMatter } from './matters';
import type { Point } from './point';
import { steadyAfter } from './seed';
import type { Situation } from './situation';

/** From so many messages of the supporter's on, one can look back on the talk. */
const LATE = 2;
/** From this weight on a point is what the turn is about, and the others step back by so much. */
const GRAVE = 88;
const BESIDE_THE_GRAVE = 25;
/** How much chance counts against fit, in points of weight. */
const PLAY = 16;
/** What each kind of hint leans towards. */
const LEANS: Record<HintKind, Partial<Record<Point['kind'], number>>> = {
  explore: {
    effort: -14,
    'asks-advice': 6,
    'thought-of-others': -4,
    sorry: -12,
    thanks: -4,
    event: 6,
    state: 4,
  },
  empathise: {
    effort: -14,
    'asks-advice': -16,
    'asks-help': -6,
    feeling: 8,
    sorry: -8,
    hint: -4,
    event: 4,
    state: 2,
  },
  support: {
    effort: 20,
    'asks-advice': 14,
    'asks-normal': 10,
    sorry: 16,
    'thought-of-others': 14,
    good: 10,
    achieved: 10,
    feeling: 4,
  },
};
/** Kinds that say nothing by themselves; beside anything else they are passed over. */
const SLIGHT: ReadonlySet<Point['kind']> = new Set([
  'thanks',
  'closing',
  'greeting',
  'ordinary',
  'fact',
  'ack',
  'thin',
  'topic',
]);
/** Kinds that take up nothing and bring nothing. */
const NODS: ReadonlySet<Point['kind']> = new Set(['ack', 'thin']);
/** Kinds of less weight are read from words that may mean something else: not all three hints rest on one. */
const SURE_KIND = 86;
const MOST_ON_ONE = 1;
/** A word for how a plain clause sounds, where something in it says so. */
const FITS_TONE = 20;
const ONE_TOO_MANY = 30;
/** What a kind word to somebody who is leaving counts before what else could be said to support them. */
const SEES_OFF = 60;

/** A clause that makes up so much of the turn is what it is about. */
const MOST_OF_IT = 0.6;

/** A line for a point before its slots are filled; `form` 0 sets the client's clause before an anchored line. */
export interface Draft {
  line: Line;
  point: Point;
  form: 0 | 1;
  score: number;
}

/** What could be said of each point, best first by what is known before the slots are filled. */
export function draftsFor(
  kind: HintKind,
  situation: Situation,
  round: number,
  rested: ReadonlyMap<Point, number>,
): Draft[] {
  const nods = situation.points.every((point) => NODS.has(point.kind));
  const before = nods ? pointsBefore(situation) : [];
  const points = before.length > 0 ? before : answerable(situation);
  const leaves = points.some((point) => point.kind === 'closing');
  const weighty = points.some((point) => !SLIGHT.has(point.kind) && !(leaves && isPassing(point)));
  const news = points.some(({ kind }) => /^(?:good|achieved|kindness)$/u.test(kind));
  const gravest = Math.max(...points.map((point) => point.weight));
  const closes = !weighty && points.some((point) => point.kind === 'closing');
  const asks = situation.turn.at(-1)?.text.trimEnd().endsWith('?') === true;
  const play = steadyAfter(`${situation.seed}|${kind}`);
  const drafts: Draft[] = [];
  for (const point of points) {
    // Who asks last waits for an answer, and is not asked more about what they told by the way.
    if (asks && kind === 'explore' && isPlain(point)) continue;
    // Of somebody who is leaving nothing more is asked, unless they leave with something grave.
    if (leaves && kind === 'explore' && gravest < GRAVE) continue;
    const sees = leaves && kind === 'support' && point.kind === 'closing' && gravest < GRAVE;
    if (!sees && (weighty ? SLIGHT.has(point.kind) : closes && point.kind !== 'closing')) continue;
    for (const { key, generic, extra } of sourcesFor(point)) {
      for (const line of linesFor(kind, key)) {
        if (isBesideTheMatter(line, situation) || !fits(line, point, situation)) continue;
        const total =
          worth(line, point, generic) +
          (sees ? SEES_OFF : 0) +
          extra -
          ((gravest >= GRAVE && point.weight < gravest - 6) || (news && isPlain(point))
            ? BESIDE_THE_GRAVE
            : 0) -
          (isParticular(line, point) && (rested.get(point) ?? 0) >= MOST_ON_ONE ? ONE_TOO_MANY : 0) +
          PLAY * play(`${line.index}|${round}`);
        // A line for a matter names it, and needs no clause before it.
        if (line.anchor !== true || line.fits !== undefined)
          drafts.push({ line, point, form: 1, score: total });
        else {
          drafts.push({ line, point, form: 1, score: total - 14 });
          // What was told plainly is not read out to them before a question about it, nor one remark of many.
          if (
            !isPlain(point) ||
            point.tone !== undefined ||
            (line.heart !== undefined && shareOf(line, point, situation.turn) >= MOST_OF_IT)
          )
            drafts.push({ line, point, form: 0, score: total - 2 });
        }
      }
    }
  }
  return drafts.sort((a, b) => b.score - a.score || a.line.index - b.line.index);
}

/** Where the lines for a point are found, and what each place adds to their worth. */
function sourcesFor(point: Point): { key: string; generic: boolean; extra: number }[] {
  return [
    { key: point.kind, generic: false, extra: 0 },
    ...(takesGeneric(point) ? [{ key: '*', generic: true, extra: 0 }] : []),
    ...(point.hearts ?? []).map(({ name, worth }) => ({ key: heartKey(name), generic: false, extra: worth })),
  ];
}

/**
 * A line that only fits its kind, for a kind that is read from words with more than one meaning. What a turn is about is
 * read from all of its words.
 */
export function isParticular(line: Line, point: Point): boolean {
  const sure = point.weight >= SURE_KIND || kindOf(point.kind).sure === true;
  return !sure && line.heart === undefined && takesGeneric(point) && !line.for.includes('event');
}

/** Beside news of two sides, or talk about the talk, a plain clause is answered only by what fits that. */
const setsTheTone = (near: Situation['near']): boolean => near === 'news' || near === 'talk';

/** How well a line answers a point, whatever fills its slots. */
function worth(line: Line, point: Point, generic: boolean): number {
  let total = point.weight + (LEANS[line.hint][point.kind] ?? 0) + Math.min(6, point.order);
  if (!generic) total += 10;
  if (line.for.length > 4) total -= 4;
  total += line.rank ?? 0;
  if (line.slots.some((slot) => /^(?:both|whole)$/iu.test(slot))) total += 12;
  else if (line.slots.some((slot) => /^(?:said|doing|when|cause|other|quoted|heard)$/iu.test(slot)))
    total += 7;
  else if (line.slots.length > 0) total += 4;
  if (point.tone !== undefined && line.slots.includes('that')) total += FITS_TONE;
  if (line.stage === 'advice') total += 24;
  if (line.group !== undefined || line.theme !== undefined || line.families !== null) total += 4;
  return total;
}

/** A plain remark: beside a goodbye it is only why they go. */
const isPassing = ({ kind, mood }: Point): boolean =>
  mood === 'any' && /^(?:event|state|asks-you)$/u.test(kind);

const takesGeneric = ({ kind }: Point): boolean => kindOf(kind).ownLines !== true;

/** What comes last is more often the point of a turn than its length says. */
const COMES_LAST = 0.25;
/** Room for the mark that ends a turn, in UTF-16 units. */
const ENDS_WITHIN = 3;

/** How much of the turn the words are that a line says back, 0 to 1, and more for what it ends on. */
function shareOf(line: Line, point: Point, turn: Situation['turn']): number {
  const whole = line.slots.some((slot) => /^whole$/iu.test(slot)) ? point.saidWhole : null;
  const { start, end } = whole ?? point;
  const last = turn.at(-1);
  const ends = point.messageId === last?.id && end >= last.text.trimEnd().length - ENDS_WITHIN;
  const share = (end - start) / turn.reduce((sum, { text }) => sum + text.trim().length, 0);
  return ends ? share + COMES_LAST : share;
}

/** A line for a matter that readers would hardly have here. */
const isBesideTheMatter = (line: Line, { matters }: Situation): boolean =>
  line.fits !== undefined && worthForMatter(line, matters) < LEAST_WORTH;

function fits(line: Line, point: Point, situation: Situation): boolean {
  const { asked, stage, adviceAllowed, said, near, points, turn } = situation;
  if (line.share !== undefined && shareOf(line, point, turn) < line.share) return false;
  if (line.only === true && points.some((other) => other !== point && !SLIGHT.has(other.kind))) return false;
  if (line.near !== near && (line.near !== undefined || (setsTheTone(near) && isPlain(point)))) return false;
  if (line.mixed === true && point.mixed !== true) return false;
  if (line.late === true && said.length < LATE) return false;
  if (line.asks !== undefined && asked.has(line.asks)) return false;
  if (
    line.stage !== undefined &&
    (line.stage === 'advice' ? !adviceAllowed : !line.stage.split(' ').includes(stage))
  )
    return false;
  if (line.tense !== undefined && line.tense !== point.tense) return false;
  const who = point.parsed?.who === 'we' ? 'i' : point.parsed?.who;
  if (line.who !== undefined && line.who !== who) return false;
  if (line.mood !== undefined && !line.mood.split(' ').includes(point.mood)) return false;
  if (line.leans !== undefined && (line.leans === 'open') !== (point.open === true)) return false;
  if (line.but?.split(' ').includes(point.kind) === true) return false;
  return line.families === null || point.feelings.some((f) => line.families?.has(f.entry.family) === true);
}
