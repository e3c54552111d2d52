import type { Reading } from '../../analysis/reading';
import { type Echo, echoOf, leansOn, losesDoubt, type Placed } from './echo';
import { feelingsOf, isObserved } from './clause-feelings';
import { type FrameHit, kindOf, type PointKind } from './frames';
import { framesMeant } from './meant-frames';
import { moodOf, moodOfFeelings } from './mood';
import { mayEcho } from './never-echo';
import { heardWords, ownWords } from './own-words';
import type { Parsed } from './parse';
import type { Mood, Point, Tense } from './point';
import { type Picture, pictureIn } from './picture';
import { readTask } from './task';
import { topicsOf } from './topics';
import { trimClause } from './trim-clause';
import { sayBack, type Voice } from './turn';
import { unquoted, type Word, wordsOf } from './words';
import { sign } from './signs';

/** Each step of strength above mild, and a feeling that is only hinted at, in points of weight. */
const PER_STRENGTH = 4;
const VAGUE_FEELING = -12;
/** A plain statement gains by its length and its topic, and loses when the client is not in it. */
const MOST_FOR_LENGTH = 8;
const FOR_TOPIC = 6;
const NOT_ABOUT_ME = -12;
/** A clause that hangs on another is seldom what is told. */
const LEANING = -25;
const REASON = -10;
/** Fewest words of a clause that tells something, and of a plain one that is worth saying back. */
const LEAST_TOLD = 3;
const LEAST_STATED = 5;

/** Kinds beside which a clause still states something. */
const LIGHT: ReadonlySet<PointKind> = new Set(['effort', 'wish', 'change']);
/** What had been so until something else happened. */
const HAD_BEEN = /^(?:i'd|we'd|i had|we had) (?:\w+ )?been\b/u;
const UNTIL_THEN = -80;
/** "After the divorce.": when it was, beside what it was. */
const ONLY_WHEN = /^(?:after|since|before|during) (?:the|my|our)(?: \w+){1,2}$/u;
/** Words that only lead on to something else. */
const EMPTY = sign('empty');

/** "polite to you you were a stranger": what parted two clauses was lost. */
const RUN_TOGETHER = /\byou you\b/u;

/** Whether what somebody said goes on in the next clause: its first half is not held up alone. */
const quotesOn = ({ clause, messageId }: Placed, next: Placed | undefined): boolean =>
  clause.words.at(-1)?.quoted === true &&
  next?.messageId === messageId &&
  next.clause.words[0]?.quoted === true;

type Base = Omit<Point, 'kind' | 'weight' | 'mood' | 'belief' | 'person'>;

