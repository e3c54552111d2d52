import type { ConversationRef } from './delta';
import type { Message } from './message';

/** Most messages kept of one conversation; the oldest go first. */
export const MAX_MESSAGES = 5_000;

/** One conversation of one tab, messages in the order of the conversation. */
export interface Conversation extends ConversationRef {
  site: string;
  messages: readonly Message[];
  /** Messages that were dropped because of MAX_MESSAGES. */
  dropped: number;
}
