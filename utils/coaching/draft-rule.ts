import { z } from '../schema';

/** What the draft check may flag. */
export const FLAG_IDS = [
  'no-safety-question',
  'blame',
  'secrecy-promise',
  'judging',
  'minimising',
  'you-should',
  'advice-too-early',
  'false-reassurance',
  'assumed-feeling',
  'leading-question',
  'question-pile-up',
  'self-story',
  'topic-jump',
  'closed-question-run',
  'too-long',
  'parroting',
  'cue-passed-over',
] as const;
export const flagIdSchema = z.enum(FLAG_IDS);
export type FlagId = z.infer<typeof flagIdSchema>;

/** Moments in which a rule may stay silent; see `situationsOf`. */
export const SITUATIONS = ['settled', 'adding', 'light', 'closing'] as const;
export type Situation = (typeof SITUATIONS)[number];

const words = z.string().check(z.minLength(1));
const patterns = z.array(words);

/**
 * What a way to say it may take from the draft and the client's words:
 * - `back` what was heard, said back: the draft's own sentences where they do so, else its others and `heard`
 * - `heard` a reflection of the client's last turn, `ask` an open question about it
 * - `rest` the statements of the draft that nothing is remarked on, `gist` the one nearest to what the client said
 * - `open` the draft's own open question, `question` its first question of any kind
 * - `idea` what an order tells them to do, `feeling` the feeling that was told as a fact, `story` the story's beginning
 */
export const SLOTS = [
  'back',
  'heard',
  'ask',
  'rest',
  'gist',
  'open',
  'question',
  'idea',
  'feeling',
  'story',
] as const;
export type Slot = (typeof SLOTS)[number];

/** A `{slot}`; with `{slot?}` it may stay empty, else the way is left out when there is nothing to put in. */
export const SLOT = /\{([a-z]+)(\??)\}/gu;

const isSlot = (name: string | undefined): boolean => SLOTS.some((slot) => slot === name);
const waySchema = words.check(
  z.refine((way) => [...way.matchAll(SLOT)].every(([, name]) => isSlot(name)), {
    message: `names a slot that is not there; there are ${SLOTS.join(', ')}`,
  }),
);

/** A short conversation that shows a rule at work; the last line is the draft. */
export const exampleSchema = z.strictObject({
  before: z
    .array(z.strictObject({ side: z.enum(['client', 'supporter']), text: words }))
    .check(z.minLength(1)),
  draft: words,
});
export type RuleExample = z.infer<typeof exampleSchema>;

/**
 * One rule of the draft check. Patterns are regular expressions on plain chat text: lower case, chat spellings
 * written out ("u" is "you", "mum" is "mom"); apostrophes may be there or not; `{name}` stands for a word class.
 */
export const draftRuleSchema = z.strictObject({
  id: flagIdSchema,
  /** In words for people. */
  name: words,
  about: words,
  /** Where supervisors or manuals say so. */
  source: words,
  on: z.boolean(),
  /** 1 is looked at first; at most two flags are shown. */
  priority: z.int().check(z.minimum(1), z.maximum(99)),
  /** Moments in which it stays silent. */
  'silent-when': z.array(z.enum(SITUATIONS)),
  /** It is not made again while one of so many last messages of the supporter carries the same; 0 never rests. */
  'rests-for': z.int().check(z.minimum(0), z.maximum(10)),
  /** Shown only when nothing else is. */
  alone: z.boolean(),
  /** Flags that add nothing beside this one. */
  hides: z.array(flagIdSchema),
  /** Why it may matter, in one sentence; `quoting` holds `{quote}`, the client's own words. */
  why: z.strictObject({ quoting: words.check(z.includes('{quote}')), plain: words }),
  direction: words,
  /** Other ways to say it, the best first, with slots that the draft and the client's words fill; none where none is safe. */
  ways: z.array(waySchema),
  /** Words of the draft that fire. */
  says: patterns,
  /** Words that make a sentence of the draft harmless. */
  unless: patterns,
  /** Words that make the whole draft harmless. */
  'unless-draft': patterns,
  /** Words of the client's last turn without which the rule stays silent. */
  'needs-client': patterns,
  /** Words of the client's last two turns with which the rule stays silent. */
  'unless-client': patterns,
  /** Rules of the safe-word file that fire here too. */
  'safe-words': z.array(z.strictObject({ rule: words, unless: z.optional(words) })),
  /** Whether the client's own words, said back, or somebody else's, may fire. */
  'own-words-only': z.boolean(),
  /** Further word lists that this rule's way of looking needs. */
  lists: z.record(z.string(), patterns),
  thresholds: z.record(z.string(), z.number()),
  example: exampleSchema,
  not: exampleSchema,
});
export type DraftRule = z.infer<typeof draftRuleSchema>;

/** What may be said when nothing is flagged. */
export const goodSchema = z.strictObject({
  id: z.enum(['asks-safety', 'takes-up-cue', 'reflects-and-asks', 'reflects']),
  text: words,
});

export const draftRulesSchema = z.strictObject({
  about: words,
  /** Word classes: `{name}` in a pattern. */
  words: z.record(z.string().check(z.regex(/^[a-z-]+$/)), words),
  /** Words before a match that make it somebody else's opinion. */
  reported: patterns,
  /** Words of the client's last turn that close a talk or take an idea up. */
  settles: patterns,
  /** Words of a draft that says goodbye. */
  closes: patterns,
  /** Words of a client's turn that is light, and words of trouble or worry with which it is not. */
  lightens: patterns,
  troubles: patterns,
  good: z.array(goodSchema),
  rules: z.array(draftRuleSchema),
});
/** The rule book of the draft check. */
export type DraftRules = z.infer<typeof draftRulesSchema>;