/** What one clause says: the frames that fit it, the feelings that it names, or else what it states. */
export function readClause(
  item: Placed,
  before: Placed | undefined,
  next: Placed | undefined,
  order: number,
  reading: Reading | null,
  voice: Voice,
): Point[] {
  const { clause, messageId, parsed } = item;
  const words = trimClause(clause.words);
  const first = words[0] ?? clause.words[0];
  const last = words.at(-1) ?? clause.words.at(-1);
  if (first === undefined || last === undefined) return [];
  const feelings = isObserved(item, before) ? [] : feelingsOf(words, parsed, clause.question);
  const echo: Echo = echoOf(item, before, next, parsed, words, voice);
  const plain = wordsOf(parsed?.words ?? words);
  const asWritten = wordsOf(clause.words);
  const quoted = ownWords(item, before, next, parsed, words);
  const base: Base = {
    messageId,
    start: Math.min(first.start, last.start, echo.whole?.[0]?.start ?? first.start),
    end: Math.max(first.end, last.end, echo.whole?.at(-1)?.end ?? last.end),
    words,
    parsed,
    said: echo.said !== null && RUN_TOGETHER.test(echo.said) ? null : echo.said,
    doing: echo.doing,
    tense: parsed === null ? null : tenseOf(parsed),
    feelings,
    topics: topicsOf(words, parsed === null ? /\b(?:i|i'm|my|i've)\b/u.test(plain) : parsed.who !== 'other'),
    question: clause.question,
    exclaimed: item.sentence.exclaimed,
    order,
    lead: clause.lead,
    sentence: plain,
    saidWhole: item.saidWhole,
    quoted: quoted !== null && losesDoubt(clause.words, quoted.toLowerCase()) ? null : quoted,
    heard:
      (parsed?.who === 'other' || parsed === null) && !quotesOn(item, next) ? heardWords(clause.words) : null,
    task: mayEcho(plain) ? readTask(asWritten, voice) : null,
  };
  const alone = before?.messageId !== messageId && next?.messageId !== messageId;
  const own = wordsOf(unquoted(parsed?.words ?? words));
  const frames = framesMeant(item, before, next, parsed, own, reading);
  const points = framed(base, frames, voice);
  if (feelings.length > 0) points.push(felt(base));
  const picture = pictureIn(item, before);
  if (picture !== null) points.push(likened(base, picture));
  if (points.every((point) => LIGHT.has(point.kind)))
    points.push(...stated(base, alone ? reading : null, reading));
  const covers =
    /^i'm (?:fine|ok|good|great|alright|happy for|glad for|pleased for)\b/u.test(plain) && !alone;
  const reason = clause.lead.startsWith('because');
  const othersReason = reason && !/\b(?:i|i'm|i've|me|my|we|us)\b/u.test(wordsOf(words.slice(1)));
  const less =
    !alone && (HAD_BEEN.test(plain) || ONLY_WHEN.test(asWritten))
      ? UNTIL_THEN
      : covers || othersReason || leansOn(clause.lead)
        ? LEANING
        : reason
          ? REASON
          : 0;
  // "because I'm black" is a reason, not the thing that was told.
  const untold = reason && clause.sentence === before?.clause.sentence ? { said: null, doing: null } : {};
  return points.map((point) =>
    point.kind === 'dark'
      ? point
      : { ...point, ...(point.kind === 'state' && untold), weight: point.weight + less },
  );
}

/** What the supporter is told to do tells nothing of the client. */
const ORDERS = sign('told to the supporter');

/** What somebody else knows or does not know. */
const KNOWS = /^(?:know|realise|realize|notice|suspect|remember|forget|understand)$/u;

function framed(base: Base, frames: readonly FrameHit[], voice: Voice): Point[] {
  return frames.map(({ kind, words }): Point => {
    const info = kindOf(kind);
    return {
      ...base,
      // What others know of it is not what is said back: "my wife doesn't know I lost my job".
      ...(base.parsed?.who === 'other' && KNOWS.test(base.parsed.verb) && { said: null, doing: null }),
      kind,
      weight: info.weight,
      mood:
        info.mood !== 'any'
          ? info.mood
          : kind === 'effort'
            ? moodOf(base.sentence, null)
            : moodOfFeelings(base.feelings),
      belief: info.belief === true || base.feelings.some((feeling) => feeling.entry.belief === true),
      person: words === null ? null : nameCaught(words, voice),
      ...(kind === 'dark' && { said: null, doing: null }),
    };
  });
}

function felt(base: Base): Point {
  const { feelings } = base;
  const strongest = Math.max(...feelings.map((feeling) => feeling.entry.strength));
  const vague = feelings.every((feeling) => feeling.entry.vague === true);
  return {
    ...base,
    kind: 'feeling',
    weight: kindOf('feeling').weight + PER_STRENGTH * (strongest - 1) + (vague ? VAGUE_FEELING : 0),
    mood: moodOfFeelings(feelings),
    belief: feelings.some((feeling) => feeling.entry.belief === true),
    person: null,
  };
}

