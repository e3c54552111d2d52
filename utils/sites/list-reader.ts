import type { Delta } from '../conversation/delta';
import type { Health } from '../messaging/health';
import { queryAll, rootsAlong } from './deep';
import { createDeepWatch, EVERYTHING } from './deep-watch';
import { ListChanges } from './list-changes';
import type { Place } from './locate';
import { OwnIds } from './own-ids';
import { createPacer } from './pacer';
import { holdsMessage, type ViewRow } from './resolve-rows';
import { createRowReader, type ReadRow, type RowFacts } from './row';
import { readNames, sameNames } from './side';
import { REMOVAL_GRACE, Tracker } from './tracker';
import { UnmarkedRows } from './unmarked-rows';

/** Rows read at once: the newest ones at first, so that the panel has something to show; more are read in turns. */
const FIRST_ROWS = 60;
/** Longest time in milliseconds that one turn of reading may take of the page's thread. */
const TURN = 8;
/** Changed rows that are not read in the same turn as the whole list. */
const MANY_DIRTY = 200;
/** Rows of one person in a row that may take their author from a row above. */
const LONGEST_RUN = 100;
/** Newest rows on which the health counters rest. */
const HEALTH_ROWS = 100;

export interface ListReader {
  /** Looks at the whole list again and reports it as a new snapshot. */
  restart(): void;
  health(): Health;
  /** Ids, as the site gives them, of the rows in view. */
  ids(): ReadonlySet<string>;
  stop(): void;
}

/**
 * Reads one message list: one observer, changes taken in batches, every row read once unless it changes.
 * Long lists and busy pages are read in short turns. `onQuiet` is called when there is nothing more to read for
 * now, `onReplaced` when not one row is left of those in view; it says whether the new ones are not to be read.
 * `ownIds` are names that messages of this conversation were given before.
 */
