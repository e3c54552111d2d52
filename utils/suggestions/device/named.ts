import type { Message } from '../../conversation/message';
import { z } from '../../schema';
import { plainForRules } from '../safe-words';
import data from './bank/named.json';
import { countWords } from './companions';
import { kindOf } from './frames';
import type { Near } from './near';
import type { Point } from './point';
import { type Topic, topicCalled } from './topics';

const { before, after, troubles, wide, never, openers } = z
  .object({
    about: z.string(),
    before: z.string(),
    after: z.string(),
    troubles: z.string(),
    wide: z.string(),
    never: z.string(),
    openers: z.string(),
  })
  .parse(data);
const NEVER = new RegExp(never, 'u');
const OPENS = new RegExp(openers, 'u');
const NAMES = new RegExp(`^(?:${before})*(?<name>\\S+(?: \\S+){0,2}?)(?:${troubles})?(?:${after})*$`, 'u');
const WIDE = new RegExp(`^(?:${before})*${wide}(?:${troubles})?(?:${after})*$`, 'u');
/** Kinds of point that such a turn may be read as; what another frame, or a feeling, knows has lines of its own. */
const NAMES_ONLY = /^(?:topic|told|event|state|ack|thin|fact|ordinary|conflict|money|pressure)$/u;
/** Longest such turn, in UTF-16 units: what is longer tells something. */
const LONGEST = 48;
/** Who has said more words than these has told what it is about: "my dad", after "my dad died", begins nothing. */
const MOST_TOLD = 12;

/**
 * The one point of a turn that only names what it is about ("roommate problems", "my ex", "just life"), which is asked
 * about by its name; null for any other turn, where a word or two answer a question, and where something was told before.
 * @param said what the supporter wrote before it; null where the client begins
 * @param told the client's turns before it
 * @param near the light in which it stands: beside a loss nothing is asked by its name
 */
export function namedOnly(
  turn: readonly Message[],
  said: string | null,
  points: readonly Point[],
  told: readonly string[],
  near: Near | null,
): Point[] | null {
  const [message] = turn;
  if (near !== null || countWords(told.join(' ')) > MOST_TOLD) return null;
  if (message === undefined || turn.length > 1 || message.text.length > LONGEST) return null;
  if (said !== null && !OPENS.test(plainForRules(said))) return null;
  if (points.some(({ kind, feelings }) => feelings.length > 0 || !NAMES_ONLY.test(kind))) return null;
  const plain = plainForRules(message.text)
    .replace(/[.,!…]+/gu, ' ')
    .replace(/\s+/gu, ' ')
    .trim();
  if (NEVER.test(plain)) return null;
  const topic = topicIn(plain, message.text);
  if (topic === null && !WIDE.test(plain)) return null;
  return [{ ...pointOf(message), topics: topic === null ? [] : [topic] }];
}

/** What the words name, as a hint would call it: "your roommate", "work". */
function topicIn(plain: string, text: string): Topic | null {
  const groups = NAMES.exec(plain)?.groups;
  const name = groups?.['name'];
  if (name === undefined) return null;
  const called = topicCalled(name) ?? topicCalled(name.replace(/s$/u, ''));
  return called && { ...called, start: 0, end: text.length };
}

const pointOf = ({ id, text }: Message): Omit<Point, 'topics'> => ({
  kind: 'named',
  weight: kindOf('named').weight,
  messageId: id,
  start: 0,
  end: text.trimEnd().length,
  words: [],
  parsed: null,
  said: null,
  doing: null,
  tense: null,
  mood: 'any',
  belief: false,
  feelings: [],
  person: null,
  question: false,
  exclaimed: false,
  order: 0,
  lead: '',
  sentence: '',
  saidWhole: null,
  quoted: null,
  heard: null,
  task: null,
});
