import type { ConversationRef } from '../conversation/delta';

/** The conversation that a reader reads. */
export interface ReadPlace {
  site: string;
  conversation: ConversationRef;
  /** No adapter knows the page; it is read by what it looks like. */
  isGuess: boolean;
}
