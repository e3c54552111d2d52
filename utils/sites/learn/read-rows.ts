import type { Side } from '../../conversation/message';
import type { Adapter } from '../adapter';
import { createRowReader } from '../row';
import { readNames } from '../side';
import { UnmarkedRows } from '../unmarked-rows';

/** What an adapter makes of rows. */
export interface RowsRead {
  counts: { rows: number; withWords: number; withId: number; withAuthor: number } & Record<Side, number>;
  /** The side of each row as the adapter reads it, for a preview. */
  sides: ReadonlyMap<Element, Side>;
  /** Names of authors in the order of the page. */
  authors: readonly string[];
}

/** Reads rows by an adapter as the reader will. */
export function readRows(adapter: Adapter, rows: readonly Element[]): RowsRead {
  const read = createRowReader(adapter);
  const [first] = rows;
  const names = readNames(first?.ownerDocument.body ?? document.body, adapter);
  const unmarked = new UnmarkedRows(adapter);
  const facts = rows.map((row) => ({ row, ...read(row, names) }));
  for (const one of facts) unmarked.note(one);
  const sides = new Map<Element, Side>();
  let last: Side = 'unknown';
  for (const one of facts) {
    const side: Side = unmarked.sideOf(one) ?? (one.followUp ? last : 'unknown');
    last = side;
    if (one.text !== '') sides.set(one.row, side);
  }
  const count = (side: Side) => [...sides.values()].filter((one) => one === side).length;
  return {
    counts: {
      rows: rows.length,
      withWords: sides.size,
      withId: facts.filter(({ id }) => id !== null).length,
      withAuthor: facts.filter(({ author }) => author !== null).length,
      client: count('client'),
      supporter: count('supporter'),
      unknown: count('unknown'),
    },
    sides,
    authors: [...new Set(facts.flatMap(({ author }) => author ?? []))],
  };
}
