import { z } from '../../schema';
import { type HintKind, techniqueSchema } from '../hint';
import { ANSWERS } from './answers';
import empathise from './bank/empathise.json';
import explore from './bank/explore.json';
import support from './bank/support.json';
import { FEELING_FAMILIES } from './feelings';
import { POINT_KINDS } from './frames';
import { HEARTS } from './hearts';
import { MATTERS } from './matters';
import { MOVES } from './moves';

/** What a line asks; the supporter is not sent to ask it a second time. */
export const ASKS = [
  'happened',
  'since',
  'when',
  'who',
  'like',
  'feel',
  'thoughts',
  'hardest',
  'need',
  'meaning',
  'day',
  'cope',
  'worry',
  'hope',
  'person',
  'miss',
  'start',
  'tried',
  'body',
  'next',
] as const;

const words = z.string();
const lineSchema = z.object({
  technique: techniqueSchema,
  /** Kinds of point that the line answers; `*` answers whatever has the slots. */
  for: z.array(z.union([z.enum(POINT_KINDS), z.literal('*')])),
  /** With slots in braces: {said}, {doing}, {topic}, {person}, {feel}, {noun}, {that}, {both}, {when}, {other} and kin. */
  text: z.string(),
  asks: z.optional(z.enum(ASKS)),
  tense: z.optional(z.enum(['past', 'now', 'future'])),
  who: z.optional(z.enum(['i', 'other'])),
  /** Moods of the point in which the line fits, separated by blanks. */
  mood: z.optional(words),
  /** Where no word of the clause says how it is: whether the whole message reads as unpleasant, or may be either. */
  leans: z.optional(z.enum(['dark', 'open'])),
  /** Kinds that it does not fit, separated by blanks. */
  but: z.optional(words),
  /** Groups of people of whom one must be {person}. */
  group: z.optional(words),
  theme: z.optional(words),
  /**
   * What the turn must be, or may be, most about, see `hearts.json`, or what they came to talk about, see
   * `matters.json`: one of these, separated by blanks. Then `for` is empty.
   */
  heart: z.optional(words),
  /** Of a line for a matter: how much better readers found it than others of its kind, see `matters.ts`. */
  fits: z.optional(z.number()),
  family: z.optional(words),
  /** Stages in which it fits; `advice` stands for "advice fits the stage or was asked for". */
  stage: z.optional(words),
  /** Most words of the client's clause that it can carry. */
  max: z.optional(z.int()),
  /** {topic} must be a thing, not a person. */
  thing: z.optional(z.boolean()),
  /** {topic} must be what the clause speaks of, not something in passing; with {person} it begins the clause. */
  central: z.optional(z.boolean()),
  plural: z.optional(z.boolean()),
  /** The feeling has a noun that stands by itself. */
  named: z.optional(z.boolean()),
  strength: z.optional(z.int()),
  /** {that} is a plain adjective. */
  plain: z.optional(z.boolean()),
  /** Rests on the point without repeating its words; they are set before it where that is possible. */
  anchor: z.optional(z.boolean()),
  /** An anchored line that needs no clause before it. */
  alone: z.optional(z.boolean()),
  /** Preference over lines of the same fit, in points of weight; may be negative. Follows readers' verdicts, where there are some. */
  rank: z.optional(z.number()),
  /** Whether the clause must, or must not, be negative. */
  negative: z.optional(z.boolean()),
  /** Families of feeling that it does not fit. */
  notFamily: z.optional(words),
  quotable: z.optional(z.boolean()),
  /** A regular expression that the client's clause, in plain words, must fit. */
  match: z.optional(z.string()),
  /** The feeling lasts: not "shocked", not "surprised". */
  lasting: z.optional(z.boolean()),
  /** The light in which the turn stands; see `near.ts`. */
  near: z.optional(z.enum(['loss', 'joy', 'news', 'talk'])),
  /** It looks back on the talk: only after the supporter has written a few times. */
  late: z.optional(z.boolean()),
  /** A glad and a hard feeling stand side by side. */
  mixed: z.optional(z.boolean()),
  /** The clause says little more than the feeling, or says what it is about. */
  bare: z.optional(z.boolean()),
  longer: z.optional(z.boolean()),
  /** Least share of the turn that the words said back make up, 0 to 1: one remark of many is seldom its point. */
  share: z.optional(z.number()),
  /** The turn tells nothing else. */
  only: z.optional(z.boolean()),
  /** It only says that they were heard: left out beside any other hint. */
  nod: z.optional(z.boolean()),
});
const bankSchema = z.object({ about: z.string(), lines: z.array(lineSchema) });

export interface Line extends Omit<z.infer<typeof lineSchema>, 'match'> {
  match?: RegExp;
  hint: HintKind;
  index: number;
  slots: readonly string[];
  families: ReadonlySet<string> | null;
  notFamilies: ReadonlySet<string> | null;
}

const sources: readonly (readonly [HintKind, unknown])[] = [
  ['explore', explore],
  ['empathise', empathise],
  ['support', support],
];
const familyNames: ReadonlySet<string> = new Set(FEELING_FAMILIES);

function readFamilies(names: string | undefined): ReadonlySet<string> | null {
  if (names === undefined) return null;
  for (const name of names.split(' '))
    if (!familyNames.has(name)) throw new Error(`The bank names no family ${name}`);
  return new Set(names.split(' '));
}

function load(hint: HintKind, source: unknown): Line[] {
  return bankSchema.parse(source).lines.map((line, index) => {
    const families = readFamilies(line.family);
    const notFamilies = readFamilies(line.notFamily);
    const slots = [...line.text.matchAll(/\{(\w+)\}/gu)].map((match) => match[1] ?? '');
    const { match, ...rest } = line;
    return {
      ...rest,
      hint,
      index,
      slots,
      families,
      notFamilies,
      ...(match !== undefined && { match: new RegExp(match, 'u') }),
    };
  });
}

/** Under this lines stand that answer what a turn is most about. */
export function heartKey(name: string): string {
  if (![HEARTS, MATTERS, MOVES, ANSWERS].some((names) => names.includes(name)))
    throw new Error(`The bank names no heart ${name}`);
  return `heart ${name}`;
}

const BY_KIND = new Map<string, Line[]>();
export const LINES: readonly Line[] = sources.flatMap(([hint, source]) => load(hint, source));
const keysOf = (line: Line): string[] => [
  ...line.for,
  ...(line.heart?.split(' ').map((name) => heartKey(name)) ?? []),
];
for (const line of LINES)
  for (const kind of keysOf(line)) {
    const key = `${line.hint} ${kind}`;
    const list = BY_KIND.get(key);
    if (list === undefined) BY_KIND.set(key, [line]);
    else list.push(line);
  }

/** Lines of a kind of hint for a kind of point; `*` for those that fit any. */
export function linesFor(hint: HintKind, kind: string): readonly Line[] {
  return BY_KIND.get(`${hint} ${kind}`) ?? [];
}
