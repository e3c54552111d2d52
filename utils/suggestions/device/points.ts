import type { Reading } from '../../analysis/reading';
import type { Message } from '../../conversation/message';
import { type Clause, splitClauses } from './clauses';
import { isFeelingWord, type NamedFeeling, namedFeelings } from './feelings';
import { framesOf, kindOf, type PointKind } from './frames';
import { mayEcho } from './never-echo';
import { type Parsed, parseClause, trimClause } from './parse';
import { type Topic, topicsOf } from './topics';
import { asDoing, sayBack, type Voice } from './turn';
import { gerundOf, verbForm } from './verbs';
import { readSentences, type Word } from './words';

export type Mood = 'dark' | 'bright' | 'any';
export type Tense = 'past' | 'now' | 'future';

/** One thing that the client said, with the words for saying it back. */
export interface Point {
  kind: PointKind;
  weight: number;
  messageId: string;
  start: number;
  end: number;
  words: readonly Word[];
  parsed: Parsed | null;
  /** The clause turned to "you", without a capital; null when it can't be turned surely. */
  said: string | null;
  /** The clause as something one does: "telling your mum". */
  doing: string | null;
  tense: Tense | null;
  mood: Mood;
  /** What the client thinks of themselves: never stated as a fact. */
  belief: boolean;
  feelings: readonly NamedFeeling[];
  topics: readonly Topic[];
  /** Who or what the frame caught: "your nan", "him". */
  person: string | null;
  question: boolean;
  /** Place among the clauses of the turn. */
  order: number;
  lead: string;
  /** The clause in plain words, in the client's person. */
  sentence: string;
  /** What the client asks how, or whether, to do. */
  task: Task | null;
}

export interface Task {
  /** "tell your parents". */
  base: string;
  /** "telling your parents". */
  doing: string;
  whether: boolean;
}

/** Most clauses of a turn that are looked at: the first few and the last many. */
const MOST_CLAUSES = 70;
const LONGEST_SAID = 15;
const ATTACHES =
  /^(?:because|when|if|since|until|after|before|whenever|even when|even though|although|though|while|unless|except)$/u;
