import { z } from '../schema';
import { rewordRequestSchema } from './reword-stream';

/** "See exactly what is sent": asked by the panel with one message, answered by the worker with one. */
export const outgoingRequestSchema = z.object({
  kind: z.literal('outgoing'),
  tabId: z.int(),
  /** What would be sent now, without sending it; or what was sent last. */
  which: z.enum(['now', 'last']),
  /** The remark on a draft for which another way would be asked; hints when left out. */
  reword: z.optional(z.pick(rewordRequestSchema, { draft: true, flag: true, round: true })),
});
/** What a look at outgoing text is about besides hints. */
export type OutgoingReword = NonNullable<OutgoingRequest['reword']>;
export type OutgoingRequest = z.infer<typeof outgoingRequestSchema>;

/** The text as it leaves the device, redacted. Kept in memory alone. */
export const outgoingTextSchema = z.object({
  /** The client's message that it asks about. */
  messageId: z.string(),
  messages: z.array(z.object({ role: z.enum(['system', 'user']), content: z.string() })),
  /** The form of the answer that is asked for, as JSON. */
  form: z.string(),
  /** Estimated tokens of all of it. */
  tokens: z.int(),
});
export type OutgoingText = z.infer<typeof outgoingTextSchema>;

/** Null when there is nothing to send, or nothing was sent yet. */
export const outgoingReplySchema = z.object({ outgoing: z.nullable(outgoingTextSchema) });
