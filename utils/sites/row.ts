import { MAX_NAME, MAX_TEXT } from '../conversation/limits';
import type { Attachment, Side } from '../conversation/message';
import type { Adapter, Selector } from './adapter';
import { plainCss } from './deep';
import { anyOf, find, findOuter, readField, type LeftOut } from './query';
import { createSideReader, NOBODY, type Names, type SideFacts } from './side';
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

/** A row as read, with what is needed to decide on its side once more of the list is known. */
export type ReadRow = RowFacts & SideFacts;

/** Reads rows by one adapter. Selector lists are joined once, since this runs for every row. */
export function createRowReader(adapter: Adapter): (row: Element, names: Names) => ReadRow {
  const quote = plainCss(anyOf(adapter.quote));
  const anywhere: LeftOut = { quote, exclude: '' };
  // The text that stands for a picture describes it; it is no word of the person.
  const inTexts: LeftOut = { quote, exclude: plainCss(anyOf([...adapter.exclude, ...adapter.attachments])) };
  const readSide = createSideReader(adapter);
  const asks = (selectors: readonly Selector[]) => {
    const css = anyOf(selectors);
    return (row: Element) => css !== '' && find(row, css, quote) !== null;
  };
  const isDeleted = asks(adapter.deleted);
  const isFollowUp = asks(adapter.followUp);
  const isEdited = asks(adapter.edited);
  const isPending = asks(adapter.pending);

  /** Two texts where there should be one: perhaps a quotation that is marked otherwise than we know. */
  function hasTwoBodies(row: Element): boolean {
    if (quote === '') return false;
    const body = adapter.body.find(({ css }) => css !== undefined && find(row, css, quote) !== null);
    return body?.css !== undefined && findOuter(row, body.css, quote).length > 1;
  }

  return (row, names) => {
    const deleted = isDeleted(row);
    const full = deleted ? '' : tidy(readField(row, adapter.body, inTexts) ?? '');
    const author = readField(row, adapter.author, inTexts)?.slice(0, MAX_NAME) ?? null;
    const sides = hasTwoBodies(row) ? NOBODY : readSide(row, author, names);
    return {
      id: readField(row, adapter.messageId, anywhere)?.slice(0, MAX_NAME) ?? null,
      ...sides,
      author,
      at: readTime(row, adapter, anywhere),
      text: full.slice(0, MAX_TEXT),
      cut: full.length > MAX_TEXT,
      followUp: isFollowUp(row),
      edited: isEdited(row),
      deleted,
      pending: isPending(row),
      attachments: deleted
        ? []
        : adapter.attachments.filter(({ css }) => find(row, css, quote) !== null).map(({ kind }) => kind),
    };
  };
}

function readTime(row: Element, { time }: Adapter, leftOut: LeftOut): number | null {
  for (const field of time) {
    const value = readField(row, [field], leftOut);
    if (value === null) continue;
    const at =
      field.unit === 'iso' ? Date.parse(value) : Number(value) * (field.unit === 'seconds' ? 1000 : 1);
    if (Number.isFinite(at) && at > 0) return Math.round(at);
  }
  return null;
}
