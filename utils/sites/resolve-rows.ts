import type { Message } from '../conversation/message';
import type { RowFacts } from './row';

/** A row of the list in view; `break` is what ends a run, such as a date. */
export type ViewRow = RowFacts | 'break';

/** What a row that carries on a run takes from the one above. */
export interface Carry {
  author: string | null;
  at: number | null;
  side: Message['side'] | null;
}

/** What is remembered of a message that says of itself who wrote it. */
export interface Remembered {
  side: Message['side'];
  author?: string | undefined;
  at?: number | undefined;
}

/** A row in its place whose words are not shown now: some lists empty what is out of sight. */
export interface Empty {
  id: string;
  isEmpty: true;
}

/** Rows as messages, in their order, with those that are only empty now. */
export interface Resolved {
  messages: Message[];
  places: (Message | Empty)[];
  /** What a row below these would take over. */
  carry: Carry | null;
}

/** What is known of messages of this id, and whether they are in view. */
export interface Memory {
  recall(id: string): Remembered | undefined;
  isInView(id: string): boolean;
}

/**
 * Makes messages of rows: each with its id, and with author, time and side of the run that it carries on.
 *
 * @param start what is carried over from above the first row
 * @param names ids for the rows that hold something and have none of their own, in their order
 */
export function resolveRows(
  rows: readonly ViewRow[],
  start: Carry | null,
  names: readonly string[],
  memory: Memory,
): Resolved {
  const messages: Message[] = [];
  const places: (Message | Empty)[] = [];
  let named = 0;
  let carry = start;
  for (const row of rows) {
    if (row === 'break') {
      carry = null;
      continue;
    }
    const known = row.id === null ? undefined : memory.recall(row.id);
    const inherited = mayInherit(row, carry) ? carry : null;
    const author = row.author ?? inherited?.author ?? known?.author ?? null;
    const side = row.side ?? (row.followUp ? inherited?.side : null) ?? known?.side ?? 'unknown';
    const at = row.at ?? inherited?.at ?? known?.at ?? null;
    carry = { author, at, side };
    if (!holdsMessage(row)) {
      if (row.id !== null && memory.isInView(row.id)) places.push({ id: row.id, isEmpty: true });
      continue;
    }
    const message = toMessage(row, row.id ?? names[named++] ?? '', carry);
    messages.push(message);
    places.push(message);
  }
  return { messages, places, carry };
}

/** What a row without words of its own may take over from what is remembered of its message. */
export function carryOf({ author, at, side }: Remembered): Carry | null {
  return author === undefined ? null : { author, at: at ?? null, side };
}

/** Whether a row holds a message now; it may only be out of sight. */
export function holdsMessage({ text, attachments, deleted }: RowFacts): boolean {
  return text !== '' || attachments.length > 0 || deleted;
}

/** Whether a row carries on the run above: it says so or is of the same side, and names nobody else. */
function mayInherit({ followUp, author, side }: RowFacts, carry: Carry | null): boolean {
  if (!carry || (author !== null && (!followUp || author !== carry.author))) return false;
  return side === null ? followUp : side === carry.side || carry.side === null;
}

function toMessage(row: RowFacts, id: string, { author, at, side }: Carry): Message {
  return {
    id,
    side: side ?? 'unknown',
    text: row.text,
    ...(author !== null && { author }),
    ...(at !== null && { at }),
    ...(row.cut && { cut: true }),
    ...(row.edited && { edited: true }),
    ...(row.deleted && { deleted: true }),
    ...(row.pending && { pending: true }),
    ...(row.attachments.length > 0 && { attachments: row.attachments }),
  };
}
