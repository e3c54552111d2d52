import { z } from '../schema';
import { hintSchema } from '../suggestions/hint';
import { llmErrorCodeSchema } from '../llm/error-codes';
import { secondReadingSchema } from '../suggestions/llm/second-reading';

/** Port of one request for suggestions from the configured endpoint. Closing it aborts the request. */
export const SUGGEST_PORT = 'suggest';

/** First and only message of the panel on the port. */
export const suggestRequestSchema = z.object({
  requestId: z.string().check(z.maxLength(64)),
  tabId: z.int(),
  messageId: z.string(),
  round: z.int(),
});
export type SuggestRequest = z.infer<typeof suggestRequestSchema>;

/**
 * What the worker streams: any number of cumulative `partial` snapshots, then exactly one end
 * (`done`, `error` or `aborted`). A lost snapshot never corrupts the text, since each holds all of it.
 */
export const suggestEventSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('partial'), requestId: z.string(), hints: z.array(hintSchema) }),
  z.object({
    kind: z.literal('done'),
    requestId: z.string(),
    hints: z.array(hintSchema),
    reading: z.optional(secondReadingSchema),
    usage: z.optional(z.object({ prompt: z.int(), completion: z.int() })),
  }),
  z.object({
    kind: z.literal('error'),
    requestId: z.string(),
    code: llmErrorCodeSchema,
    /** Seconds to wait, when the server said so. */
    retryAfter: z.optional(z.number()),
  }),
  z.object({ kind: z.literal('aborted'), requestId: z.string() }),
]);
export type SuggestEvent = z.infer<typeof suggestEventSchema>;