export function readList(
  place: Place,
  onDeltas: (deltas: Delta[]) => void,
  onQuiet: () => void,
  onReplaced: () => boolean = () => false,
  ownIds = new OwnIds(),
): ListReader {
  const { adapter, list } = place;
  const readRow = createRowReader(adapter);

  let facts = new WeakMap<Element, ReadRow>();
  let tracker = new Tracker(ownIds);
  let unmarked = new UnmarkedRows(adapter);
  let names = readNames(place.container, adapter);
  /** Something was learnt about sides that may change what was said of rows already read. */
  let revise = false;
  let rows: Element[] = [];
  /** Rows above this index are still to be read, newest first. */
  let readFrom = 0;
  let recheck: ReturnType<typeof setTimeout> | undefined;

  const pacer = createPacer(turn);
  const changes = new ListChanges(adapter, list, {
    isRead: (element) => facts.has(element),
    last: () => rows.at(-1),
  });
  const { dirty, appended } = changes;
  const observer = new MutationObserver((records) => {
    changes.note(records);
    pacer.request();
  });
  const deep = createDeepWatch(adapter, observer, (row) => {
    dirty.add(row);
    pacer.request();
  });

  /** One turn of reading; says whether there is more to do. */
  function turn(): boolean {
    const end = performance.now() + TURN;
    lookAtNames();
    if (changes.isAll || (changes.isStructural && dirty.size > MANY_DIRTY)) forgetRows();
    // What was learnt of sides is told of the rows that are known; nobody has to look for them again.
    const again = revise && !changes.isStructural;
    revise = false;
    const deltas = changes.isStructural ? readStructure() : again ? viewAgain() : readChanges(end);
    if (readFrom > 0 && dirty.size === 0 && appended.size === 0) deltas.push(...readUp(end));
    if (deltas.length > 0) onDeltas(deltas);
    const more = dirty.size > 0 || appended.size > 0 || readFrom > 0 || changes.isStructural || revise;
    if (!more) {
      if (tracker.undecided) scheduleRecheck();
      onQuiet();
    }
    return more;
  }

  function readStructure(): Delta[] {
    changes.isStructural = false;
    appended.clear();
    const known = new Set(rows.slice(readFrom));
    rows = queryAll(list, changes.css);
    for (const root of rootsAlong(list, changes.css)) watch(root);
    readFrom = Math.max(0, rows.length - FIRST_ROWS);
    if (known.size > 0) {
      const first = rows.findIndex((row) => known.has(row));
      if (first < 0 && onReplaced()) return [];
      if (first >= 0) readFrom = first;
      // What came in great number is read in turns, above what is known and below it.
      const last = rows.findLastIndex((row) => known.has(row));
      for (const row of rows.splice(Math.max(last + 1 + FIRST_ROWS, readFrom + FIRST_ROWS)))
        changes.append(row);
      const fresh = rows.flatMap((row, index) => (index < readFrom || known.has(row) ? [] : [index]));
      if (fresh.length > FIRST_ROWS * 2) readFrom = (fresh.findLast((index) => index < last) ?? -1) + 1;
    }
    refresh(dirty, Infinity);
    return viewAgain();
  }

  function viewAgain(): Delta[] {
    return tracker.update(rows.slice(readFrom).map(viewRow), performance.now());
  }

  function readChanges(end: number): Delta[] {
    const deltas = readAppended(end);
    let whole = false;
    for (const { row, hadWords } of refresh(dirty, end)) {
      const change = tracker.change(factsOf(row)) ?? (hadWords ? null : appendLate(row));
      if (change) deltas.push(...change);
      else whole = true;
    }
    if (whole) deltas.push(...viewAgain());
    return deltas;
  }

  /** Reads on downwards until the turn is over. */
  function readAppended(end: number): Delta[] {
    const views: ViewRow[] = [];
    for (const row of appended) {
      appended.delete(row);
      dirty.delete(row);
      if (!row.isConnected) continue;
      rows.push(row);
      views.push(viewRow(row));
      if (performance.now() >= end) break;
    }
    return views.length > 0 ? tracker.append(views) : [];
  }

  /** A row at the end whose words came after the row itself. */
  function appendLate(row: Element): Delta[] | null {
    return row === rows.at(-1) ? tracker.append([factsOf(row)]) : null;
  }

  /** Reads upwards from `readFrom` until the turn is over. */
  function readUp(end: number): Delta[] {
    const from = readFrom;
    const above: ViewRow[] = [];
    while (readFrom > 0 && performance.now() < end) {
      readFrom -= 1;
      const row = rows[readFrom];
      if (row) above.push(viewRow(row));
    }
    return above.length > 0 ? tracker.prepend(above.reverse(), runAt(from)) : [];
  }

  /** The rows from an index on, down to the first that says by itself who wrote it. */
  function runAt(from: number): ViewRow[] {
    const run: ViewRow[] = [];
    for (const row of rows.slice(from, from + LONGEST_RUN)) {
      const view = viewRow(row);
      run.push(view);
      if (view === 'break' || (view.author !== null && !view.followUp)) break;
    }
    return run;
  }

  /** Forgets what was read of changed rows; says whether it was a message already, perhaps under another id. */
  function refresh(set: Set<Element>, end: number): { row: Element; hadWords: boolean }[] {
    const done: { row: Element; hadWords: boolean }[] = [];
    for (const row of set) {
      set.delete(row);
      const before = facts.get(row);
      facts.delete(row);
      if (row.isConnected) done.push({ row, hadWords: before !== undefined && hasContent(before) });
      if (performance.now() >= end) break;
    }
    return done;
  }

  function viewRow(row: Element): ViewRow {
    return changes.isBreak(row) ? 'break' : factsOf(row);
  }

  function factsOf(row: Element): RowFacts {
    let read = facts.get(row);
    if (!read) {
      read = readRow(row, names);
      facts.set(row, read);
      deep.read(row, hasContent(read));
      if (unmarked.note(read)) revise = true;
    }
    return read.unmarked ? { ...read, side: unmarked.sideOf(read) } : read;
  }

  /** The names around the list may come after it; what they say of sides is then read again. */
  function lookAtNames(): void {
    const now = readNames(place.container, adapter);
    if (sameNames(now, names)) return;
    names = now;
    unmarked = new UnmarkedRows(adapter);
    forgetRows();
  }

  /** All rows are to be read again, the newest first. */
  function forgetRows(): void {
    facts = new WeakMap();
    rows = [];
    readFrom = 0;
    dirty.clear();
    changes.isAll = false;
    changes.isStructural = true;
  }

  /** A row that is empty now may only be out of sight. */
  function hasContent(row: RowFacts): boolean {
    return holdsMessage(row) || (row.id !== null && tracker.knows(row.id));
  }

  function scheduleRecheck(): void {
    clearTimeout(recheck);
    recheck = setTimeout(() => {
      changes.isStructural = true;
      pacer.request();
    }, REMOVAL_GRACE + 50);
  }

  function watch(root: Node): void {
    observer.observe(root, EVERYTHING);
  }

  watch(list);
  pacer.request();
  return {
    restart() {
      tracker = new Tracker(ownIds);
      unmarked = new UnmarkedRows(adapter);
      forgetRows();
      pacer.request();
    },
    health() {
      const read = rows.slice(-HEALTH_ROWS).flatMap((row) => (facts.has(row) ? factsOf(row) : []));
      return {
        rows: read.length,
        withText: read.filter(hasContent).length,
        withSide: read.filter((row) => row.followUp || (row.side !== null && row.side !== 'unknown')).length,
        withId: read.filter((row) => row.id !== null).length,
        busy: pacer.busy,
      };
    },
    ids() {
      return new Set(rows.flatMap((row) => facts.get(row)?.id ?? []));
    },
    stop() {
      observer.disconnect();
      deep.stop();
      pacer.stop();
      clearTimeout(recheck);
    },
  };
}
