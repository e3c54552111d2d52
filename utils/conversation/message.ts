import { z } from '../schema';
import { MAX_NAME, MAX_TEXT } from './limits';

/** Who wrote it. A side that cannot be told is `unknown`, never guessed. */
export const sideSchema = z.enum(['client', 'supporter', 'unknown']);
export type Side = z.infer<typeof sideSchema>;

/** What came with the words. Only the kind is kept; the file itself is never touched. */
export const attachmentSchema = z.enum(['image', 'audio', 'video', 'file', 'sticker']);
export type Attachment = z.infer<typeof attachmentSchema>;

export const messageSchema = z.object({
  /** Stable within its conversation: the site's own id where it has one. */
  id: z.string().check(z.minLength(1), z.maxLength(MAX_NAME)),
  side: sideSchema,
  author: z.optional(z.string().check(z.maxLength(MAX_NAME))),
  /** Epoch milliseconds, when the site says it. */
  at: z.optional(z.int().check(z.minimum(0))),
  text: z.string().check(z.maxLength(MAX_TEXT)),
  /** The text was longer than MAX_TEXT. */
  cut: z.optional(z.boolean()),
  edited: z.optional(z.boolean()),
  /** Taken back by its author; the text is empty. */
  deleted: z.optional(z.boolean()),
  /** On its way: the site has not confirmed it. */
  pending: z.optional(z.boolean()),
  attachments: z.optional(z.array(attachmentSchema).check(z.maxLength(20))),
});
export type Message = z.infer<typeof messageSchema>;
