import { type KindInfo, kindOf, type PointKind } from './frames';
import type { FeelingEntry } from './feelings';
import type { Line } from './lines';
import type { Point } from './points';
import type { Topic } from './topics';
import { steady } from './seed';

/** A line filled with the client's words, and where those words stand. */
export interface Filled {
  text: string;
  messageId: string;
  start: number;
  end: number;
  /** What was put in, in the client's sense: to keep three hints from saying the same. */
  used: readonly string[];
}

/** Longest pair of clauses said back together, in words. */
const LONGEST_BOTH = 19;
const LONGEST_SIDE_CLAUSE = 10;
const PLAIN_KINDS: ReadonlySet<PointKind> = new Set([
  'asks-real',
  'rupture',
  'asks-normal',
  'asks-advice',
  'asks-help',
  'asks-hope',
  'sorry',
  'thanks',
  'closing',
  'greeting',
  'thin',
  'dark',
]);
const CAN_CARRY = new Set<string>(['said', 'doing', 'both', 'cause', 'other', 'when']);

export function countWords(text: string): number {
  return text.split(/\s+/u).filter(Boolean).length;
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** Whether a clause may be said back as a fact. */
export function isSayable(point: Point): boolean {
  return point.said !== null && !point.belief && !point.question && !PLAIN_KINDS.has(point.kind);
}

/** The words for "that sounds …": the client's own feeling first, then what the kind suggests. */
function thatOf(point: Point, turn: readonly Point[], info: KindInfo, seed: string): string | null {
  const own = point.feelings.find((f) => f.entry.bright !== true && f.entry.belief !== true);
  if (own !== undefined) return own.entry.that;
  const near = turn.find(
    (p) =>
      Math.abs(p.order - point.order) === 1 &&
      p.feelings.some((f) => f.entry.bright !== true && f.entry.vague !== true),
  );
  const options = info.that ?? [];
  if (options.length > 0) return options[Math.floor(steady(seed) * options.length)] ?? null;
  if (near !== undefined) return near.feelings[0]?.entry.that ?? null;
  return point.mood === 'dark'
    ? (['hard', 'really hard', 'like a lot'][Math.floor(steady(seed) * 3)] ?? null)
    : null;
}

/** Another clause of the turn that is dark and can be said: a cause, or the rest of the story. */
function companion(point: Point, turn: readonly Point[], fits: (other: Point) => boolean): Point | null {
  let best: Point | null = null;
  for (const other of turn) {
    if (other.order === point.order || !isSayable(other) || other.said === point.said || !fits(other))
      continue;
    if (best === null || rank(other, point) < rank(best, point)) best = other;
  }
  return best;
}

const rank = (other: Point, point: Point): number =>
  Math.abs(other.order - point.order) * 12 - other.weight / 4;

const LINKS = /^(?:and|but|because|so|even though|although|and now|and then|and so|but now|while|since)$/u;

/** Two clauses in one breath, in the client's order. */
function bothOf(point: Point, turn: readonly Point[]): { text: string; other: Point } | null {
  if (!isSayable(point) || point.said === null) return null;
  const other = companion(
    point,
    turn,
    (p) =>
      p.messageId === point.messageId &&
      Math.abs(p.order - point.order) <= 2 &&
      p.mood !== 'bright' &&
      !(point.said ?? '').includes(p.said ?? '') &&
      !(p.said ?? '').includes(point.said ?? ''),
  );
  if (other?.said == null) return null;
  const [first, second] = point.order < other.order ? [point, other] : [other, point];
  const adjacent = second.order - first.order === 1 && first.parsed !== null;
  const link = adjacent && LINKS.test(second.lead) ? second.lead : 'and';
  const text = `${first.said ?? ''}${link === 'because' || link === 'since' || link === 'while' ? '' : ','} ${link} ${second.said ?? ''}`;
  if (
    countWords(text) > LONGEST_BOTH ||
    / (?:because|even though|when|if) .* (?:because|even though) /u.test(text)
  )
    return null;
  return { text, other };
}

/** Whom a hint about this point can name. */
function personOf(point: Point): Topic | { name: string; group?: string } | null {
  const people = point.topics.filter((topic) => topic.person);
  if (point.person !== null) {
    const known = people.find((topic) => topic.name === point.person);
    return known ?? { name: point.person };
  }
  const doer = /^(?:hurt-by|betrayal|unseen|anger|unfair)$/u.test(point.kind);
  if (doer) {
    if (point.parsed?.who !== 'other') return null;
    const subjectEnd = point.parsed.subject.at(-1)?.end ?? 0;
    return people.find((topic) => topic.end <= subjectEnd && topic.name.startsWith('your')) ?? null;
  }
  return (
    people.find((topic) => !topic.name.startsWith('their') && !/^(?:his|her) /u.test(topic.name)) ?? null
  );
}

function thingOf(point: Point, line: Line): Topic | null {
  const things = point.topics.filter((topic) => !topic.person && !/^(?:his|her|their) /u.test(topic.name));
  const themes = line.theme?.split(' ');
  const fitting = things.filter(
    (topic) =>
      (themes === undefined || themes.includes(topic.theme)) &&
      (line.plural === undefined || topic.plural === line.plural),
  );
  return fitting.at(-1) ?? null;
}

const STANDS_ALONE =
  /^(?:sadness|loneliness|worry|fear|anxiety|anger|frustration|guilt|shame|exhaustion|tiredness|pressure|stress|numbness|emptiness|panic|dread|hurt|grief|disappointment|jealousy|resentment|embarrassment|confusion|heartbreak|homesickness|helplessness|hopelessness|irritation|isolation|nerves|uncertainty|burnout|humiliation|misery|overwhelm|relief|joy|happiness|hope|pride|excitement|calm|gratitude)$/u;

function feelingsOf(point: Point, line: Line): FeelingEntry[] {
  return point.feelings
    .filter((f) => line.named !== true || STANDS_ALONE.test(f.entry.noun))
    .filter((f) => line.families === null || line.families.has(f.entry.family))
    .filter((f) => line.strength === undefined || f.entry.strength >= line.strength)
    .map((f) => f.entry);
}

/**
 * Fills a line for a point. Null when a slot has nothing to hold, or what it would hold is too long, not
 * sure, or not to be said back.
 */
export function fill(line: Line, point: Point, turn: readonly Point[], seed: string): Filled | null {
  const max = line.max ?? 14;
  const used: string[] = [];
  let { start, end, messageId } = point;
  const put: Record<string, string> = {};
  const said = isSayable(point) && point.said !== null && countWords(point.said) <= max ? point.said : null;
  const doing =
    point.doing !== null && !point.belief && !point.question && countWords(point.doing) <= max
      ? point.doing
      : null;
  for (const slot of line.slots) {
    const name = slot.toLowerCase();
    let value: string | null | undefined = null;
    if (name === 'said') value = said;
    else if (name === 'doing') value = doing;
    else if (name === 'both') {
      const both = bothOf(point, turn);
      value = both?.text;
      if (both !== null) {
        start = Math.min(start, both.other.start);
        end = Math.max(end, both.other.end);
        used.push(both.other.said ?? '');
      }
    } else if (name === 'that') {
      value = thatOf(point, turn, kindOf(point.kind), `${seed}that${point.order}`);
      if (line.plain === true && value !== null && /^(?:like|a) /u.test(value)) value = null;
    } else if (name === 'topic')
      value = thingOf(point, line)?.name ?? (line.thing === true ? null : personOf(point)?.name);
    else if (name === 'person') {
      const person = personOf(point);
      const fits =
        person !== null &&
        (line.group === undefined ||
          (person.group !== undefined && line.group.split(' ').includes(person.group)));
      value = fits ? person.name : null;
    } else if (name === 'feel' || name === 'noun' || name === 'noun2') {
      const entries = feelingsOf(point, line);
      const entry = name === 'noun2' ? entries.find((e) => e.family !== entries[0]?.family) : entries[0];
      const feeling = point.feelings.find((f) => f.entry === entry);
      value =
        entry === undefined || (entry.belief === true && name === 'feel')
          ? null
          : name === 'feel'
            ? feeling?.text
            : entry.noun;
      if (
        feeling !== undefined &&
        name !== 'noun2' &&
        !line.slots.some((s) => CAN_CARRY.has(s.toLowerCase()))
      ) {
        start = feeling.start;
        end = feeling.end;
      }
    } else if (name === 'felt') value = feltOf(point);
    else if (name === 'cause' || name === 'other' || name === 'when') {
      const cause = companion(
        point,
        turn,
        (p) =>
          p.mood !== 'bright' &&
          countWords(p.said ?? '') <= LONGEST_SIDE_CLAUSE &&
          p.kind !== 'feeling' &&
          !PLAIN_KINDS.has(p.kind) &&
          !(point.said ?? '').includes(p.said ?? '') &&
          (name === 'cause' ? Math.abs(p.order - point.order) <= 2 : true) &&
          (slot !== 'other' || p.tense === 'now') &&
          (name !== 'when' ||
            (p.tense === 'now' && Math.abs(p.order - point.order) <= 2) ||
            (p.tense === 'past' && p.doing !== null && p.parsed?.who === 'i')),
      );
      if (cause !== null) {
        value =
          name !== 'when'
            ? cause.said
            : cause.tense === 'past'
              ? `after ${cause.doing ?? ''}`
              : `when ${cause.said ?? ''}`;
        used.push(cause.said ?? '');
        put.that2 = thatOf(cause, turn, kindOf(cause.kind), `${seed}that2`) ?? '';
        if (cause.messageId === messageId) {
          start = Math.min(start, cause.start);
          end = Math.max(end, cause.end);
        }
      }
    } else if (name === 'that2') value = put.that2 ?? '{that2}';
    else if (name === 'how' || name === 'whether' || name === 'way' || name === 'tasking')
      value = taskSlot(point, name);
    else if (name === 'quote') value = quoteOf(point);
    if (value === null || value === undefined || value === '') return null;
    put[slot] = slot === name ? value : capital(value);
    if (name !== 'that' && name !== 'quote' && name !== 'that2') used.push(value);
  }
  let text = line.text.replace(/\{(\w+)\}/gu, (_, slot: string) => put[slot] ?? '');
  if (text.includes('{') || (line.slots.includes('that2') && (put.that2 ?? '') === '')) return null;
  if (line.slots.includes('that2')) text = text.replace('{that2}', put.that2 ?? '');
  if (line.quotable === true && quoteOf(point) === null) return null;
  return { text: tidy(text), messageId, start, end, used };
}

/** A line that carries no words of the client, with their clause set before it. Null where there is none. */
export function withClauseBefore(line: Line, point: Point): Filled | null {
  if (!isSayable(point) || point.said === null || countWords(point.said) > 9 || line.hint === 'support')
    return null;
  if (/^(?:it sounds|hi|hello|i'm |thank|tears)/iu.test(line.text) && line.hint === 'explore') return null;
  return {
    text: tidy(`${capital(point.said)}. ${line.text}`),
    messageId: point.messageId,
    start: point.start,
    end: point.end,
    used: [point.said],
  };
}

/** What the client calls themselves, as a feeling: "like a failure". */
function feltOf(point: Point): string | null {
  const noun =
    /\b(?:such |like |just |only |feel |i'm |am )(?:a |an )?(?:complete |total |huge |massive )?(failure|burden|disappointment|loser|fraud|nobody|waste of space|joke|imposter|impostor|bad (?:mum|mom|mother|dad|father|person|daughter|son|friend|wife|husband)|terrible (?:mum|mom|mother|dad|father|person|daughter|son|friend))\b/u.exec(
      point.sentence,
    )?.[1];
  if (noun !== undefined) return noun === 'nobody' ? null : `like a ${noun.replace('imposter', 'impostor')}`;
  const adjective =
    /\b(worthless|useless|not good enough|not enough|unlovable|pathetic|stupid|weak|invisible)\b/u.exec(
      point.sentence,
    )?.[1];
  return adjective === undefined
    ? null
    : adjective === 'stupid' || adjective === 'pathetic'
      ? `so ${adjective === 'stupid' ? 'foolish' : 'small'}`
      : adjective;
}

function taskSlot(point: Point, name: 'how' | 'whether' | 'way' | 'tasking'): string | null {
  const { task } = point;
  if (task === null) return null;
  if (name === 'tasking') return task.doing;
  if (name === 'whether') return task.whether ? `whether to ${task.base}` : null;
  if (task.whether) return null;
  return name === 'how' ? `how to ${task.base}` : task.base;
}

/** A very short message in the client's own spelling, when nothing in it needs turning. */
function quoteOf(point: Point): string | null {
  const quote = point.words.map((word) => word.w).join(' ');
  return countWords(quote) <= 4 && /^[a-z' ]+$/u.test(quote) && !/\b(?:i|i'm|me|my|you|i've)\b/u.test(quote)
    ? quote
    : null;
}

function tidy(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/\.\.(?!\.)/gu, '.')
    .replace(/ ([,.?!])/gu, '$1')
    .trim();
}
