import { z } from '../schema';
import { spanSchema } from '../analysis/reading';

/** The three kinds of hint: one of each for every client message. */
export const HINT_KINDS = ['explore', 'empathise', 'support'] as const;
export const hintKindSchema = z.enum(HINT_KINDS);
export type HintKind = z.infer<typeof hintKindSchema>;

/** What a hint does, in the words of MITI 4.2.1 and Hill's helping skills. */
export const TECHNIQUES = [
  'open question',
  'clarifying question',
  'simple reflection',
  'complex reflection',
  'reflection of feeling',
  'affirmation',
  'normalising',
  'emotional support',
  'emphasising autonomy',
  'information with permission',
  'advice with permission',
] as const;
export const techniqueSchema = z.enum(TECHNIQUES);
export type Technique = z.infer<typeof techniqueSchema>;

/** The client's words that a hint answers: a span of the text of message `id`. */
export const becauseSchema = z.extend(spanSchema, { id: z.string() });
export type Because = z.infer<typeof becauseSchema>;

/** Longest hint in characters: a chat turn, not a letter. */
export const MAX_HINT = 320;

export const hintSchema = z.object({
  kind: hintKindSchema,
  technique: techniqueSchema,
  text: z.string().check(z.minLength(1), z.maxLength(MAX_HINT)),
  because: becauseSchema,
});
export type Hint = z.infer<typeof hintSchema>;
