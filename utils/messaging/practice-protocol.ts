import { llmErrorCodeSchema } from '../llm/error-codes';
import { helpSchema } from '../practice/help';
import { z } from '../schema';

/** Stands where a chat has the origin of its site: practice is no site, and none can be called so. */
export const PRACTICE_ORIGIN = 'practice:';
/** Name of the site in reader messages of the practice page. */
export const PRACTICE_SITE = 'Practice';

/** What a delta of the practice page says besides the messages. From any other page it counts for nothing. */
export const practiceNoteSchema = z.object({
  help: helpSchema,
  /** The person agreed, at the start of this session, that it goes redacted to this host. */
  allowedHost: z.optional(z.string().check(z.maxLength(300))),
});
export type PracticeNote = z.infer<typeof practiceNoteSchema>;

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

export const practiceLineReplySchema = z.discriminatedUnion('ok', [
  z.object({ ok: z.literal(true), text: z.string() }),
  z.object({ ok: z.literal(false), code: llmErrorCodeSchema }),
]);
export type PracticeLineReply = z.infer<typeof practiceLineReplySchema>;
