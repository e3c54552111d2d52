import type { Reading } from '../../analysis/reading';
import type { Message } from '../../conversation/message';
import { kindOf } from './frames';
import { clausesOf, isGranted, isPutAside, isTakenBack } from './place-clauses';
import type { Point } from './point';
import { readClause } from './read-clause';
import type { Voice } from './turn';
import { sign } from './signs';

/** Most clauses of a turn that are looked at: the first few and the last many. */
const MOST_CLAUSES = 70;
const FIRST_CLAUSES = 15;
/** A bright word beside trouble is seldom what the turn is about. */
const BESIDE_TROUBLE = -30;
const TROUBLE = 40;
/** From such weight on, what follows good news takes the shine off it; a plain hard word does not. */
const OUTSHINES = 60;
/** Trouble of such weight is not overcome by good news that follows. */
const GRAVER = 84;
/** What a question is asked about matters less than the question, in points of weight. */
const ASKED_ABOUT = -30;
/** What is granted before a "but" matters less than what follows, in points of weight. */
const GRANTED = -14;
/** What is put aside by an "anyway" matters least, in points of weight. */
const PUT_ASIDE = -50;

/** What the client said in their turn, in their order. */
export function pointsOf(
  turn: readonly Message[],
  readings: (id: string) => Reading | null,
  voice: Voice = 'you',
): Point[] {
  const placed = turn.flatMap((message) => clausesOf(message, voice));
  const kept =
    placed.length > MOST_CLAUSES
      ? [...placed.slice(0, FIRST_CLAUSES), ...placed.slice(FIRST_CLAUSES - MOST_CLAUSES)]
      : placed;
  const points = kept.flatMap((item, i) => {
    const next = kept[i + 1];
    const granted = isGranted(kept, i);
    const taken =
      next?.clause.sentence === item.clause.sentence && /^(?:but|until|till|except)/u.test(next.clause.lead);
    const takenBack = isTakenBack(kept, i);
    const aside = isPutAside(kept, i);
    return readClause(item, kept[i - 1], next, i, readings(item.messageId), voice)
      .filter(
        (point) =>
          !(isBrightNews(point) && (taken || (takenBack && !isCheered(point)))) &&
          !(point.kind === 'turn-to' && granted),
      )
      .map((point) =>
        granted && point.mood === 'any'
          ? {
              ...point,
              said: null,
              doing: null,
              quoted: null,
              saidWhole: null,
              weight: point.weight + GRANTED,
            }
          : aside && point.weight < GRAVER
            ? { ...point, weight: point.weight + PUT_ASIDE }
            : point,
      );
  });
  return settleMoods(nameMourners(gladCrying(mixed(points)).map((point) => askedAbout(point, points))));
}

/** "I'm glad and I'm furious": neither feeling is answered as if it were the only one. */
function mixed(points: readonly Point[]): Point[] {
  const glad = points.filter(({ kind, mood }) => kind === 'feeling' && mood === 'bright');
  const isBeside = (point: Point, other: Point): boolean =>
    other.messageId === point.messageId && Math.abs(other.order - point.order) === 1;
  return points.map((point) =>
    point.kind === 'feeling' &&
    point.mood === 'dark' &&
    (glad.some((other) => isBeside(point, other)) ||
      point.feelings.some(({ entry }) => entry.bright === true))
      ? { ...point, mixed: true }
      : point,
  );
}

const GLAD_TEARS = sign('glad tears');

/** "my mum cried. like happy cried": the tears are good news, and what says so is no feeling of the client's. */
function gladCrying(points: readonly Point[]): Point[] {
  const said = points.find(({ sentence }) => GLAD_TEARS.test(sentence));
  if (said === undefined) return [...points];
  const { weight, mood } = kindOf('kindness');
  return points
    .filter((point) => point.order !== said.order || points.every(({ order }) => order === said.order))
    .map((point) =>
      /^(?:for-others|crying)$/u.test(point.kind) && mood !== 'dark'
        ? { ...point, kind: 'kindness', weight, mood }
        : point,
    );
}

/** What is done to the client comes before what somebody else has lost. */
const SHUT_OUT = /^(?:out|controlled|unseen|silence|hurt-by|conflict|betrayal)$/u;

/** "my gran rang me crying. her dog died": the loss is hers who was named before, not the client's. */
function nameMourners(points: readonly Point[]): Point[] {
  const named = points.find(
    ({ kind, person }) => kind === 'for-others' && person?.startsWith('your ') === true,
  );
  const shutOut = points.some(({ kind }) => SHUT_OUT.test(kind));
  return points.map((point) =>
    shutOut && point.kind === 'for-others'
      ? { ...point, weight: kindOf('event').weight }
      : named !== undefined &&
          named.order < point.order &&
          /^(?:death|dying|grave|for-others)$/u.test(point.kind) &&
          /^(?:him|her|them)$/u.test(point.person ?? '')
        ? { ...point, kind: named.kind, weight: named.weight + 1, person: named.person }
        : point,
  );
}

