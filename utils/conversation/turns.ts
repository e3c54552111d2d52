import type { Message, Side } from './message';

/** Messages of one side in a row. A message of an unknown side is a turn of its own side. */
export interface Turn {
  side: Side;
  messages: readonly Message[];
}

/** Groups a conversation into turns, in order. Messages that were taken back, or hold no text, are left out. */
export function groupTurns(messages: readonly Message[]): Turn[] {
  const turns: { side: Side; messages: Message[] }[] = [];
  for (const message of messages) {
    if (message.deleted || message.text.trim() === '') continue;
    const last = turns.at(-1);
    if (last?.side === message.side) last.messages.push(message);
    else turns.push({ side: message.side, messages: [message] });
  }
  return turns;
}

/** The last turn of a side, or null. Looks from the end only as far as it must. */
export function lastTurnOf(messages: readonly Message[], side: Side): Turn | null {
  const turn: Message[] = [];
  for (let i = messages.length - 1; i >= 0; i -= 1) {
    const message = messages[i];
    if (!message || message.deleted || message.text.trim() === '') continue;
    if (message.side === side) turn.unshift(message);
    else if (turn.length > 0) break;
  }
  return turn.length > 0 ? { side, messages: turn } : null;
}

/** What the supporter wrote last before a turn. */
export function supporterBefore(messages: readonly Message[], turn: readonly Message[]): Message | undefined {
  const at = messages.findIndex(({ id }) => id === turn[0]?.id);
  return messages.slice(0, Math.max(0, at)).findLast(({ side }) => side === 'supporter');
}
