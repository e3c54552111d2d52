import { z } from '../../schema';
import { safetyClassSchema, safetyStrengthSchema } from '../safety-cue';

const pattern = z.string().check(z.minLength(1));
const patterns = z.array(pattern).check(z.minLength(1));

/** One rule, as an expert writes it in `rules/`. The language of `say` and `unless` is described in `pattern.ts`. */
const plainRuleSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z-]+(\.[a-z-]+)+$/)),
  class: safetyClassSchema,
  strength: safetyStrengthSchema,
  /** Why these words matter, for the supporter, in plain words. */
  reason: z.string().check(z.minLength(10)),
  say: z.optional(patterns),
  /**
   * Things that only mean something said together: one pattern of each list, in any order, in any sentences within
   * sixty words of each other. The cue stands where the first list fits.
   */
  together: z.optional(z.array(patterns).check(z.minLength(2))),
  /** Words around or inside a match that show that something else is meant. */
  unless: z.optional(patterns),
  /**
   * Whom the words speak of: the client (default; with someone else as the subject it becomes a `check`), the client
   * alone (`client-only`: with someone else as the subject it falls away, other rules see to that), someone else by
   * themselves (`other`), or what happens to the client, whoever does it (`anyone`).
   */
  about: z.optional(z.enum(['client', 'client-only', 'anyone', 'other'])),
  /** Often said in jest: with laughter beside it, it becomes a `check`. */
  joking: z.optional(z.boolean()),
  /** What the tests try the rule on; every rule has them, but for the package, which leaves them out. */
  examples: z.optional(
    z.strictObject({ yes: z.array(z.string()).check(z.minLength(1)), no: z.array(z.string()) }),
  ),
});
export const ruleSchema = plainRuleSchema.check(
  z.refine(
    ({ say, together }) => say !== undefined || together !== undefined,
    'a rule needs `say` or `together`',
  ),
);
export type Rule = z.infer<typeof ruleSchema>;
export const rulesSchema = z.array(ruleSchema);

/** What words around a match change. Nothing but `drop` ever silences a cue; the others lower it to a `check`. */
export const contextEffectSchema = z.enum([
  'drop',
  'check',
  'reported',
  'past',
  'recent',
  'now',
  'jest',
  'fiction',
  'identify',
  'disclaim',
  'unnegate',
]);
export type ContextEffect = z.infer<typeof contextEffectSchema>;
export const contextSchema = z.strictObject({
  id: z.string(),
  effect: contextEffectSchema,
  reason: z.string().check(z.minLength(10)),
  say: patterns,
});

export const contextsSchema = z.strictObject({
  /** Words that may stand between a "not", or a subject, and what it belongs to. */
  carriers: z.array(z.string()),
  negators: z.array(z.string()),
  /** Words after which a new "I" does not end the search for a "not": "I don't think I ...". */
  sayers: z.array(z.string()),
  /** Words that report what somebody said. */
  reporters: z.array(z.string()),
  firstPerson: z.array(z.string()),
  /** Subjects other than the client, as words or lists of lists.json. */
  otherSubjects: z.array(z.string()),
  /** Those of them that are no person: whoever comes after may still be the client. */
  things: z.array(z.string()),
  /** Words that begin a clause: what follows without a subject is said of the client. */
  clauseStarts: z.array(z.string()),
  /** Words before which a pattern's END fits too: people who type fast write no full stops. */
  clauseOpeners: z.array(z.string()),
  /** How many words back a "not" or a subject is looked for. */
  reach: z.int().check(z.minimum(1), z.maximum(20)),
  /** Forms inside a match that show that it is about now, whatever stands around it. */
  presentForms: z.array(z.string()),
  /** Past states: lie in the past unless the sentence says otherwise. */
  pastStates: z.array(z.string()),
  contexts: z.array(contextSchema),
});
export type Contexts = z.infer<typeof contextsSchema>;

export const listsSchema = z.record(z.string(), patterns);

export const spellingsSchema = z.strictObject({
  /** The plain words, and how else they are written. */
  variants: z.record(z.string(), z.array(z.string())),
  hidden: z.array(z.string()),
  slips: z.array(z.string()),
  glued: z.array(z.string()),
  fillers: z.array(z.string()),
  real: z.array(z.string()),
});
export type Spellings = z.infer<typeof spellingsSchema>;

/** How common words are: weight to the words that weigh it. Words that are not listed weigh one. */
export const frequentWordsSchema = z.strictObject({
  reason: z.string(),
  weights: z.record(z.string().check(z.regex(/^\d+$/)), z.array(z.string())),
});
