import { z } from '../schema';

/** The seven categories of a reading, in the order in which they are shown. */
export const CATEGORIES = [
  'sadness',
  'fear',
  'anger',
  'disgust',
  'happiness',
  'surprise',
  'neutral',
] as const;
export const categorySchema = z.enum(CATEGORIES);
export type Category = z.infer<typeof categorySchema>;

/** Why a reading says `unclear`. */
export const unclearReasonSchema = z.enum([
  'empty',
  'short',
  'unknown-words',
  'language',
  'says-fine',
  'close',
  'safety',
]);
export type UnclearReason = z.infer<typeof unclearReasonSchema>;

/** Words towards the supporter that are not the client's mood; shown as such, never as happiness. */
export const toneSchema = z.enum(['gratitude', 'approval', 'caring', 'admiration']);
export type Tone = z.infer<typeof toneSchema>;

const unit = z.number().check(z.minimum(0), z.maximum(1));
const signedUnit = z.number().check(z.minimum(-1), z.maximum(1));

/** A piece of a message's text, in UTF-16 offsets, `end` exclusive. */
export const spanSchema = z.object({
  start: z.int().check(z.minimum(0)),
  end: z.int().check(z.minimum(0)),
  text: z.string(),
});
export type Span = z.infer<typeof spanSchema>;

/** Words that a reading rests on; `weight` in [-1, 1]: for (positive) or against (negative) its label. */
export const evidenceSchema = z.extend(spanSchema, { weight: signedUnit });
export type Evidence = z.infer<typeof evidenceSchema>;

/**
 * What a message's text suggests. It is a reading of words, never a finding about a person: it shows its
 * evidence and may say `mixed` (two labels are close) or `unclear` (it does not know).
 */
export const readingSchema = z.object({
  label: z.union([categorySchema, z.literal('mixed'), z.literal('unclear')]),
  /** Probabilities of the seven categories; they sum to 1. */
  emotions: z.record(categorySchema, unit),
  /** Unpleasant (-1) to pleasant (1). */
  valence: signedUnit,
  /** Calm (-1) to agitated (1). */
  arousal: signedUnit,
  /** How strong the stress in the words is, 0 to 1. */
  intensity: unit,
  /** How often a reading like this one is right, 0 to 1. */
  confidence: unit,
  evidence: z.array(evidenceSchema),
  tone: z.optional(toneSchema),
  /** Set when the label is `unclear`. */
  reason: z.optional(unclearReasonSchema),
  /** A closing formula or thanks: drawn, but left out of the arc. */
  closing: z.optional(z.boolean()),
});
export type Reading = z.infer<typeof readingSchema>;