const HARD =
  /\b(?:never|nothing|nobody|can't|won't|couldn't|hate\w*|worst|worse|wrong|problems?|hard|difficult|struggl\w*|lost|lose|losing|alone|pain\w*|hurt\w*|refus\w*|reject\w*|ignor\w*|left|sick|ill|hospital|late|broken?|fail\w*|debt|fight\w*|fought|shout\w*|yell\w*|scream\w*|angry|stopped|stuck|tired|stress\w*|cry\w*|cried|blam\w*|lied|lying|cheat\w*|mess|ruin\w*|dread\w*|bad|awful|terrible|horrible|strict|pressure|behind|cancel\w*|without|disappoint\w*|weird|confus\w*|no one|barely|hardly|not (?:sleeping|eating|talking|coping))\b/u;

interface Placed {
  clause: Clause;
  messageId: string;
}

/** What the client said in their turn, in their order. */
export function pointsOf(
  turn: readonly Message[],
  readings: (id: string) => Reading | null,
  voice: Voice = 'you',
): Point[] {
  const placed: Placed[] = [];
  let sentence = 0;
  for (const message of turn)
    for (const read of readSentences(message.text)) {
      sentence++;
      for (const clause of splitClauses(read, sentence)) placed.push({ clause, messageId: message.id });
    }
  const kept =
    placed.length > MOST_CLAUSES ? [...placed.slice(0, 15), ...placed.slice(15 - MOST_CLAUSES)] : placed;
  return kept.flatMap((item, i) => {
    const next = kept[i + 1];
    const turns =
      next !== undefined &&
      next.clause.sentence === item.clause.sentence &&
      next.clause.lead.startsWith('but');
    return readClause(item, next, i, readings(item.messageId), voice).filter(
      (point) => point.kind !== 'good' || !turns,
    );
  });
}

function readClause(
  item: Placed,
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
  const plain = (parsed?.words ?? words).map((word) => word.w).join(' ');
  const feelings = namedFeelings(parsed?.words ?? words, parsed);
  const topics = topicsOf(words);
  const asWritten = clause.words.map((word) => word.w).join(' ');
  const frames = framesOf(plain, asWritten, clause.question);
  const echo = mayEcho(plain) && words.every((word) => word.quoted !== true) && !clause.question;
  const attached =
    next !== undefined && next.messageId === messageId && next.clause.sentence === clause.sentence
      ? attach(parsed, next)
      : null;
  const turnable = parsed !== null && echo && isTurnable(parsed.words);
  const whole =
    attached !== null &&
    turnable &&
    attached.every((word) => word.quoted !== true) &&
    mayEcho(attached.map((word) => word.w).join(' '))
      ? attached
      : null;
  const said = turnable ? sayBack([...parsed.words, ...(whole ?? [])], voice, parsed) : null;
  const doing = turnable && parsed.words.length <= LONGEST_SAID ? asDoing(parsed, voice) : null;
  const tense = parsed === null ? null : tenseOf(parsed);
  const ownMood: Mood = feelings.some((f) => f.entry.bright !== true)
    ? 'dark'
    : feelings.length > 0
      ? 'bright'
      : 'any';
  const base = {
    messageId,
    start: first.start,
    end: whole === null ? last.end : (whole.at(-1)?.end ?? last.end),
    words,
    parsed,
    said,
    doing,
    tense,
    feelings,
    topics,
    question: clause.question,
    order,
    lead: clause.lead,
    sentence: plain,
    task: mayEcho(plain) ? taskOf(asWritten, voice) : null,
  };
  const points = frames.map(({ kind, words: caught }): Point => {
    const info = kindOf(kind);
    const beliefs = info.belief === true || feelings.some((f) => f.entry.belief === true);
    return {
      ...base,
      kind,
      weight: info.weight,
      mood: info.mood === 'any' ? ownMood : info.mood,
      belief: beliefs,
      person: caught === null ? null : nameCaught(caught, voice),
      said: kind === 'dark' ? null : said,
      doing: kind === 'dark' ? null : doing,
    };
  });
  if (feelings.length > 0) {
    const strongest = Math.max(...feelings.map((f) => f.entry.strength));
    points.push({
      ...base,
      kind: 'feeling',
      weight:
        kindOf('feeling').weight +
        4 * (strongest - 1) -
        (feelings.every((f) => f.entry.vague === true) ? 12 : 0),
      mood: ownMood,
      belief: feelings.some((f) => f.entry.belief === true),
      person: null,
    });
  }
  if (points.length === 0 && (said !== null || topics.length > 0)) {
    const kind =
      said === null
        ? 'topic'
        : tense === 'past' || parsed?.shape.startsWith('perfect') === true
          ? 'event'
          : 'state';
    const wordCount = parsed?.words.length ?? 0;
    points.push({
      ...base,
      kind,
      weight:
        kindOf(kind).weight +
        Math.min(8, wordCount) +
        (topics.length > 0 ? 6 : 0) -
        (parsed?.who === 'other' && !/\b(?:me|my|i)\b/u.test(plain) ? 8 : 0),
      mood: HARD.test(plain) ? 'dark' : moodOf(reading),
      belief: false,
      person: null,
    });
  }
  return points;
}

const HOW =
  /\bhow (?:do|can|should|could|would|to|am)(?: i)?(?: even| just| ever| supposed to| meant to)? (?<task>.+)$/u;
const WHETHER = /\b(?:should i|whether (?:i should|to)|if i should)(?: just)? (?<task>.+)$/u;
const LONGEST_TASK = 11;

function taskOf(asked: string, voice: Voice): Task | null {
  const how = HOW.exec(asked)?.groups?.task;
  const whether = how === undefined ? WHETHER.exec(asked)?.groups?.task : undefined;
  const task = how ?? whether;
  if (task === undefined || /\b(?:you|your)\b/u.test(task)) return null;
  const words = trimClause(task.split(' ').map((w): Word => ({ w, start: 0, end: 0 })));
  const verb = words[0]?.w ?? '';
  if (
    words.length > LONGEST_TASK ||
    (words.length === 1 && verb !== 'cope') ||
    verbForm(verb)?.bare !== true ||
    verb === 'feel'
  )
    return null;
  const base = sayBack(words, voice);
  const rest = base.split(' ').slice(1).join(' ');
  return { base, doing: `${gerundOf(verb)} ${rest}`.trim(), whether: how === undefined };
}

function tenseOf(parsed: Parsed): Tense {
  if (/^(?:past|was|past-progressive)$/u.test(parsed.shape)) return 'past';
  if (
    parsed.shape === 'going-to' ||
    (parsed.shape === 'modal' && /^(?:will|won't|might|may)$/u.test(parsed.modal))
  )
    return 'future';
  return 'now';
}

/** A leaning clause that follows and is short enough to be said in one breath with this one. */
function attach(parsed: Parsed | null, next: Placed): Word[] | null {
  if (parsed === null || !ATTACHES.test(next.clause.lead)) return null;
  const tail = trimClause(next.clause.words);
  const first = tail[0];
  if (
    first === undefined ||
    tail.length < 2 ||
    parsed.words.length + tail.length > LONGEST_SAID ||
    !isTurnable(tail)
  )
    return null;
  if (parseClause(tail, isFeelingWord) === null) return null;
  return [
    ...next.clause.lead.split(' ').map((w) => ({ ...first, w })),
    ...tail.map((w, i) => (i === 0 ? { ...w, pause: false } : w)),
  ];
}

function moodOf(reading: Reading | null): Mood {
  if (reading === null || reading.label === 'unclear') return 'any';
  if (reading.valence <= -0.2) return 'dark';
  return reading.valence >= 0.3 ? 'bright' : 'any';
}

/** Whether a clause can be turned: nobody else is spoken to, and every word is one that we can stand behind. */
function isTurnable(words: readonly Word[]): boolean {
  if (words.length < 2 || words.length > LONGEST_SAID + 3) return false;
  if (words.some((word) => /^(?:you|you're|you've|your|yours|yourself|you'd|you'll|let's)$/u.test(word.w)))
    return false;
  const unknown = words.filter((word) => word.unknown === true);
  return (
    unknown.length <= 1 &&
    unknown.every((word) => /^[\p{L}'-]{3,}$/u.test(word.w) && /[aeiouy]/u.test(word.w))
  );
}

function nameCaught(caught: string, voice: Voice): string {
  const words = caught.split(' ').map((w): Word => ({ w, start: 0, end: 0 }));
  const name = sayBack(words, voice);
  return name === 'he' ? 'him' : name === 'she' ? 'her' : name === 'they' ? 'them' : name;
}
