import { bothOf } from './companions';
import type { NamedFeeling } from './feelings';
import type { Line } from './lines';
import type { Point } from './point';
import {
  doingOf,
  feelingsOf,
  feltOf,
  personOf,
  quoteOf,
  saidOf,
  sideClause,
  taskOf,
  thatOf,
  thingOf,
  whyOf,
} from './slot-values';
import { sign } from './signs';

/** Said in the present of what is still ahead. */
const IS_TO_COME = sign('is to come');

/** A line filled with the client's words, and where those words stand. */
export interface Filled {
  text: string;
  messageId: string;
  start: number;
  end: number;
  /** Clauses that were put in: three hints should not say the same one. */
  used: readonly string[];
}

/** Most words of a clause when the line does not say. */
const MOST_WORDS = 14;
/** Up to this many words a clause says the feeling and little else. */
const BARE_WORDS = 5;
const LONGEST_CLAUSE_BEFORE = 10;

interface Slot {
  text: string;
  /** Words of the client that it rests on, when they are not those of the point. */
  from?: { messageId: string; start: number; end: number };
  only?: { start: number; end: number };
  clause?: string;
}

/**
 * Fills a line for a point. Null when a slot has nothing to hold, or what it would hold is too long, not
 * sure, or not to be said back.
 */
export function fill(line: Line, point: Point, turn: readonly Point[], seed: string): Filled | null {
  if (!suits(line, point)) return null;
  const put = new Map<string, Slot>();
  for (const name of line.slots) {
    const slot = value(name.toLowerCase(), line, point, turn, put, seed);
    if (slot === null || slot.text === '') return null;
    put.set(name, slot);
  }
  const slots = [...put.values()];
  const carries = slots.some((slot) => slot.clause !== undefined);
  const only = carries ? undefined : slots.find((slot) => slot.only !== undefined)?.only;
  const froms = slots.flatMap((slot) => (slot.from?.messageId === point.messageId ? [slot.from] : []));
  const start = only?.start ?? Math.min(point.start, ...froms.map((from) => from.start));
  const end = only?.end ?? Math.max(point.end, ...froms.map((from) => from.end));
  const text = line.text.replace(/\{(\w+)\}/gu, (_, name: string) => {
    const filled = put.get(name)?.text ?? '';
    return name === name.toLowerCase() ? filled : capital(filled);
  });
  const used = slots.flatMap((slot) => slot.clause ?? []);
  return { text: tidy(text), messageId: point.messageId, start, end, used };
}

