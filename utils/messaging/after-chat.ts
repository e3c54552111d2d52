import { balanceSchema } from '../conversation/balance';
import { z } from '../schema';

/** "Look back": asked by the panel with one message, answered by the worker with one. */
export const afterChatRequestSchema = z.object({ kind: z.literal('after-chat'), tabId: z.int() });
export type AfterChatRequest = z.infer<typeof afterChatRequestSchema>;

const quoteSchema = z.object({ n: z.int(), text: z.string() });

/** A conversation seen from its end. Made when asked for and kept nowhere. */
export const afterChatSchema = z.object({
  opened: z.array(quoteSchema),
  open: z.array(quoteSchema),
  balance: balanceSchema,
  /** The hand-off note, redacted, to be edited by the supporter. */
  note: z.string(),
});
export type AfterChat = z.infer<typeof afterChatSchema>;

/** Null when there is no conversation. */
export const afterChatReplySchema = z.object({ after: z.nullable(afterChatSchema) });
