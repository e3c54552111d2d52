import { z } from '../schema';
import { spanSchema } from './reading';

/** What a safety cue points at. */
export const safetyClassSchema = z.enum(['suicide', 'self-harm', 'abuse', 'violence', 'danger']);
export type SafetyClass = z.infer<typeof safetyClassSchema>;

/**
 * How plainly it is said: `explicit`, `indirect`, or `check` (negated, past or about someone else, which
 * still asks for a gentle question). This is about wording. It is not a level of risk.
 */
export const safetyStrengthSchema = z.enum(['explicit', 'indirect', 'check']);
export type SafetyStrength = z.infer<typeof safetyStrengthSchema>;

export const safetyCueSchema = z.extend(spanSchema, {
  class: safetyClassSchema,
  strength: safetyStrengthSchema,
  /** Id of the rule that fired, so that an expert can look it up. */
  rule: z.string(),
});
export type SafetyCue = z.infer<typeof safetyCueSchema>;
