import type { Reading } from '../../analysis/reading';
import type { Message } from '../../conversation/message';
import { isPlain, LACKING } from './gist';
import { kindOf } from './frames';
import type { Mood, Point } from './point';
import { pointsOf } from './points';
import { sign } from './signs';

/**
 * In what light a turn stands: the client told a loss or grave news shortly before, or good news, gladly (`joy`) or
 * with another side to it (`news`), or something else that weighs; or they were talking about this talk itself.
 */
export type Near = 'loss' | 'joy' | 'news' | 'hard' | 'talk';

/** How many earlier messages of the client are looked at, and how far back. */
const MOST = 2;
const BACK = 6;
/** From such weight on the turn speaks for itself. */
const SPEAKS = 75;
const LOSS = /^(?:grave|death|dying|baby-loss)$/u;
const JOY = /^(?:good|achieved|kindness)$/u;
/** Of the talk itself, not of their life. */
const OF_THE_TALK = /^(?:rupture|doubts-help|doubts-care|asks-real|asks-hope|hint)$/u;
/** Trouble of such weight still stands when the next message is plain. */
const WEIGHS = 66;
/** Words that show the joy goes on. */
const GLAD = sign('still glad');
const TURNS = sign('turns');
/** What a supporter says to good news, and what a turn says that goes on about this talk. */
const CONGRATULATES = sign('congratulates');
const OF_THIS_TALK = sign('of the talk');
/** A supporter takes something on themselves, after the client spoke to them. */
const OWNS_A_FAULT = sign('owns a fault');
const ADDRESSES = sign('addresses the supporter');
/** Tears that may be of joy. */
const MOVED = sign('moved');
/** Doubt of the supporter or of the talk, and how few words after it still speak of it whatever they say. */
const DOUBT = /^(?:rupture|doubts-help|doubts-care)$/u;
const CURT = 6;
const LONGEST_ON_TALK = 20;

/** In what light a turn stands that says little by itself. Null where it speaks for itself, or nothing was told. */
export function nearOf(
  points: readonly Point[],
  messages: readonly Message[],
  turn: readonly Message[],
  readings: (id: string) => Reading | null,
): Near | null {
  const speaks = (point: Point): boolean =>
    !isPlain(point) && (point.weight >= SPEAKS || kindOf(point.kind).sure === true);
  return points.some(speaks) ? null : toldBefore(points, messages, turn, readings);
}

/** "my parents cried" after good news: the tears of others are told there, and no trouble. */
export function gladTearsIn(
  points: readonly Point[],
  messages: readonly Message[],
  turn: readonly Message[],
  readings: (id: string) => Reading | null,
): Point[] {
  const near = points.some(mayBeGlad) ? toldBefore(points, messages, turn, readings) : null;
  return near === 'joy' || near === 'news'
    ? points.map((point) =>
        mayBeGlad(point) ? { ...point, kind: 'event', mood: 'any', weight: kindOf('event').weight } : point,
      )
    : [...points];
}

/** Tears of somebody else, which the news before them may explain. */
const mayBeGlad = ({ kind, sentence, parsed }: Point): boolean =>
  /^(?:for-others|crying)$/u.test(kind) && parsed?.who === 'other' && MOVED.test(sentence);

/** What the client told in the messages before, and how the supporter took it. */
function toldBefore(
  points: readonly Point[],
  messages: readonly Message[],
  turn: readonly Message[],
  readings: (id: string) => Reading | null,
): Near | null {
  const told = messages
    .slice(-BACK)
    .filter(({ side, id }) => side === 'client' && !turn.some((message) => message.id === id))
    .slice(-MOST);
  if (told.length === 0) return null;
  const before = pointsOf(told, readings);
  if (before.some(({ kind }) => LOSS.test(kind))) return 'loss';
  const answer =
    messages
      .filter(({ side }) => side === 'supporter')
      .at(-1)
      ?.text.toLowerCase() ?? '';
  const last = told.at(-1);
  const spokenTo = OWNS_A_FAULT.test(answer) && ADDRESSES.test(last?.text.toLowerCase() ?? '');
  const doubted = before.some(({ kind, messageId }) => messageId === last?.id && DOUBT.test(kind));
  if ((doubted || spokenTo) && goesOnAboutTheTalk(points, turn)) return 'talk';
  const text = turn
    .map((message) => message.text)
    .join(' ')
    .toLowerCase();
  const meant = text.slice(text.lastIndexOf(' but ') + 1).replace(/^but /u, '');
  const glad =
    GLAD.test(meant) && !TURNS.test(meant) && !points.some(({ sentence }) => LACKING.test(sentence));
  if (before.some(({ kind }) => JOY.test(kind)) || CONGRATULATES.test(answer))
    return glad && !points.some(isReported) ? 'joy' : 'news';
  const weighs = before.some(
    ({ kind, mood, weight }) => mood === 'dark' && weight >= WEIGHS && !OF_THE_TALK.test(kind),
  );
  return weighs && !glad ? 'hard' : null;
}

/** "and he said when are you getting a job lol": what somebody said to it may take the shine off. */
const isReported = ({ words }: Point): boolean => words.some(({ quoted }) => quoted === true);

/** After a message about the supporter or the talk: whether the turn, which no frame knows, goes on about it. */
function goesOnAboutTheTalk(points: readonly Point[], turn: readonly Message[]): boolean {
  const words = turn.flatMap(({ text }) => text.toLowerCase().split(/\s+/u).filter(Boolean));
  if (!points.every(isPlain) || words.length > LONGEST_ON_TALK) return false;
  return words.length <= CURT || OF_THIS_TALK.test(words.join(' '));
}

const MOODS: Record<Near, Mood> = { loss: 'dark', hard: 'any', joy: 'bright', news: 'any', talk: 'any' };

/** Plain clauses take the mood of what was told before; beside joy a doubtful dark word is a plain one, too. */
export function inLightOf(near: Near | null, points: readonly Point[]): Point[] {
  if (near === null) return [...points];
  return points.map((point): Point => {
    // Who does something plain in it is not whom it is about.
    if (isPlain(point))
      return {
        ...point,
        mood: near === 'hard' ? point.mood : MOODS[near],
        open: false,
        topics: point.topics.filter(({ person }) => !person),
      };
    // What sounds hard beside good news is not surely so; a feeling that they name stands.
    const glad = point.mood === 'dark' && (near === 'joy' || (near === 'news' && point.kind !== 'feeling'));
    return glad
      ? { ...point, kind: 'event', mood: MOODS[near], weight: kindOf('event').weight, open: false }
      : point;
  });
}
