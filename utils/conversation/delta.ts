import { z } from '../schema';
import { MAX_BATCH, MAX_NAME } from './limits';
import { messageSchema } from './message';

const idSchema = z.string().check(z.minLength(1), z.maxLength(MAX_NAME));
const batchSchema = z.array(messageSchema).check(z.maxLength(MAX_BATCH));

/** Which conversation of the page: its key tells two apart, its title names it to a person. */
export const conversationRefSchema = z.object({
  key: idSchema,
  title: z.string().check(z.maxLength(MAX_NAME)),
});
export type ConversationRef = z.infer<typeof conversationRefSchema>;

/**
 * What the reader saw change. A delta names what it touches and nothing else, so that a message's cost
 * does not grow with the conversation.
 */
export const deltaSchema = z.discriminatedUnion('kind', [
  /** What is in view at the start, after a switch, or when the worker asks again. Upserts; never removes. */
  z.object({ kind: z.literal('snapshot'), messages: batchSchema }),
  /** A run of new messages, placed after a known one (or first in view when `after` is null). */
  z.object({ kind: z.literal('added'), after: z.nullable(idSchema), messages: batchSchema }),
  /** Older history that came in before a known message. */
  z.object({ kind: z.literal('prepended'), before: idSchema, messages: batchSchema }),
  /** New content of known messages. `was` names the earlier id of a pending message now confirmed. */
  z.object({
    kind: z.literal('changed'),
    messages: z
      .array(z.object({ message: messageSchema, was: z.optional(idSchema) }))
      .check(z.maxLength(MAX_BATCH)),
  }),
  /** Really gone from the conversation; a row that merely left a windowed list is not reported. */
  z.object({ kind: z.literal('removed'), ids: z.array(idSchema).check(z.maxLength(MAX_BATCH)) }),
]);
export type Delta = z.infer<typeof deltaSchema>;
