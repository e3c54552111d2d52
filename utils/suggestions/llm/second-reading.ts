import { categorySchema, spanSchema } from '../../analysis/reading';
import { z } from '../../schema';

const signedUnit = z.number().check(z.minimum(-1), z.maximum(1));

/** The labels that a model may choose from. */
export const secondLabelSchema = z.union([categorySchema, z.literal('mixed'), z.literal('unclear')]);

/**
 * How a language model reads a message: a second opinion beside the device's reading, never in its place. It
 * carries no probabilities, since a model that names its own certainty guesses, and it decides nothing.
 */
export const secondReadingSchema = z.object({
  /** Where it comes from: the configured endpoint, or the model built into the browser. */
  source: z.enum(['endpoint', 'builtin']),
  label: secondLabelSchema,
  /** Unpleasant (-1) to pleasant (1). */
  valence: signedUnit,
  /** Calm (-1) to agitated (1). */
  arousal: signedUnit,
  /** The client's words that it rests on; none when the label is `unclear`. */
  evidence: z.optional(spanSchema),
});
export type SecondReading = z.infer<typeof secondReadingSchema>;

/** The same as a model writes it: a quote instead of offsets. */
export const rawReadingSchema = z.object({
  label: secondLabelSchema,
  valence: signedUnit,
  arousal: signedUnit,
  quote: z.string().check(z.maxLength(2_000)),
});
