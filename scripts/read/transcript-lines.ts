import type { Message } from '@/utils/conversation/message';
import type { ReaderMessage } from '@/utils/messaging/reader-protocol';
import { KNOWN_SITES } from '@/utils/sites/known-sites';

/** One line of output, as JSON. */
export type Line = Record<string, unknown> & { event: string };

/**
 * Turns what the reader tells the worker into lines: one for each message that came, changed or went, one when
 * another conversation came to the front, and one when the site, its adapter or the health of reading is another
 * than before. A message that is reported again in the same words is not printed again.
 */
export function createTranscript(): (message: ReaderMessage) => Line[] {
  const conversations = new Map<string, Map<string, string>>();
  let inFront: string | null = null;
  let lastSight = '';

  /** The line about how the page is read, when it says something new. */
  function sight(line: Line): Line[] {
    const text = JSON.stringify(line);
    if (text === lastSight) return [];
    lastSight = text;
    return [line];
  }

  function ofDelta(message: ReaderMessage & { kind: 'delta' }): Line[] {
    const { site, conversation, delta, health, isGuess } = message;
    const adapter =
      isGuess === true ? 'guess' : (KNOWN_SITES.find(({ name }) => name === site)?.id ?? 'taught');
    const lines: Line[] = [];
    if (inFront !== conversation.key) {
      inFront = conversation.key;
      lines.push({ event: 'switched', id: conversation.key, title: conversation.title });
    }
    const known = conversations.get(conversation.key) ?? new Map<string, string>();
    conversations.set(conversation.key, known);
    const note = (event: 'added' | 'changed', one: Message, was?: string): void => {
      const line = messageLine(known.has(one.id) ? 'changed' : event, one, was);
      const content = JSON.stringify({ ...line, event: '' });
      if (known.get(one.id) === content) return;
      known.set(one.id, content);
      lines.push(line);
    };
    switch (delta.kind) {
      case 'snapshot':
      case 'added':
      case 'prepended':
        for (const one of delta.messages) note('added', one);
        break;
      case 'changed':
        for (const { message: one, was } of delta.messages) {
          if (was !== undefined) known.delete(was);
          note('changed', one, was);
        }
        break;
      case 'removed':
        for (const id of delta.ids) {
          known.delete(id);
          lines.push({ event: 'removed', id });
        }
    }
    return [...sight({ event: 'reading', site, adapter, health }), ...lines];
  }

  return (message) => {
    if (message.kind === 'delta') return ofDelta(message);
    if (message.kind !== 'status') return [];
    const { status, health, isUnsure } = message;
    return sight({ event: status, ...(health && { health }), ...(isUnsure && { isUnsure }) });
  };
}

function messageLine(event: 'added' | 'changed', message: Message, was?: string): Line {
  const { id, side, author, text, at, deleted, edited, pending, attachments } = message;
  return {
    event,
    id,
    ...(was !== undefined && { was }),
    side,
    author: author ?? null,
    text,
    at: at ?? null,
    ...(deleted && { deleted }),
    ...(edited && { edited }),
    ...(pending && { pending }),
    ...(attachments && attachments.length > 0 && { attachments }),
  };
}
