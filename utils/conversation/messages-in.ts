import type { Delta } from './delta';
import type { Message } from './message';

/** The messages that a delta brings, new or changed. It stands apart from the schema, which the reader does not carry. */
export function messagesIn(delta: Delta): readonly Message[] {
  if (delta.kind === 'removed') return [];
  return delta.kind === 'changed' ? delta.messages.map(({ message }) => message) : delta.messages;
}
