import { flagIdSchema } from '../coaching/draft-rule';
import { MAX_DRAFT } from '../conversation/limits';
import { llmErrorCodeSchema } from '../llm/error-codes';
import { z } from '../schema';

/** Port of one request for another way to say a draft. Closing it aborts the request. */
export const REWORD_PORT = 'reword';

/** First and only message of the panel on the port. */
export const rewordRequestSchema = z.object({
  requestId: z.string().check(z.maxLength(64)),
  tabId: z.int(),
  /** The draft as the panel shows it: nothing is made for one that has changed since. */
  draft: z.string().check(z.minLength(1), z.maxLength(MAX_DRAFT)),
  flag: flagIdSchema,
  /** How often the person asked for this draft, from 0. */
  round: z.int().check(z.minimum(0), z.maximum(50)),
});
export type RewordRequest = z.infer<typeof rewordRequestSchema>;

/** Why the language model's words are not shown: its call failed, or they would not do. */
export const rewordTroubleSchema = z.union([llmErrorCodeSchema, z.literal('unsaid')]);
export type RewordTrouble = z.infer<typeof rewordTroubleSchema>;

/** What the worker answers: the device's way first, then exactly one end. */
export const rewordEventSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('device'),
    requestId: z.string(),
    /** Null where no way passes. */
    text: z.nullable(z.string()),
  }),
  z.object({
    kind: z.literal('done'),
    requestId: z.string(),
    /** The language model's way; null where none was asked. */
    text: z.nullable(z.string()),
  }),
  z.object({ kind: z.literal('failed'), requestId: z.string(), trouble: rewordTroubleSchema }),
]);
export type RewordEvent = z.infer<typeof rewordEventSchema>;
