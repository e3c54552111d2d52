import { codedSpanSchema } from '../analysis/codes/code';
import { z } from '../schema';
import { CAUSES } from './client/cause';
import { clientStateSchema } from './client/client-state';

/** How a practice session came to its end. `danger`: the supporter wrote that they themselves are in danger. */
export const endingSchema = z.enum(['goodbye', 'left', 'danger']);
export type Ending = z.infer<typeof endingSchema>;

/** One turn of a practice session, with the client's true state after it. */
export const practiceTurnSchema = z.object({
  /** Counts from 1 over both sides. */
  turn: z.int(),
  side: z.enum(['client', 'supporter']),
  messages: z.array(z.string()),
  /** After a client's turn their state; after a supporter's, the state in which it met the client. */
  state: clientStateSchema,
  /** Of a supporter's turn. */
  codes: z.optional(z.array(codedSpanSchema)),
  cause: z.optional(z.enum(CAUSES)),
  /** Words that were taken up and passed by in a supporter's turn. */
  answered: z.optional(z.array(z.string())),
  missed: z.optional(z.array(z.string())),
  /** Of a client's turn: what was told in it. */
  told: z.optional(z.string()),
  /** It is said out of role. */
  outOfRole: z.optional(z.boolean()),
});
export type PracticeTurn = z.infer<typeof practiceTurnSchema>;

/**
 * A practice session as plain data: it can be kept, resumed, and cut back to an earlier turn.
 * `random` is the position of its chance after the last turn.
 */
export const practiceSessionSchema = z.object({
  scenario: z.string(),
  seed: z.int(),
  random: z.int(),
  turns: z.array(practiceTurnSchema),
  state: clientStateSchema,
  /** Line templates that have been used. */
  used: z.array(z.string()),
  /** Id of what the client is on. */
  topic: z.nullable(z.string()),
  /** How often closed items were asked for. */
  pushed: z.record(z.string(), z.number()),
  /** How often each thing was asked. */
  asked: z.record(z.string(), z.number()),
  insults: z.int(),
  ending: z.nullable(endingSchema),
});
export type PracticeSession = z.infer<typeof practiceSessionSchema>;
