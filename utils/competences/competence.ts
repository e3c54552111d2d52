import { CODES } from '../analysis/codes/code';
import { FLAG_IDS } from '../coaching/draft-rule';
import { z } from '../schema';

/** What happened around the supporter's turns that is neither a code nor a flag. */
export const EVENTS = ['cue-taken', 'cue-missed', 'safety-due'] as const;

/** Everything that can be seen in a talk and counted. */
export const SIGN_IDS = [
  ...CODES.map((code) => `code:${code}` as const),
  ...FLAG_IDS.map((flag) => `flag:${flag}` as const),
  ...EVENTS.map((event) => `event:${event}` as const),
];
export const signIdSchema = z.enum(SIGN_IDS);
export type SignId = z.infer<typeof signIdSchema>;

const words = z.string().check(z.minLength(1), z.maxLength(400));
const limit = z.number().check(z.minimum(0), z.maximum(1000));

/**
 * One thing to look for: a count of what is named in `of`, or its ratio to what is named in `per` (`turn` is one
 * for each turn of the supporter), held against `least` and `most`. Without both, once is enough.
 */
export const signSchema = z.strictObject({
  /** What the supporter reads: for a harmful sign gently, never "you did wrong". */
  words,
  of: z.array(signIdSchema).check(z.minLength(1)),
  per: z.optional(z.array(z.enum([...SIGN_IDS, 'turn'])).check(z.minLength(1))),
  /** It is not met once one of these was seen. */
  without: z.optional(z.array(signIdSchema)),
  least: z.optional(limit),
  most: z.optional(limit),
});
export type Sign = z.infer<typeof signSchema>;

export const LEVELS = [1, 2, 3, 4] as const;
/** 1 something that could hurt, 2 no or some basics, 3 all basics, 4 all basics and more. */
export type Level = (typeof LEVELS)[number];

const levelSchema = z.strictObject({ level: z.literal([...LEVELS]), words });

/** One competence of a supporter, with its levels in words and what shows it. */
export const competenceSchema = z.strictObject({
  id: z.string().check(z.regex(/^[a-z]+(?:-[a-z]+)*$/), z.maxLength(40)),
  name: words,
  what: words,
  /** The standards it is informed by; the wording is our own. */
  source: words,
  /** It is judged only when one of these was seen; without it, always. */
  arises: z.optional(z.array(signIdSchema)),
  levels: z.array(levelSchema).check(
    z.refine((levels) => levels.map(({ level }) => level).join() === LEVELS.join(), {
      message: 'needs the levels 1, 2, 3 and 4, in this order',
    }),
  ),
  signs: z.strictObject({
    harmful: z.array(signSchema),
    basic: z.array(signSchema),
    advanced: z.array(signSchema),
  }),
});
export type Competence = z.infer<typeof competenceSchema>;

export const competenceBookSchema = z.strictObject({
  about: words,
  competences: z.array(competenceSchema).check(
    z.minLength(1),
    z.maxLength(30),
    z.refine((all) => new Set(all.map(({ id }) => id)).size === all.length, {
      message: 'two competences have the same id',
    }),
  ),
});
/** All competences that talks are looked at by. An organisation may replace them. */
export type CompetenceBook = z.infer<typeof competenceBookSchema>;
