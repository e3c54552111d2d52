import { z } from '../../schema';
import { CATEGORIES } from '../../analysis/reading';
import { HINT_KINDS, TECHNIQUES, hintKindSchema, techniqueSchema, type Technique } from '../hint';

/** Techniques that tell rather than ask; they wait until the supporter may give advice. */
export const TELLING: readonly Technique[] = ['information with permission', 'advice with permission'];

/** The techniques that fit the moment. */
export function techniquesFor(allowAdvice: boolean): readonly Technique[] {
  return TECHNIQUES.filter((technique) => allowAdvice || !TELLING.includes(technique));
}

/** One hint as a model writes it: a quote instead of offsets, which models cannot count. */
export const rawHintSchema = z.object({
  kind: hintKindSchema,
  technique: techniqueSchema,
  text: z.string().check(z.minLength(1), z.maxLength(2_000)),
  because: z.object({
    id: z.string().check(z.maxLength(20)),
    quote: z.string().check(z.minLength(1), z.maxLength(2_000)),
  }),
});
export type RawHint = z.infer<typeof rawHintSchema>;

/**
 * The same as JSON schema for servers that can hold a model to it, with only the words that their strict
 * modes know. The reason comes before the text, so that the model settles on it first; the reading comes
 * last, so that no hint waits for it.
 */
export function answerJsonSchema(allowAdvice: boolean): Record<string, unknown> {
  const string = { type: 'string' };
  return object({
    hints: {
      type: 'array',
      items: object({
        kind: { type: 'string', enum: [...HINT_KINDS] },
        because: object({ id: string, quote: string }),
        technique: { type: 'string', enum: [...techniquesFor(allowAdvice)] },
        text: string,
      }),
    },
    reading: object({
      quote: string,
      label: { type: 'string', enum: [...CATEGORIES, 'mixed', 'unclear'] },
      valence: { type: 'number' },
      arousal: { type: 'number' },
    }),
  });
}

function object(properties: Record<string, unknown>): Record<string, unknown> {
  return { type: 'object', properties, required: Object.keys(properties), additionalProperties: false };
}
