import { z } from '../schema';
import { ASKS } from './asks';
import { IDIOMS } from './idiom';
import { RESISTANCE_PATTERNS } from './client/client-state';
import { problemsOf, type ScenarioProblem } from './scenario-problems';

/**
 * A line of the client: what they write in one turn. " / " parts it into messages; `{a|b}` is one of these, and
 * `{word}` is filled from the scenario's or the idiom's own words.
 */
const line = z.string().check(z.minLength(1), z.maxLength(400));
const lines = z.array(line);
const atLeast = (n: number) => lines.check(z.minLength(n));
const id = z.string().check(z.regex(/^[a-z][a-z0-9-]*$/));
const words = z.string().check(z.minLength(1), z.maxLength(600));
const unit = z.number().check(z.minimum(0), z.maximum(1));
const signedUnit = z.number().check(z.minimum(-1), z.maximum(1));

/** Something the client may come to tell. */
export const itemSchema = z.strictObject({
  id,
  /** In words for the debrief: "that her brother died". */
  name: words,
  /** How much it means to tell it. `important` and `core` stay closed without trust. */
  weight: z.enum(['surface', 'important', 'core']),
  /** Least trust to tell it, 0 to 1. */
  trust: unit,
  /** Items that must be told before. */
  after: z._default(z.array(id), []),
  /** Words of a supporter that are about it, as patterns on plain chat text. */
  topic: z.string().check(z.minLength(1)),
  /** Plain questions that ask for just this; asked for so, it is told sooner. */
  askedBy: z._default(z.array(z.enum(ASKS)), []),
  /** Said instead while it is closed, the plainest last: a cue to take up. */
  hints: atLeast(1),
  told: atLeast(1),
  more: atLeast(2),
  /** Said when it is asked for too soon. */
  shut: atLeast(1),
});
export type Item = z.infer<typeof itemSchema>;

/** An answer while the client is wary, and once they are not. */
export const answerSchema = z.strictObject({ guarded: atLeast(1), open: atLeast(1) });

/** A question that only this person has an answer to: what she was like, who the brother is, what the mug was. */
export const questionSchema = z.strictObject({
  /** The supporter's question, as a pattern on plain chat text. */
  match: z.string().check(z.minLength(1)),
  /** Items that must be told before, so that the question makes sense. */
  after: z._default(z.array(id), []),
  /** While the client is wary; without these the open ones are said at any time. */
  guarded: z._default(lines, []),
  open: atLeast(1),
});

export const scenarioSchema = z.strictObject({
  id,
  title: words,
  theme: words,
  /** 1 warms soonest, 3 is the hardest to earn. */
  level: z.int().check(z.minimum(1), z.maximum(3)),
  /** What the supporter knows before it starts. */
  about: words,
  person: z.strictObject({
    name: words,
    age: z.int().check(z.minimum(13), z.maximum(110)),
    pronouns: words,
    place: words,
    background: words,
    idiom: z.enum(IDIOMS),
    manner: z.strictObject({
      /** Writes capitals and full stops, or neither. */
      lowerCase: z.boolean(),
      fullStops: z.boolean(),
    }),
  }),
  goals: z.array(words).check(z.minLength(1)),
  contentNote: z.optional(words),
  aftercare: words,
  start: z.strictObject({ trust: unit, valence: signedUnit, arousal: signedUnit }),
  /** How this person closes up, by weight. */
  leanings: z.partialRecord(z.enum(RESISTANCE_PATTERNS), z.number().check(z.minimum(0), z.maximum(5))),
  /** The client's first turn. */
  opening: atLeast(2),
  items: z.array(itemSchema).check(z.minLength(4)),
  answers: z.partialRecord(z.enum(ASKS), answerSchema),
  /** Asked in these words, they are answered before any common question. */
  questions: z._default(z.array(questionSchema), []),
  /** Said when they feel understood. */
  heard: atLeast(5),
  /** Said when told what to do. */
  advised: atLeast(4),
  /** Everyday talk that leads away. */
  drift: atLeast(4),
  closing: z.strictObject({ warm: atLeast(2), cold: atLeast(2) }),
  slots: z._default(z.record(z.string(), z.array(words).check(z.minLength(1))), {}),
});
export type Scenario = z.infer<typeof scenarioSchema>;

const IMPORTANT_FROM = 0.45;

const NO_PATTERN = 'this is no pattern (regular expression)';

function isPattern(text: string): boolean {
  try {
    return new RegExp(text, 'u') instanceof RegExp;
  } catch {
    return false;
  }
}

/** What the shape alone cannot say: links between fields. */
function crossCheck(scenario: Scenario): ScenarioProblem[] {
  const problems: ScenarioProblem[] = [];
  const known = new Set<string>();
  scenario.items.forEach((item, i) => {
    const at = `items.${String(i)}`;
    if (known.has(item.id)) problems.push({ field: `${at}.id`, problem: `"${item.id}" is used twice` });
    item.after.forEach((before, j) => {
      if (!known.has(before))
        problems.push({
          field: `${at}.after.${String(j)}`,
          problem: `no earlier item is called "${before}"`,
        });
    });
    known.add(item.id);
    if (!isPattern(item.topic)) problems.push({ field: `${at}.topic`, problem: NO_PATTERN });
    if (item.weight !== 'surface' && item.trust < IMPORTANT_FROM)
      problems.push({
        field: `${at}.trust`,
        problem: `something ${item.weight} needs a trust of at least ${String(IMPORTANT_FROM)}`,
      });
  });
  scenario.questions.forEach(({ match, after }, i) => {
    const at = `questions.${String(i)}`;
    if (!isPattern(match)) problems.push({ field: `${at}.match`, problem: NO_PATTERN });
    after.forEach((before, j) => {
      if (!known.has(before))
        problems.push({ field: `${at}.after.${String(j)}`, problem: `no item is called "${before}"` });
    });
  });
  if (!scenario.items.some(({ weight }) => weight === 'core'))
    problems.push({ field: 'items', problem: 'one item must be core' });
  if (scenario.start.valence > 0)
    problems.push({ field: 'start.valence', problem: 'the client must begin in distress: at most 0' });
  return problems;
}

export type ParsedScenario = { ok: true; scenario: Scenario } | { ok: false; problems: ScenarioProblem[] };

/** Reads a scenario. Never throws: a broken one says which fields are wrong, and why. */
export function parseScenario(value: unknown): ParsedScenario {
  const parsed = scenarioSchema.safeParse(value);
  if (!parsed.success) {
    return { ok: false, problems: problemsOf(value, parsed.error.issues) };
  }
  const problems = crossCheck(parsed.data);
  return problems.length > 0 ? { ok: false, problems } : { ok: true, scenario: parsed.data };
}
