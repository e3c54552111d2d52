import { z } from '../../schema';
import { HINT_KINDS, type HintKind } from '../hint';
import { answersIn } from './answers';
import data from './bank/matters.json';
import { countWords } from './companions';
import { isGrave, speaksOfDanger } from './dark-words';
import { createHearer, heardSchema } from './heard-names';
import { movesIn } from './moves';

/**
 * How a matter was heard. A move is done in the very turn. What they began with, or came back to, is what they talk about:
 * now, one turn of theirs ago, or before that. What came up once in the middle may have been said in passing.
 */
export const HEARINGS = [
  'done',
  'now',
  'lately',
  'earlier',
  'passing now',
  'passing lately',
  'passing earlier',
] as const;
export type Hearing = (typeof HEARINGS)[number];

/** What the client's turn, or what they told shortly before, is about: how it was heard, by name. */
export type Matters = ReadonlyMap<string, Hearing>;

export const NO_MATTERS: Matters = new Map();

const { matters, worth } = z
  .object({
    about: z.string(),
    worth: z.record(z.enum(HINT_KINDS), z.record(z.enum(HEARINGS), z.number())),
    matters: z.array(z.extend(heardSchema, { grave: z.optional(z.boolean()) })),
  })
  .parse(data);

/** Names of what people come to talk about. */
export const MATTERS: readonly string[] = matters.map(({ name }) => name);

const GRAVE_ITSELF = new Set(matters.flatMap(({ name, grave }) => (grave === true ? [name] : [])));
const hearer = createHearer(matters);

export const prepareMatters = hearer.prepare;

/** How many turns of the client's before the last one are listened to. */
const TURNS_BEFORE = 5;
/** How many are looked at: one more says whether the first that is listened to was the first of all. */
export const TURNS_KNOWN = TURNS_BEFORE + 1;
/** So many turns of theirs are the beginning. */
const BEGINNING = 2;

/**
 * What the client's turn, or what they told shortly before, is about by their own words, and the moves in the turn itself.
 * @param earlier their turns before it, the newest last: as many as there are, or the last `TURNS_KNOWN`
 * @param said what the supporter wrote before it, which it may answer; null where the client begins
 */
export function mattersIn(text: string, earlier: readonly string[], said: string | null = null): Matters {
  const before = earlier.slice(-TURNS_BEFORE);
  const heard = new Map<string, { ago: number; times: number; first: number }>();
  for (const [ago, told] of [text, ...[...before].reverse()].entries())
    for (const name of hearer.namesIn(told)) {
      const one = heard.get(name);
      heard.set(name, { ago: one?.ago ?? ago, times: (one?.times ?? 0) + 1, first: before.length - ago });
    }
  const begins = earlier.length <= TURNS_BEFORE;
  return new Map([
    ...[...heard].map(([name, { ago, times, first }]): [string, Hearing] => {
      const when = ago === 0 ? 'now' : ago === 1 ? 'lately' : 'earlier';
      return [name, times > 1 || (begins && first < BEGINNING) ? when : `passing ${when}`];
    }),
    ...[...movesIn(text), ...answersIn(text, said)].map((name): [string, Hearing] => [name, 'done']),
  ]);
}

/** A turn of so many words tells more than the matter that it names; in one of fifty, half of the lines for it were wrong. */
const LONG_TURN = 50;
/** What is grave is not over with the next turn. */
const GRAVE_FOR = 2;
/** Where more of them were heard, none is surely what it is about. */
const MOST_MATTERS = 2;

/**
 * What was heard in whose light a turn can be answered: where it is likely to be about that. A turn that asks something
 * wants an answer, whatever they do in it beside.
 */
export function mattersToAnswer(
  text: string,
  earlier: readonly string[],
  said: string | null = null,
): Matters {
  if (countWords(text) >= LONG_TURN) return NO_MATTERS;
  const heard = [...mattersIn(text, earlier, said)];
  const now = said === null ? [text] : [text, said];
  if (heard.length === 0 || [...now, ...earlier.slice(-TURNS_BEFORE)].some(speaksOfDanger)) return NO_MATTERS;
  const grave = [...now, ...earlier.slice(-GRAVE_FOR)].some(isGrave);
  const found = heard.filter(([name]) => !grave || GRAVE_ITSELF.has(name));
  const moves = found.filter(([, hearing]) => hearing === 'done');
  const matters = found.filter(([, hearing]) => hearing !== 'done');
  return new Map([...(matters.length > MOST_MATTERS ? [] : matters), ...(text.includes('?') ? [] : moves)]);
}

/** How the clearest of a line's matters was heard, whose names blanks separate; null when none was. */
export function clearest(heart: string, found: Matters): Hearing | null {
  const hearings = heart.split(' ').flatMap((name) => found.get(name) ?? []);
  return hearings.sort((a, b) => HEARINGS.indexOf(a) - HEARINGS.indexOf(b))[0] ?? null;
}

/** Where the matter of a line was not heard at all. */
const NEVER = -1.5;
/** Below this there is always something general that is no worse. */
export const LEAST_WORTH = -0.2;

/**
 * How readers would find a line for a matter, in the worth of verdicts (good 1, plain 0, wrong -1.5): how they found
 * lines of its kind where a matter was heard like this, and how much better or worse they found this one.
 */
export function worthForMatter(
  { hint, heart = '', fits = 0 }: { hint: HintKind; heart?: string | undefined; fits?: number | undefined },
  found: Matters,
): number {
  const hearing = clearest(heart, found);
  return hearing === null ? NEVER : worth[hint][hearing] + fits;
}
