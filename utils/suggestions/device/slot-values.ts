import { companion, countWords, isNear, isSayable, isShort, pointsElsewhere } from './companions';
import type { FeelingEntry } from './feelings';
import { kindOf } from './frames';
import { isPlain } from './gist';
import type { Line } from './lines';
import type { Point } from './point';
import { steady } from './seed';
import { mayEcho } from './never-echo';
import type { Topic } from './topics';
import { sayBack } from './turn';
import { wordsOf } from './words';
import { sign } from './signs';

/** Whom a hint can name. */
export interface Person {
  name: string;
  group?: string;
  plural?: boolean;
}

const OTHERS_OWN = /^(?:his|her|their) /u;
const VAGUE_THAT = ['hard', 'tough'];

/** The words for "that sounds …": the client's own feeling first, then what the kind suggests. */
export function thatOf(point: Point, turn: readonly Point[], seed: string): string | null {
  const dark = (p: Point): FeelingEntry | undefined =>
    p.feelings.find((f) => f.entry.bright !== true && f.entry.belief !== true && f.entry.vague !== true)
      ?.entry;
  // "excited and scared" is not one thing.
  if (point.feelings.some(({ entry }) => entry.bright === true)) return null;
  const own = dark(point);
  if (own !== undefined) return own.that;
  const pick = (options: readonly string[]): string | null =>
    options[Math.floor(steady(seed) * options.length)] ?? null;
  const options = kindOf(point.kind).that ?? [];
  // "You feel so alone. That sounds lonely" says one thing twice.
  const said = point.feelings.some(({ entry }) => entry.that !== null && options.includes(entry.that));
  if (options.length > 0) return pick(said ? VAGUE_THAT : options);
  if (point.tone !== undefined) return pick(point.tone);
  const near = turn.find((p) => Math.abs(p.order - point.order) === 1 && dark(p) !== undefined);
  if (near !== undefined) return dark(near)?.that ?? null;
  // Nothing says how a plain clause sounds: it is not called hard on the strength of a word in it.
  return point.mood === 'dark' && !isPlain(point) ? pick(VAGUE_THAT) : null;
}

/** Whom a pronoun can mean that is named in the same clause: "my nan taught me before she died". */
const WHO: Record<string, RegExp> = {
  her: /\b(?:mum|mom|mother|mummy|mam|nan|nana|gran|grandma|grandmother|sister|daughter|wife|girlfriend|aunt|auntie|niece|granddaughter|stepmum|stepmom)$/u,
  him: /\b(?:dad|father|daddy|grandad|granddad|grandpa|grandfather|brother|son|husband|boyfriend|uncle|nephew|grandson|stepdad)$/u,
};

/** Who does it, when the point is about what somebody does; else whom the clause names. */
export function personOf(point: Point, turn: readonly Point[]): Person | null {
  const people = point.topics.filter((topic) => topic.person);
  if (point.person !== null) {
    const meant = WHO[point.person];
    const shown = (topic: Topic): boolean =>
      topic.name === point.person || (meant?.test(topic.name) === true && topic.name.startsWith('your '));
    return people.find(shown) ?? { name: point.person };
  }
  const named = (topics: readonly Topic[]): Topic | null =>
    topics.find((topic) => topic.person && /^(?:your|the) /u.test(topic.name)) ?? null;
  if (/^(?:hurt-by|betrayal|unseen|anger|unfair|silence)$/u.test(point.kind)) {
    if (point.parsed?.who !== 'other') return null;
    const subjectEnd = point.parsed.subject.at(-1)?.end ?? 0;
    return people.find((topic) => topic.end <= subjectEnd && topic.name.startsWith('your')) ?? null;
  }
  // "I miss who I was before I had kids" misses none of those it names.
  if (point.kind === 'miss') return null;
  const own = named(point.topics.filter((topic) => !isSubjectMatter(point, topic)));
  const toldThem =
    point.kind === 'untold' && /\b(?:tell|told|telling) (?:them|him|her)\b/u.test(point.sentence);
  if (own !== null || (!toldThem && !/^(?:out|asks-advice|regret)$/u.test(point.kind))) return own;
  const near = turn.find((other) => isNear(other, point) && named(other.topics) !== null);
  return near === undefined ? null : named(near.topics);
}

