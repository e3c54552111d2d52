import { llmErrorCodeSchema } from '../llm/error-codes';
import { z } from '../schema';

const text = z.string().check(z.maxLength(60_000));

/**
 * One line of the simulated client, asked of the endpoint. The page redacts what the supporter wrote; the
 * worker alone holds the key and the door, and checks consent and budget.
 */
export const practiceLineRequestSchema = z.object({
  kind: z.literal('practice-line'),
  /** Key of the conversation, as the reader messages name it. */
  key: z.string().check(z.minLength(1), z.maxLength(300)),
  /** The host that the person saw when they agreed. */
  host: z.string().check(z.minLength(1), z.maxLength(300)),
  messages: z
    .array(z.object({ role: z.enum(['system', 'user']), content: text }))
    .check(z.minLength(1), z.maxLength(8)),
  form: z.record(z.string(), z.unknown()),
});
export type PracticeLineRequest = z.infer<typeof practiceLineRequestSchema>;

/** What was read in the client's messages of a session, for the look back. */
export const practiceReadingsRequestSchema = z.object({
  kind: z.literal('practice-readings'),
  key: practiceLineRequestSchema.shape.key,
});
export type PracticeReadingsRequest = z.infer<typeof practiceReadingsRequestSchema>;

/** What the practice page asks of the worker, each answered by one message. */
export const practiceRequestSchema = z.discriminatedUnion('kind', [
  practiceLineRequestSchema,
  practiceReadingsRequestSchema,
]);
export type PracticeRequest = z.infer<typeof practiceRequestSchema>;

export const practiceLineReplySchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), text: z.string() }),
  z.object({ ok: z.literal(false), code: llmErrorCodeSchema }),
]);
export type PracticeLineReply = z.infer<typeof practiceLineReplySchema>;

export const practiceReadingsReplySchema = z.object({
  readings: z.array(
    z.object({ id: z.string(), label: z.string(), valence: z.number(), arousal: z.number() }),
  ),
});
export type PracticeReadingsReply = z.infer<typeof practiceReadingsReplySchema>;