function suits(line: Line, point: Point): boolean {
  const shape = point.parsed?.shape ?? '';
  const family = point.feelings[0]?.entry.family ?? 'confusion';
  if (line.lasting === true && (point.tense === 'past' || /^(?:confusion|relief)$/u.test(family)))
    return false;
  if (line.negative !== undefined && (point.parsed?.negative ?? false) !== line.negative) return false;
  const long = point.words.length > BARE_WORDS;
  // "I woke up panicking" was then.
  if (point.tense === 'past' && /\byou're feeling\b/iu.test(line.text)) return false;
  if ((line.bare === true && long) || (line.longer === true && !long)) return false;
  if (line.match !== undefined && !line.match.test(point.sentence)) return false;
  const impersonal = /^(?:it|it's|there|there's|this|that|that's)\b/u.test(point.said ?? '');
  if (impersonal && /\b(?:that|when) \{said\}/u.test(line.text)) return false;
  const unfinished =
    shape === 'past-progressive' ||
    shape === 'was' ||
    /^(?:think|know|want|feel|hope|believe|wish|need)$/u.test(point.parsed?.verb ?? '');
  if (unfinished && /\b(?:after|since) \{said\}|led up to/u.test(line.text)) return false;
  const scheduled = point.tense === 'now' && IS_TO_COME.test(point.said ?? '');
  if (scheduled && /\bwhen \{said\}/u.test(line.text)) return false;
  const reported = /^(?:say|tell|think|ask|text|reckon)$/u.test(point.parsed?.verb ?? '');
  if (reported && /\bwhen \{said\}/u.test(line.text)) return false;
  const supposed = /^(?:would|could|might|will|should|wouldn't|couldn't|won't)$/u.test(
    point.parsed?.modal ?? '',
  );
  if (/ (?:since|when|until) /u.test(point.said ?? '') && /\b(?:when|since) \{said\}/u.test(line.text))
    return false;
  if (/^you think\b/u.test(point.said ?? '') && /\b(?:that|when|since|after) \{said\}/u.test(line.text))
    return false;
  if (supposed && /\b(?:when|since) \{said\}/u.test(line.text)) return false;
  return line.quotable !== true || quoteOf(point) !== null;
}

/** "why do I cry when I'm angry": without what hangs on it, another question. */
const isCutShort = (point: Point, turn: readonly Point[]): boolean =>
  turn.some(
    ({ order, messageId, lead }) =>
      messageId === point.messageId && order === point.order + 1 && /^(?:when|if|every|whenever)/u.test(lead),
  );

function value(
  name: string,
  line: Line,
  point: Point,
  turn: readonly Point[],
  put: ReadonlyMap<string, Slot>,
  seed: string,
): Slot | null {
  const max = line.max ?? MOST_WORDS;
  const plain = (text: string | null | undefined): Slot | null =>
    text === null || text === undefined ? null : { text };
  const clause = (text: string | null): Slot | null => (text === null ? null : { text, clause: text });
  switch (name) {
    case 'said':
      return clause(saidOf(point, max));
    case 'doing':
      return clause(doingOf(point, max));
    case 'both': {
      const both = bothOf(point, turn);
      return both === null ? null : { text: both.text, clause: both.text, from: both.other };
    }
    case 'cause':
    case 'other':
    case 'when': {
      const side = sideClause(name, point, turn);
      return side === null ? null : { text: side.text, clause: side.text, from: side.of };
    }
    case 'that': {
      const that = thatOf(point, turn, `${seed}that${point.order}`);
      if (that === null) return null;
      const stem = that.replace(/^(?:so|really|like|a) /u, '').slice(0, 5);
      const inside = (words: string): boolean => [...put.values()].some((slot) => slot.text.includes(words));
      const named = point.feelings.find((f) => f.entry.that === that);
      const echoes = inside(stem) || (named?.entry.words.some(inside) ?? false);
      if (line.plain === true) return echoes || /^(?:like|a) /u.test(that) ? null : { text: that };
      return { text: echoes ? 'hard' : that };
    }
    case 'that2': {
      const side = sideClause('other', point, turn);
      return side === null ? null : plain(thatOf(side.of, turn, `${seed}that2`));
    }
    case 'topic':
      return plain(thingOf(point, line)?.name ?? (line.thing === true ? null : personOf(point, turn)?.name));
    case 'person': {
      const person = personOf(point, turn);
      if (person !== null && line.central === true && !opensWith(point, person.name)) return null;
      if (person === null || (line.plural !== undefined && line.plural !== (person.plural ?? false)))
        return null;
      if (
        line.group !== undefined &&
        !(person.group !== undefined && line.group.split(' ').includes(person.group))
      )
        return null;
      return plain(person.name);
    }
    case 'feel':
    case 'noun':
    case 'noun2': {
      const [first, ...rest] = feelingsOf(point, line);
      const entry = name === 'noun2' ? rest.find((e) => e.family !== first?.family) : first;
      const named = point.feelings.find((f) => f.entry === entry);
      if (
        entry === undefined ||
        named === undefined ||
        (name === 'feel' &&
          (entry.belief === true || !isOwnWord(point, named) || named.text.startsWith('not ')))
      )
        return null;
      return { text: name === 'feel' ? named.text : entry.noun, ...(name !== 'noun2' && { only: named }) };
    }
    case 'felt':
      return plain(feltOf(point));
    case 'how':
    case 'whether':
    case 'way':
    case 'tasking':
      return plain(taskOf(point, name));
    case 'why':
      return isCutShort(point, turn) ? null : plain(whyOf(point));
    case 'quote':
      return plain(quoteOf(point));
    case 'heard':
      return point.heard === null ? null : { text: point.heard, clause: point.heard };
    case 'whole': {
      const whole = point.belief ? null : point.saidWhole;
      if (whole === null) return null;
      return { text: whole.text, clause: whole.text, from: { ...whole, messageId: point.messageId } };
    }
    case 'quoted': {
      const quoted = point.belief ? null : point.quoted;
      return quoted === null ? null : { text: quoted, clause: quoted };
    }
    default:
      throw new Error(`The bank fills no slot ${name}: ${line.text} (${[...put.keys()].join(', ')})`);
  }
}

/** Whether the clause begins with the person whom it would be about. */
function opensWith({ words, topics }: Point, name: string): boolean {
  const start = words[0]?.start ?? 0;
  return topics.some((topic) => topic.name === name && topic.start <= start);
}

/** Letters in which two forms of one feeling word agree: "scared" and "scary". */
const STEM = 4;

/** Whether a feeling is said back in the client's word: "gross" is not "ashamed". */
function isOwnWord(point: Point, named: NamedFeeling): boolean {
  const theirs = point.words
    .filter((word) => word.start >= named.start && word.end <= named.end)
    .map((word) => word.w.slice(0, STEM));
  return theirs.some((stem) => named.text.includes(stem));
}

/** A line that carries no words of the client, with their clause set before it. Null where there is none. */
export function withClauseBefore(line: Line, point: Point): Filled | null {
  const said = saidOf(point, LONGEST_CLAUSE_BEFORE);
  if (said === null || line.hint === 'support' || line.alone === true || !suits(line, point)) return null;
  return {
    text: tidy(`${capital(said)}. ${line.text}`),
    messageId: point.messageId,
    start: point.start,
    end: point.end,
    used: [said],
  };
}

/** A line that carries no words of the client, by itself. */
export function byItself(line: Line, point: Point): Filled | null {
  if (!suits(line, point)) return null;
  return { text: line.text, messageId: point.messageId, start: point.start, end: point.end, used: [] };
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

function tidy(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .replace(/\.\.(?!\.)/gu, '.')
    .replace(/ ([,.?!])/gu, '$1')
    .trim();
}
