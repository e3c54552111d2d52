import { MAX_NAME, MAX_TEXT } from '../conversation/limits';
import type { Attachment, Side } from '../conversation/message';
import type { Adapter } from './adapter';
import { anyOf, holds, readField } from './query';
import { tidy } from './text';

/** What one row of the list says by itself, before anything is carried over from the row above. */
export interface RowFacts {
  id: string | null;
  side: Side | null;
  author: string | null;
  at: number | null;
  text: string;
  cut: boolean;
  followUp: boolean;
  edited: boolean;
  deleted: boolean;
  pending: boolean;
  attachments: Attachment[];
}

/** Reads rows by one adapter. Selector lists are joined once, since this runs for every row. */
export function createRowReader(adapter: Adapter): (row: Element) => RowFacts {
  const exclude = anyOf(adapter.exclude);
  return (row) => {
    const deleted = holds(row, adapter.deleted);
    const full = deleted ? '' : tidy(readField(row, adapter.body, exclude) ?? '');
    return {
      id: readField(row, adapter.messageId, '')?.slice(0, MAX_NAME) ?? null,
      side: readSide(row, adapter),
      author: readField(row, adapter.author, '')?.slice(0, MAX_NAME) ?? null,
      at: readTime(row, adapter),
      text: full.slice(0, MAX_TEXT),
      cut: full.length > MAX_TEXT,
      followUp: holds(row, adapter.followUp),
      edited: holds(row, adapter.edited),
      deleted,
      pending: holds(row, adapter.pending),
      attachments: adapter.attachments
        .filter(({ css }) => row.matches(css) || row.querySelector(css) !== null)
        .map(({ kind }) => kind),
    };
  };
}

/** A row that claims both sides, or none, is not guessed. */
function readSide(row: Element, { side }: Adapter): Side | null {
  const supporter = holds(row, side.supporter);
  const client = holds(row, side.client);
  if (supporter === client) return null;
  return supporter ? 'supporter' : 'client';
}

function readTime(row: Element, adapter: Adapter): number | null {
  for (const field of adapter.time) {
    const value = readField(row, [field], '');
    if (value === null) continue;
    const at =
      field.unit === 'iso' ? Date.parse(value) : Number(value) * (field.unit === 'seconds' ? 1000 : 1);
    if (Number.isFinite(at) && at > 0) return Math.round(at);
  }
  return null;
}
