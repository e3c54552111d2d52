import { z } from '../schema';
import { llmErrorCodeSchema } from '../llm/error-codes';
import { endpointSchema } from '../llm/settings';

/** What the options page asks of the worker. Only extension pages may ask. */
export const optionsRequestSchema = z.discriminatedUnion('kind', [
  /**
   * Try an endpoint that may not be saved yet. Without a key, the worker uses the one that is kept for this
   * address, and for this address alone.
   */
  z.object({
    kind: z.literal('test-endpoint'),
    baseUrl: endpointSchema.shape.baseUrl,
    model: endpointSchema.shape.model,
    apiKey: z.optional(z.string().check(z.minLength(1), z.maxLength(1_000))),
  }),
  /** Empty all storage, and drop what the worker holds in memory, so that it does not write it back. */
  z.object({ kind: z.literal('forget-everything') }),
]);
export type OptionsRequest = z.infer<typeof optionsRequestSchema>;

export const testEndpointReplySchema = z.discriminatedUnion('ok', [
  z.object({
    ok: z.literal(true),
    model: z.string(),
    /** From the request to the first word. */
    millis: z.number().check(z.minimum(0)),
  }),
  z.object({
    ok: z.literal(false),
    code: llmErrorCodeSchema,
    /** Seconds to wait, when the server said so. */
    retryAfter: z.optional(z.number()),
    /** The server's own short words. */
    detail: z.optional(z.string().check(z.maxLength(400))),
  }),
]);
export type TestEndpointReply = z.infer<typeof testEndpointReplySchema>;

export const forgetReplySchema = z.object({ ok: z.literal(true) });
