import { contains } from '../deep';
import { isVisible } from '../locate';
import { learnAdapter, type Learned } from '../learn/learn-adapter';
import { withoutNotices, withSpecialRows } from './special-rows';
import type { TeachProblem } from './steps';
import { rowsAt, type RowsAt } from './rows-at';

/** What was learnt from the clicks of a person, with the list that it was learnt from. */
export interface Taught extends RowsAt {
  learned: Learned;
}

/** Elements that the person pointed at: at least one of each side. */
export interface Clicks {
  theirs: readonly Element[];
  ours: readonly Element[];
}

/** Learns a site from what a person pointed at. Reads the page and writes nothing. */
export function teach({ theirs, ours }: Clicks): Taught | { problem: TeachProblem } {
  const [first] = theirs;
  const [own] = ours;
  if (!first || !own || ![...theirs, ...ours].every((one) => isVisible(one))) return { problem: 'gone' };
  const found = rowsAt(first, own);
  if (!found) return { problem: 'same-message' };
  const { messages, notices } = withoutNotices(found.rows, [found.theirs, found.ours]);
  const rowsOf = (clicked: readonly Element[]) =>
    messages.filter((row) => clicked.some((one) => contains(row, one)));
  const learned = learnAdapter({
    list: found.list,
    rows: messages,
    theirs: rowsOf(theirs),
    ours: rowsOf(ours),
    id: 'taught',
  });
  if ('refused' in learned) return { problem: learned.refused };
  const adapter = withSpecialRows(learned.adapter, messages, notices);
  return { ...found, rows: messages, learned: { ...learned, adapter } };
}
