import { z } from '../schema';
import { conversationRefSchema, deltaSchema } from '../conversation/delta';
import { MAX_DRAFT } from '../conversation/limits';
import { healthSchema } from './health';
import { practiceNoteSchema } from './practice-note';

/**
 * What the reader in a page tells the worker. `session` names one run of one reader; `seq` counts its
 * messages from 0, so that the worker notices what it missed while it was gone.
 */
export const readerMessageSchema = z.discriminatedUnion('kind', [
  z.object({
    kind: z.literal('delta'),
    session: z.string().check(z.maxLength(64)),
    seq: z.int().check(z.minimum(0)),
    site: z.string().check(z.maxLength(80)),
    conversation: conversationRefSchema,
    delta: deltaSchema,
    health: healthSchema,
    /** No adapter knows the page: it is read by what it looks like. */
    isGuess: z.optional(z.boolean()),
    /** Said by the practice page alone. */
    practice: z.optional(practiceNoteSchema),
  }),
  z.object({
    kind: z.literal('status'),
    session: z.string().check(z.maxLength(64)),
    status: z.enum(['searching', 'no-chat', 'unreadable', 'failed']),
    health: z.optional(healthSchema),
    /** Two places on an unknown page look like the conversation, and none is read. */
    isUnsure: z.optional(z.boolean()),
    /** Origins of large frames in the page, into which only their own reader could look. */
    frames: z.optional(z.array(z.string().check(z.maxLength(200))).check(z.maxLength(6))),
  }),
  z.object({
    kind: z.literal('draft'),
    session: z.string().check(z.maxLength(64)),
    key: conversationRefSchema.shape.key,
    text: z.string().check(z.maxLength(MAX_DRAFT)),
  }),
  /** The first word of a reader: it asks what the person chose for this page, and answers nothing. */
  z.object({ kind: z.literal('hello'), session: z.string().check(z.maxLength(64)) }),
  /** No adapter fits the page: the reader asks for the script that guesses. */
  z.object({ kind: z.literal('guess'), session: z.string().check(z.maxLength(64)) }),
]);
export type ReaderMessage = z.infer<typeof readerMessageSchema>;

/** Why there is no conversation, as far as it can be told. */
export interface StatusMore {
  /** Two places on an unknown page look like it. */
  isUnsure?: boolean | undefined;
  /** Origins of large frames in the page. */
  frames?: readonly string[] | undefined;
}
