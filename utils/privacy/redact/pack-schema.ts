import { z } from '../../schema';

/**
 * A country's shapes. The language of a shape has no unbounded repetition, so that matching stays linear:
 * `#` a digit, `@` a letter, `%` a letter or digit, a space an optional separator, `-` a separator,
 * `[AB1-9]` one of these, `{2,5}` after one of them how often, `?` at most once; all else is itself.
 */
const shape = z.string().check(z.minLength(1), z.maxLength(80));
const words = z.array(z.string().check(z.minLength(1), z.maxLength(60)));

export const phonesSchema = z.object({
  /** Calling code, without `+`. */
  calling: z.string(),
  /** What is dialled before the number inside the country; empty when nothing is. */
  trunk: z.string(),
  /** National numbers, digits only, without the trunk prefix. */
  shapes: z.array(shape),
  /** Shapes that are written without the trunk prefix too. */
  bare: z.array(shape),
  /** Short local numbers, taken only beside a word for a phone. */
  local: z.array(shape),
});

export const postcodeSchema = z.object({
  shapes: z.array(shape),
  /** Stands by itself (`M14 5RT`), or only after one of `words`, `regions` or an address. */
  alone: z.boolean(),
  words,
  /** What comes right before it: a state, a city. */
  regions: words,
  /** When given, its letters must begin with one of these. */
  starts: z.optional(words),
  /** It may be followed by a town that starts with a capital (`80331 München`). */
  town: z.optional(z.boolean()),
});

export const idSchema = z.object({
  name: z.string(),
  kind: z.enum(['id', 'account']),
  shapes: z.array(shape),
  /** Taken wherever it stands, not only after one of `words`. */
  alone: z.boolean(),
  words,
  /** More words: each with `number`, `no`, `id` and the like after it (`patient` gives `patient number`). */
  nouns: z.optional(words),
  /** With a word before it, any code of letters and digits is taken. */
  loose: z.optional(z.boolean()),
  check: z.optional(z.enum(['mod97', 'verhoeff'])),
});

export const streetsSchema = z.object({
  /** `Elm Road`: words that end the name of a street. */
  after: words,
  /** The same, but everyday words too: they need a capital or a word for living there. */
  weak: words,
  /** `rue de la Paix`, `Jalan Kembangan`: words that begin it. */
  before: words,
  /** `Hauptstraße`: endings, the number follows. */
  endings: words,
  /** `Flat 3`, `Blk 123`, `#05-123`: what comes before or after the number of the house. */
  units: words,
  /** `Sector 21`: parts with a number of their own. */
  numbered: words,
});

export const packSchema = z.object({
  country: z.string().check(z.maxLength(20)),
  note: z.optional(z.string()),
  phones: phonesSchema,
  postcodes: z.array(postcodeSchema),
  ids: z.array(idSchema),
  streets: streetsSchema,
});
export type Pack = z.infer<typeof packSchema>;
export type PostcodeRule = z.infer<typeof postcodeSchema>;
export type IdRule = z.infer<typeof idSchema>;
