import type { Reading } from '../../analysis/reading';
import { leansOn } from './echo';
import { kindOf } from './frames';
import { moodOf, SAYS_IT } from './mood';
import type { Mood, Point } from './point';
import { hasCue, hasEvidence, isMeant, isOpen, readsBright, readsDark, type Witnesses } from './sense';
import { cueTone, toneOf } from './tone';
import { wordsOf } from './words';
import { sign } from './signs';

/** From here on a plain clause matters enough to be said back beside others. */
const MATTERS = 3;
/** What is told only to date something is passed over by so much. */
const DATES_ONLY = 6;
/** From here on its own words can be quoted, which cannot be untrue. */
const QUOTABLE = -1;
/** A reading speaks against good news, or for trouble, from here on, in units of valence. */
const HARDLY_UNPLEASANT = -0.15;
/** Trouble of such weight in the same turn comes before what was achieved. */
const OUTWEIGHS = 68;
/** Evidence of a reading weighs from here on. */
const WEIGHTY_EVIDENCE = 0.2;

const PLAIN: ReadonlySet<Point['kind']> = new Set(['event', 'state', 'told', 'topic']);

/** What somebody did when it was too much, or is not proud of: seldom told in passing. */
const SHOWN = sign('shown');
/** Somebody or something else came before the client: the point of what is told around it. */
const PASSED_OVER = sign('passed over');
/** How they felt, in a word or a picture of their own: "I felt about two inches tall". */
const STATES_HOW = sign('states how it felt');
/** "I could live without the money": what would be is not what is. */
const SUPPOSED = /^(?:could|would|might)$/u;
export const LACKING = sign('lacking');
/** Age, hours, dates, what one has and where one lives: told so that the rest is understood. */
const BACKGROUND = sign('background');
const FOND = sign('fond of it');

const WRONGED = sign('wronged');
/** "The biopsy came back and it's nothing": what is lacking here is the trouble. */
const NO_TROUBLE = sign('no trouble found');
const GLAD = sign('glad words');
const TURNED_ROUND = sign('turned round');

/** "living the dream": praise that means the opposite. */
const IRONIC = sign('ironic');

/** "we all cried laughing": what is told with it was no trouble. */
const LAUGHED = sign('laughed');
/** Dark kinds of so much weight stay, whoever laughed. */
const GRAVE = 86;
const isLightened = ({ kind, mood, weight }: Point): boolean =>
  mood === 'dark' && weight < GRAVE && !/^(?:dark|worthless|death)$/u.test(kind);

/** Whether no frame of the bank knows the point: it is a clause like any other. */
export const isPlain = ({ kind }: Point): boolean => PLAIN.has(kind);