/** "is it bad that I felt relieved when he died": what is asked comes before the loss that it is asked about. */
function askedAbout(point: Point, points: readonly Point[]): Point {
  const asked = points.some(
    ({ kind, order, messageId }) =>
      kind === 'asks-normal' && messageId === point.messageId && Math.abs(order - point.order) === 1,
  );
  return asked && kindOf(point.kind).mood === 'dark'
    ? { ...point, weight: point.weight + ASKED_ABOUT }
    : point;
}

/** An illness in which somebody is lost bit by bit. */
const FADES = /\b(?:dementia|alzheimer\w*|terminal|dying|hospice|doesn't know (?:me|who|my))\b/iu;

/** Kind words as they are said to a stranger. */
const FORGETS = sign('kind as to a stranger');

/** Good news, something done, and what somebody did for the client. */
const NEWS = /^(?:good|achieved|kindness)$/u;

/** News or a feeling that is good in itself. */
const isBrightNews = ({ kind, mood }: Point): boolean =>
  NEWS.test(kind) || (kind === 'feeling' && mood === 'bright');

/** What they did themselves, or told with joy, is good news whatever the next sentence brings. */
const isCheered = ({ kind, exclaimed }: Point): boolean => kind === 'achieved' || exclaimed;

/** "passed my test, my instructor cried": beside good news the tears of others are glad ones. */
const MOVED = sign('moved');

function gladTears(points: readonly Point[]): Point[] {
  const news = points.some(({ kind }) => NEWS.test(kind));
  const told = news
    ? points.filter(({ kind, sentence }) => kind !== 'for-others' || !MOVED.test(sentence))
    : points;
  return told.map((point) =>
    !news || NEWS.test(point.kind) || point.parsed?.negative === true || !MOVED.test(point.sentence)
      ? point
      : point.parsed?.who === 'other'
        ? { ...point, mood: 'any' }
        : point.kind === 'crying' && !/\b(?:not|but|because|all night)\b/u.test(point.sentence)
          ? { ...point, mood: 'any', weight: kindOf('event').weight }
          : point,
  );
}

/** "I passed!! no one to tell at this hour": that is what brings them here, and no trouble. */
const nobodyToTell = (points: readonly Point[]): Point[] =>
  points.some((point) => point.exclaimed && isBrightNews(point))
    ? points.map((point) => (point.kind === 'isolation' ? { ...asTold(point), said: null } : point))
    : [...points];

function settleMoods(given: readonly Point[]): Point[] {
  const tears = nobodyToTell(gladTears(given));
  // Kind words of somebody who no longer knows one are not all joy.
  const points = tears.some(({ sentence }) => FADES.test(sentence))
    ? tears.map((point) => (NEWS.test(point.kind) && FORGETS.test(point.sentence) ? asTold(point) : point))
    : tears;
  const troubled = points.some((point) => point.mood === 'dark' && point.weight >= TROUBLE);
  if (!troubled)
    return points.map((point) => (isBesideLack(point, points) ? { ...point, passing: true } : point));
  const lastTrouble = Math.max(
    ...points
      .filter((point) => point.mood === 'dark' && point.weight >= OUTSHINES && !isOver(point))
      .map(({ order }) => order),
  );
  const news = points.filter(({ kind, order }) => NEWS.test(kind) && order > lastTrouble);
  return points.map((point): Point => {
    // Good news with trouble behind it is told, not celebrated.
    if (NEWS.test(point.kind) && point.order < lastTrouble) return asTold(point);
    // What was told before good news is where they come from.
    if (point.mood === 'dark' && point.weight < GRAVER && news.some(({ order }) => order > point.order))
      return beside(point);
    if (isOver(point) && point.mood === 'dark' && points.some(({ kind }) => kind === 'good'))
      return { ...point, mood: 'any', weight: point.weight + BESIDE_TROUBLE };
    return point.kind === 'feeling' && point.mood === 'bright' ? beside(point) : point;
  });
}

const asTold = (point: Point): Point => ({
  ...point,
  kind: 'event',
  mood: 'any',
  weight: kindOf('event').weight,
});

const beside = (point: Point): Point => ({ ...point, weight: point.weight + BESIDE_TROUBLE });

/** "happy obviously. I've just never slept without him": what is lacking is what is meant. */
const isBesideLack = (point: Point, points: readonly Point[]): boolean =>
  point.kind === 'feeling' &&
  point.mood === 'bright' &&
  points.some(
    ({ order, sentence }) =>
      order > point.order &&
      /\b(?:never|nobody|without|nothing|i can't (?!wait|believe|stop (?:smiling|grinning)))\b/u.test(
        sentence,
      ),
  );

/** "I was so scared after last time": a feeling that was, beside news that is. */
const isOver = ({ kind, tense }: Point): boolean => kind === 'feeling' && tense === 'past';
