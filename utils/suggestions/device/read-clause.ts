import type { Reading } from '../../analysis/reading';
import { type Echo, echoOf, leansOn, type Placed } from './echo';
import { isFeelingWord, type NamedFeeling, namedFeelings } from './feelings';
import { type FrameHit, framesOf, kindOf, type PointKind } from './frames';
import { brightensUp, saddens, moodOf, moodOfFeelings } from './mood';
import { mayEcho } from './never-echo';
import { ownWords } from './own-words';
import { type Parsed, parseClause } from './parse';
import type { Mood, Point, Tense } from './point';
import { readTask } from './task';
import { topicsOf } from './topics';
import { trimClause } from './trim-clause';
import { sayBack, type Voice } from './turn';
import type { Word } from './words';

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
/** A fact told in passing is short; what follows it in a longer clause is what matters. In words. */
const LONGEST_FACT = 9;

/** Fewest words of a clause that tells something, and of a plain one that is worth saying back. */
const LEAST_TOLD = 3;
const LEAST_STATED = 5;

/** Kinds beside which a clause still states something. */
const LIGHT: ReadonlySet<PointKind> = new Set(['effort', 'wish', 'change']);
/** Words that only lead on to something else. */
const EMPTY =
  /^(?:i'?a?m \d+|i am \d+|i don't (?:even |really )?know(?: why| how| what)?|that's it|i mean it|i know|i agree|i know how (?:that|this|it) sounds|i'm used to it|i (?:wish|want|would like|'d like) to (?:talk|speak)\b.*)$/u;

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
  const { clause, messageId } = item;
  const words = trimClause(clause.words);
  const first = words[0] ?? clause.words[0];
  const last = words.at(-1) ?? clause.words.at(-1);
  if (first === undefined || last === undefined) return [];
  const parsed = parseClause(clause.words, isFeelingWord);
  const feelings = feelingsOf(words, parsed, clause.question);
  const echo: Echo = echoOf(item, before, next, parsed, words, voice);
  const plain = wordsOf(parsed?.words ?? words);
  const asWritten = wordsOf(clause.words);
  const base: Base = {
    messageId,
    start: Math.min(first.start, last.start, echo.whole?.[0]?.start ?? first.start),
    end: Math.max(first.end, last.end, echo.whole?.at(-1)?.end ?? last.end),
    words,
    parsed,
    said: echo.said,
    doing: echo.doing,
    tense: parsed === null ? null : tenseOf(parsed),
    feelings,
    topics: topicsOf(words, parsed === null ? /\b(?:i|i'm|my|i've)\b/u.test(plain) : parsed.who !== 'other'),
    question: clause.question,
    order,
    lead: clause.lead,
    sentence: plain,
    quoted: ownWords(item),
    task: mayEcho(plain) ? readTask(asWritten, voice) : null,
  };
  const start = item.clause.words[0]?.start ?? 0;
  const supposed =
    item.sentence.words.some(({ w, start: at }) => w === 'if' && at < start) ||
    (next?.messageId === messageId && next.clause.sentence === clause.sentence && next.clause.lead === 'if');
  const frames = apart(framesOf(plain, asWritten, clause.question))
    .filter(({ kind }) => holds(kind, plain, parsed) && !(kind === 'hint' && isResult(plain, before)))
    .map((hit): FrameHit => (supposed && HAPPENS.has(hit.kind) ? { kind: 'worry', words: null } : hit))
    .map((hit): FrameHit => (hit.kind === 'illness' && cleared(next) ? { ...hit, kind: 'good' } : hit));
  const alone = before?.messageId !== messageId && next?.messageId !== messageId;
  const sad = saddens(reading);
  const kept = sad
    ? frames.filter(({ kind }) => kind !== 'good')
    : alone && brightensUp(reading)
      ? frames.filter(({ kind }) => !isDoubtful(kind))
      : frames;
  const points = framed(base, kept, voice);
  if (feelings.length > 0) points.push(felt(base));
  if (points.every((point) => LIGHT.has(point.kind)))
    points.push(...stated(base, alone ? reading : null, reading));
  const covers =
    /^i'm (?:fine|ok|good|great|alright|happy for|glad for|pleased for)\b/u.test(plain) && !alone;
  const reason = clause.lead.startsWith('because');
  const less = covers || leansOn(clause.lead) ? LEANING : reason ? REASON : 0;
  // "because I'm black" is a reason, not the thing that was told.
  const untold = reason && clause.sentence === before?.clause.sentence ? { said: null, doing: null } : {};
  return points.map((point) =>
    point.kind === 'dark'
      ? point
      : { ...point, ...(point.kind === 'state' && untold), weight: point.weight + less },
  );
}

/** A dark kind of middling weight, which a pleasant reading of the whole message speaks against. */
function isDoubtful(kind: PointKind): boolean {
  const { mood, weight } = kindOf(kind);
  return mood === 'dark' && weight < 75;
}

/** What happens or happened; on an "if" it is feared. */
const HAPPENS: ReadonlySet<PointKind> = new Set([
  'self-blame',
  'regret',
  'death',
  'dying',
  'breakup',
  'job-loss',
  'fail',
  'hurt-by',
  'conflict',
  'silence',
  'betrayal',
]);

const wordsOf = (words: readonly Word[]): string => words.map((word) => word.w).join(' ');

function feelingsOf(words: readonly Word[], parsed: Parsed | null, question: boolean): NamedFeeling[] {
  // "do you ever get bored": what is asked of the supporter is not felt by the client.
  if (question && words.some(({ w }) => /^(?:you|you're|your)$/u.test(w))) return [];
  if (words.some((word) => word.quoted === true)) return [];
  return namedFeelings(parsed?.words ?? words, parsed).filter(
    ({ entry }) => !(question && entry.bright === true) && !(entry.vague === true && words.length < 3),
  );
}

function framed(base: Base, frames: readonly FrameHit[], voice: Voice): Point[] {
  return frames.map(({ kind, words }): Point => {
    const info = kindOf(kind);
    return {
      ...base,
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

/** A clause that no frame knows. What only could be, and talk in which the client has no part, says nothing. */
function stated(base: Base, reading: Reading | null, whole: Reading | null): Point[] {
  const { parsed, said, topics, sentence } = base;
  const mood = moodOf(sentence, reading, whole);
  const supposed = /^(?:could|would|should|might|may)$/u.test(parsed?.modal ?? '');
  const others = parsed?.who === 'other';
  const spokenTo = /^(?:you|you're|you'll|you've)$/u.test(parsed?.subject[0]?.w ?? '');
  if (EMPTY.test(sentence) || base.question || spokenTo) return [];
  const untold =
    supposed || (others && mood === 'any' && !/\b(?:me|i|i'm|i've|my|us|our|we)\b/u.test(sentence));
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

/** What somebody would do is not done, and what has not happened is no good news. */
function holds(kind: PointKind, plain: string, parsed: Parsed | null): boolean {
  if (/^(?:hurt-by|silence|betrayal|conflict|unfair)$/u.test(kind))
    return !/^(?:would|could|might)$/u.test(parsed?.modal ?? '') && !/^(?:they|he|she)'d\b/u.test(plain);
  if (kind === 'worry' && /^don't worry/u.test(plain)) return false;
  if (kind === 'breakup' && /^(?:i think|i feel like|what if|i'm scared)\b/u.test(plain)) return false;
  if (kind === 'asks-advice') return !/\b(?:don't|not) (?:want|need|looking for)\b/u.test(plain);
  if (kind === 'sorry' && /\b(?:said|say|says|saying|told) (?:\w+ )?sorry\b/u.test(plain)) return false;
  if (kind === 'sorry') return parsed?.who !== 'other' || /^(?:it|this|that|you)/u.test(plain);
  if (kind === 'illness') return !/\b(?:appointments?|work at|job at)\b/u.test(plain);
  if (kind === 'crying')
    return parsed?.who !== 'other' || !/\b(?:don't|doesn't|never|shouldn't) cry\b/u.test(plain);
  if (kind === 'wish') return !/\b(?:not sure|don't want|need help)\b/u.test(plain);
  if (kind === 'ordinary' || kind === 'fact')
    return moodOf(plain, null) !== 'dark' && plain.split(' ').length <= LONGEST_FACT;
  if (kind !== 'good') return true;
  // What others do or feel is good news only where the words say so.
  if (parsed?.who === 'other' && !GOOD_FOR_ME.test(plain)) return false;
  return (
    /nothing bad|can't (?:believe|wait)|no longer|haven't had|wasn't as/u.test(plain) ||
    !/\b(?:can't|last time|haven't|never|didn't|wish|don't|not|hardly|should|if)\b/u.test(plain)
  );
}

const GOOD_FOR_ME =
  /\b(?:passed|all clear|clear|praised|thanked|hug|hugged|proud|gave me|better|safe|ok|fine|engaged|pregnant|believes?|believed|nice|kind|lovely|great|good|benign|nothing|negative|keys|wait|well|invited|over|came out|easier|remission|home|called|job|yes|knew|happy for|could be|would be)\b/u;

/** The second half of the same news. */
function isResult(plain: string, before: Placed | undefined): boolean {
  const told = before === undefined ? '' : wordsOf(before.clause.words);
  return (
    /^it's nothing$/u.test(plain) && /\b(?:scan|biopsy|results?|tests?|lump|bloods?|doctors?)\b/u.test(told)
  );
}

/** "the biopsy came back and it's nothing": the second clause makes the first good news. */
function cleared(next: Placed | undefined): boolean {
  const told = next?.clause.lead === '' || next?.clause.lead === 'and' ? wordsOf(next.clause.words) : '';
  return /^it's (?:nothing|benign|clear|negative|fine|all clear|not cancer|good)\b/u.test(told);
}

/** Kinds that would answer the same clause twice: the one that says more stays. */
function apart(frames: readonly FrameHit[]): readonly FrameHit[] {
  const kinds = new Set(frames.map((frame) => frame.kind));
  const heavy = frames.some((frame) => frame.kind !== 'effort' && kindOf(frame.kind).weight >= 70);
  return frames.filter(
    ({ kind }) =>
      !(kind === 'effort' && heavy) &&
      !(kind === 'death' && kinds.has('baby-loss')) &&
      !(kind === 'illness' && (kinds.has('caring') || kinds.has('good'))) &&
      !(kind === 'conflict' && kinds.has('hurt-by')) &&
      !(kind === 'drink' && kinds.has('good')) &&
      !(/^(?:hurt-by|panic|unseen)$/u.test(kind) && (kinds.has('thanks') || kinds.has('heard'))) &&
      !(kind === 'sorry' && kinds.has('asks-advice')) &&
      !(kind === 'asks-advice' && kinds.has('hint')) &&
      !(kind === 'wish' && kinds.has('escape')) &&
      !(
        kind === 'asks-help' &&
        (kinds.has('asks-advice') || kinds.has('closing') || kinds.has('asks-leave'))
      ) &&
      !((kind === 'ordinary' || kind === 'fact') && kinds.size > 1),
  );
}

function tenseOf({ shape, modal }: Parsed): Tense {
  if (/^(?:past|was|past-progressive)$/u.test(shape)) return 'past';
  const ahead = shape === 'going-to' || (shape === 'modal' && /^(?:will|won't|might|may)$/u.test(modal));
  return ahead ? 'future' : 'now';
}

function nameCaught(caught: string, voice: Voice): string {
  const name = sayBack(
    caught.split(' ').map((w): Word => ({ w, start: 0, end: 0 })),
    voice,
  );
  return name === 'he' || name === 'his' ? 'him' : name === 'she' ? 'her' : name === 'they' ? 'them' : name;
}