/** How likely it is that a plain clause is what its turn is about; 0 for a clause like any other. */
function salience(point: Point, last: number, witnesses: Witnesses): number {
  const { parsed, sentence, lead } = point;
  const rest = parsed === null ? '' : wordsOf(parsed.rest);
  const acting =
    parsed?.who === 'other' &&
    !/^(?:it|it's|there|there's|that|that's|this)$/u.test(parsed.subject[0]?.w ?? '');
  const mine = /\b(?:i|i'm|i've|me|my|us|we|our)\b/u.test(sentence);
  let total = 0;
  if (SHOWN.test(sentence)) total += 4;
  if (PASSED_OVER.test(sentence)) total += 4;
  if (acting && /\b(?:me|my|us|our)\b/u.test(rest)) total += 3;
  if (parsed?.negative === true || LACKING.test(sentence)) total += 2;
  if (point.mood === 'dark') total += 2;
  if (hasCue(point, witnesses)) total += 3;
  if (hasEvidence(point, witnesses, WEIGHTY_EVIDENCE)) total += 2;
  if (/^(?:but|and then|so now|now|yet)/u.test(lead)) total += 2;
  if (point.topics.some((topic) => !topic.place)) total += 1;
  if (point.order === last) total += 2;
  if (STATES_HOW.test(sentence)) total += 4;
  if (/\b(?:today|yesterday|last night|this morning|tonight|now|just now)\b/u.test(sentence)) total += 2;
  if (point.heard !== null) total += 3;
  else if (point.said === null && point.quoted === null && point.saidWhole === null) total -= 2;
  if (BACKGROUND.test(sentence)) total -= 5;
  if (FOND.test(sentence) && !LACKING.test(sentence)) total -= 3;
  if (leansOn(lead)) total -= 3;
  if (SUPPOSED.test(parsed?.modal ?? '')) total -= 3;
  if (!mine) total -= 2;
  // What a turn only dates from ("since my mum moved away") is not what it is about.
  if (point.weight < 0) total -= DATES_ONLY;
  if (point.words.length < 4) total -= 1;
  return total;
}

/**
 * Of the clauses that no frame knows, the one that the turn is most likely about stays whole. The others are
 * not answered: a hint that says back a clause told in passing misses the point. Where none stands out, what
 * was told is answered without saying any of it back.
 * @returns the points in their order, as many as were given; those that are passed over weigh nothing
 */
export function settleGist(given: readonly Point[], witnesses: (messageId: string) => Witnesses): Point[] {
  const laughedOff = new Set(
    given.filter(({ sentence }) => LAUGHED.test(sentence)).map((point) => point.messageId),
  );
  const points = given.map((point) =>
    isMeant(point, witnesses(point.messageId)) &&
    !(laughedOff.has(point.messageId) && isLightened(point)) &&
    isGoodNews(point, given, witnesses(point.messageId))
      ? point
      : asPlain(point),
  );
  const plain = points.filter(isPlain);
  if (plain.length === 0) return points;
  const last = Math.max(...plain.map(({ order }) => order));
  const known = new Map(plain.map((point) => [point, salience(point, last, witnesses(point.messageId))]));
  const ranked = [...known].sort(
    ([a, worthA], [b, worthB]) => worthB - worthA || b.weight - a.weight || b.order - a.order,
  );
  const [first] = ranked;
  if (first === undefined) return points;
  const [top, worth] = first;
  const clauses = new Set(plain.map(({ order }) => order)).size;
  const standsOut = clauses === 1 || worth >= MATTERS;
  const ironic = given.some(({ sentence }) => IRONIC.test(sentence));
  const troubled = points.some(({ mood }) => mood === 'dark');
  return points.map((point): Point => {
    const worthOf = known.get(point);
    if (worthOf === undefined) return point;
    if (point !== top) {
      const aside = worthOf < 0 ? { said: null, doing: null } : {};
      return { ...point, ...aside, passing: true };
    }
    const { reading } = witnesses(point.messageId);
    const read = readsDark(reading)
      ? 'dark'
      : !troubled && ((readsBright(reading) && isGlad(point)) || isExclaimed(point, reading))
        ? 'bright'
        : 'any';
    // "my mate just sat on the phone and didn't say anything. perfect": a cue in glad words is no burden.
    const cue =
      troubled || ironic || reading?.label === 'happiness'
        ? null
        : cueTone(point, witnesses(point.messageId));
    const borne =
      point.mood === 'any' ? read : isBorneOut(point, witnesses(point.messageId)) ? point.mood : 'any';
    const mood: Mood = ironic || (cue !== null && borne === 'any') ? 'dark' : borne;
    const open = isOpen(reading) && !troubled && !ironic;
    const tone = mood === 'dark' ? toneOf(point, witnesses(point.messageId)) : null;
    const told = { ...point, mood, open, ...(tone !== null && { tone }) };
    if (standsOut) return told;
    return {
      ...told,
      said: null,
      doing: null,
      ...(worth < QUOTABLE && { quoted: null }),
    };
  });
}

/**
 * News is good only where nothing around it says otherwise: not "I got promoted and now my friend won't sit with
 * me", nor "I stole from my nan and she thanked me".
 */
function isGoodNews(point: Point, all: readonly Point[], { reading }: Witnesses): boolean {
  if (!isNews(point)) return true;
  // What came before was overcome; only trouble that follows takes the shine off.
  if (point.kind === 'achieved')
    return all.every(
      (other) => other.order <= point.order || other.mood !== 'dark' || other.weight < OUTWEIGHS,
    );
  if (SAYS_IT.test(point.sentence))
    return all.every(
      (other) => other.order <= point.order || other.mood !== 'dark' || other.weight < OUTWEIGHS,
    );
  if (reading !== null && reading.label !== 'unclear' && reading.valence < HARDLY_UNPLEASANT) return false;
  return all.every(
    (other) =>
      other === point ||
      other.order === point.order ||
      other.messageId !== point.messageId ||
      (other.tense === 'past' && other.kind === 'feeling') ||
      NO_TROUBLE.test(other.sentence) ||
      !(
        other.mood === 'dark' ||
        LACKING.test(other.sentence) ||
        other.parsed?.negative === true ||
        WRONGED.test(other.sentence)
      ),
  );
}

/** A hard word alone ("nothing happened", "bored") makes no trouble: the reading or a cue has to bear it out. */
function isBorneOut(point: Point, known: Witnesses): boolean {
  const { reading } = known;
  if (point.mood !== 'dark' || reading === null) return true;
  const reads = !/^(?:neutral|happiness)$/u.test(reading.label) && reading.valence < HARDLY_UNPLEASANT;
  return reads || hasCue(point, known);
}

/** "I'm a grandad!!": told with joy, where nothing in the words or the reading is unpleasant. */
function isExclaimed({ exclaimed, sentence, question, parsed }: Point, reading: Reading | null): boolean {
  if (!exclaimed || question || parsed?.negative === true || LACKING.test(sentence)) return false;
  return reading !== null && reading.valence > 0 && !/^(?:sadness|fear|anger|disgust)$/u.test(reading.label);
}

const isNews = ({ kind }: Point): boolean => kind === 'good' || kind === 'achieved';

/** Words of gladness, with nothing beside them that turns them round: not "the only one who's happy". */
function isGlad({ sentence }: Point): boolean {
  return GLAD.test(sentence) && !TURNED_ROUND.test(sentence) && !LACKING.test(sentence);
}

/** A point that does not mean its kind is a clause like any other. */
function asPlain(point: Point): Point {
  const kind = point.tense === 'past' ? 'event' : 'state';
  const mood = moodOf(point.sentence, null);
  return { ...point, kind, weight: kindOf(kind).weight, mood, belief: false, person: null };
}