/** The client's picture of how it is, which is quoted and not turned. */
function likened(base: Base, { text, start, end }: Picture): Point {
  return {
    ...base,
    start: Math.min(start, base.start),
    end,
    // A short sentence is quoted whole: "heart going like a washing machine".
    quoted: base.quoted?.includes(text) === true ? base.quoted : text,
    said: null,
    doing: null,
    saidWhole: null,
    kind: 'picture',
    weight: kindOf('picture').weight,
    mood: 'any',
    belief: false,
    person: null,
  };
}

/** A clause that no frame knows. What only could be, and talk in which the client has no part, says nothing. */
function stated(base: Base, reading: Reading | null, whole: Reading | null): Point[] {
  const { parsed, said, topics, sentence } = base;
  const read = moodOf(sentence, reading, whole);
  // That a plain clause is pleasant is too little to be glad about.
  const mood = read === 'bright' ? 'any' : read;
  const supposed = /^(?:could|would|should|might|may)$/u.test(parsed?.modal ?? '');
  const others = parsed?.who === 'other';
  const spokenTo = /^(?:you|you're|you'll|you've)$/u.test(parsed?.subject[0]?.w ?? '');
  if (EMPTY.test(sentence) || ORDERS.test(sentence) || base.question || spokenTo) return [];
  const untold =
    supposed ||
    /\bif\b/u.test(base.lead) ||
    (others && mood === 'any' && !/\b(?:me|i|i'm|i've|my|us|our|we)\b/u.test(sentence));
  if (untold || said === null || isTrifle(base)) {
    const heard = told(base, supposed ? 'any' : mood);
    const named = !untold && said === null && topics.some((topic) => !topic.person);
    const about: Point = {
      ...base,
      kind: 'topic',
      weight: kindOf('topic').weight,
      mood,
      belief: false,
      person: null,
    };
    return named ? [...heard, about] : heard;
  }
  const happened = base.tense === 'past' || parsed?.shape.startsWith('perfect') === true;
  const kind: PointKind = happened ? 'event' : 'state';
  const weight =
    kindOf(kind).weight +
    Math.min(MOST_FOR_LENGTH, parsed?.words.length ?? 0) +
    (topics.length > 0 ? FOR_TOPIC : 0) +
    (others && !/\b(?:me|i|i'm|i've)\b/u.test(sentence) ? NOT_ABOUT_ME : 0);
  return [{ ...base, kind, weight, mood, belief: false, person: null }];
}

/** Something was told that the engine does not understand well enough to say it back. */
function told(base: Base, mood: Mood): Point[] {
  if (base.words.length < LEAST_TOLD && base.quoted === null) return [];
  const kind: PointKind = mood === 'dark' ? 'state' : 'told';
  return [
    {
      ...base,
      said: null,
      doing: null,
      kind,
      weight: kindOf('told').weight,
      mood,
      belief: false,
      person: null,
    },
  ];
}

/** Two or three plain words tell nothing that wants saying back: "I put ok", "my phone rang". */
function isTrifle({ words, feelings, sentence }: Base): boolean {
  return (
    (words.length < LEAST_STATED || /^i (?:don't|didn't) want\b/u.test(sentence)) &&
    feelings.length === 0 &&
    moodOf(sentence, null) === 'any'
  );
}

function tenseOf({ shape, modal, words }: Parsed): Tense {
  // "I'd been dreading it": it was, until something else was.
  if (HAD_BEEN.test(wordsOf(words))) return 'past';
  if (/^(?:past|was|past-progressive)$/u.test(shape)) return 'past';
  const ahead = shape === 'going-to' || (shape === 'modal' && /^(?:will|won't|might|may)$/u.test(modal));
  return ahead ? 'future' : 'now';
}

function nameCaught(caught: string, voice: Voice): string {
  const name = sayBack(
    caught.split(' ').map((w): Word => ({ w, start: 0, end: 0 })),
    voice,
  );
  return name === 'he' || name === 'his'
    ? 'him'
    : name === 'she'
      ? 'her'
      : name === 'they' || name === 'their'
        ? 'them'
        : name;
}