/** "told them about my girlfriend": she is what is told, not who is told it. */
function isSubjectMatter(point: Point, topic: Topic): boolean {
  const at = point.words.findIndex((word) => word.start >= topic.start);
  return /^(?:about|seeing|dating)$/u.test(point.words[at - 1]?.w ?? '');
}

/** What the clause is about, when that is a thing and not merely the place where it happens. */
export function thingOf(point: Point, line: Line): Topic | null {
  const themes = line.theme?.split(' ');
  return (
    point.topics
      .filter((topic) => !topic.person && !topic.place && !OTHERS_OWN.test(topic.name))
      .filter((topic) => themes === undefined || themes.includes(topic.theme))
      .filter((topic) => line.plural === undefined || topic.plural === line.plural)
      .filter((topic) => line.central !== true || isCentral(point, topic))
      .at(-1) ?? null
  );
}

/** Words before a topic that make it what is spoken of: "about the move", "I've got a stammer". */
const SPEAKS_OF = /^(?:about|with|have|has|had|got|having|need|lost|losing|regarding)$/u;

/** The clause opens with the topic, or says that there is such a thing; not "my teacher read my essay out". */
function isCentral({ words, parsed }: Point, topic: Topic): boolean {
  // "I'm not crying about the job"
  if (parsed?.negative === true && /\babout$/u.test(wordsOf(words.filter(({ end }) => end <= topic.start))))
    return false;
  const at = words.findIndex((word) => word.start >= topic.start);
  return at === 0 || SPEAKS_OF.test(words[at - 1]?.w ?? '');
}

/** Nouns that follow "the" or "some" and need nothing behind them. */
const STANDS_ALONE = sign('nouns that stand alone');

/** The feelings of a point that a line can name. */
export function feelingsOf(point: Point, line: Line): FeelingEntry[] {
  return point.feelings
    .map((f) => f.entry)
    .filter((entry) => point.mood !== 'dark' || entry.bright !== true)
    .filter((entry) => line.named !== true || STANDS_ALONE.test(entry.noun))
    .filter((entry) => line.families === null || line.families.has(entry.family))
    .filter((entry) => line.notFamilies === null || !line.notFamilies.has(entry.family))
    .filter((entry) => line.strength === undefined || entry.strength >= line.strength);
}

/** Another clause of the turn, as the slot needs it: what stands beside, behind or on top of this one. */
export function sideClause(
  name: 'cause' | 'other' | 'when',
  point: Point,
  turn: readonly Point[],
): { text: string; of: Point } | null {
  const of = companion(point, turn, (p) => {
    if (
      !isShort(p) ||
      p.kind === 'feeling' ||
      p.feelings.length > 0 ||
      p.mood !== 'dark' ||
      /\babout (?:yourself|it|that)$|^you're not \w+$/u.test(p.said ?? '')
    )
      return false;
    if (point.feelings.some((f) => f.entry.words.some((word) => (p.said ?? '').includes(word)))) return false;
    if (/^(?:it|it's|there|there's|this|that|that's)\b/u.test(p.said ?? '') && p.weight < 60) return false;
    if (name === 'other') return p.tense === 'now';
    if (!isNear(p, point)) return false;
    if (name === 'cause') return p.order < point.order || p.lead.startsWith('because');
    return p.tense === 'now' || (p.tense === 'past' && p.doing !== null && p.parsed?.who === 'i');
  });
  if (of === null) return null;
  if (name !== 'when') return { text: of.said ?? '', of };
  return { text: of.tense === 'past' ? `after ${of.doing ?? ''}` : `when ${of.said ?? ''}`, of };
}

const SELF_NOUN = sign('calls themselves');
const SELF_ADJECTIVE = /\b(worthless|useless|not good enough|not enough|unlovable)\b/u;

/** What the client calls themselves, as a feeling: "like a failure". */
export function feltOf(point: Point): string | null {
  const noun = SELF_NOUN.exec(point.sentence)?.[1];
  if (noun !== undefined) return `like a ${noun.replace('imposter', 'impostor')}`;
  return SELF_ADJECTIVE.exec(point.sentence)?.[1] ?? null;
}

/** What the client asks how, or whether, to do. */
export function taskOf(point: Point, name: 'how' | 'whether' | 'way' | 'tasking'): string | null {
  const { task } = point;
  if (task === null) return null;
  if (name === 'tasking') return task.doing;
  if (name === 'whether') return task.whether && !/ or /u.test(task.base) ? `whether to ${task.base}` : null;
  if (task.whether) return null;
  return name === 'how' ? `how to ${task.base}` : task.base;
}

const ASKS_WHY = /^(?:so |and |but |like )*why (?:do|am|can't|don't|did|didn't|was) i (?<rest>.+)$/u;
const LONGEST_WHY = 14;

/** What the client asks themselves, turned: "why do i always mess up" is "why you always mess up". */
export function whyOf({ words }: Point): string | null {
  const from = words.findIndex(({ w }) => w === 'why');
  const asked = words.slice(from);
  const [, helper, subject] = asked;
  if (from < 0 || !ASKS_WHY.test(wordsOf(asked)) || helper === undefined || subject === undefined)
    return null;
  // "why do I go" loses its helper; "why am I going" keeps it behind its subject.
  const kept = helper.w === 'do' ? [] : [helper];
  if (helper.w === 'did' || asked.length > LONGEST_WHY || asked.some(({ unknown }) => unknown === true))
    return null;
  const text = sayBack([subject, ...kept, ...asked.slice(3)], 'you').replace(/^you are /u, "you're ");
  return LEAKS.test(text) || !mayEcho(text) || BELITTLES.test(text) ? null : `why ${text}`;
}

/** A very short message in the client's own words, when nothing in it needs turning. */
export function quoteOf(point: Point): string | null {
  const quote = point.words
    .map((word) => word.w)
    .join(' ')
    .replace(/^(?:i'm|it's|just) /u, '');
  const own = /\b(?:i|i'm|me|my|you|i've)\b/u.test(quote);
  return countWords(quote) <= 4 && /^[a-z' ]+$/u.test(quote) && !own ? quote : null;
}

const BELITTLES =
  /\b(?:stupid|idiot|useless|worthless|failure|pathetic|ugly|fat|lazy|burden|loser|weak|disgusting|broken|unlovable|like this|have to|should|must)\b/u;

/** The client's own person, left standing by a turn that went wrong. */
const LEAKS = /(?:^|[^\p{L}])(?:i|i'm|i've|i'd|i'll|me|my|mine|myself|we|us|our|ours|we're)(?![\p{L}'])/iu;

/** The clause, when it can be said and is no longer than a line can carry. */
export function saidOf(point: Point, max: number): string | null {
  const { said } = point;
  if (pointsElsewhere(point)) return null;
  return isSayable(point) && said !== null && countWords(said) <= max && !LEAKS.test(said) ? said : null;
}

export function doingOf(point: Point, max: number): string | null {
  const { doing } = point;
  const sound =
    doing !== null && !pointsElsewhere(point) && !point.belief && !point.question && !LEAKS.test(doing);
  // "doing it", "saying something" say nothing by themselves.
  const empty = /^(?:not )?\w+ing (?:it|this|that|so|something|one|them)$/u.test(doing ?? '');
  return sound && !empty && countWords(doing) <= max ? doing : null;
}
