import type { Delta } from '../conversation/delta';
import type { Health } from '../messaging/health';
import { closest, contains, matches, parentOf, plainCss, queryAll, rootsAlong } from './deep';
import { createDeepWatch, EVERYTHING } from './deep-watch';
import type { Place } from './locate';
import { createPacer } from './pacer';
import { anyOf } from './query';
import { createRowReader, type ReadRow, type RowFacts } from './row';
import { readNames, sameNames } from './side';
import { UnmarkedRows } from './unmarked-rows';
import { REMOVAL_GRACE, Tracker, type ViewRow } from './tracker';

/** Rows read first, newest ones, so that the panel has something to show at once. */
const FIRST_ROWS = 60;
/** Longest time in milliseconds that one turn of reading may take of the page's thread. */
const TURN = 8;
/** Change records after which it is cheaper to look at the list than at the records. */
const MANY_RECORDS = 400;

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
 */
export function readList(
  place: Place,
  onDeltas: (deltas: Delta[]) => void,
  onQuiet: () => void,
  onReplaced: () => boolean = () => false,
): ListReader {
  const { adapter, list } = place;
  const rowCss = anyOf(adapter.row);
  const breakCss = anyOf(adapter.breaks);
  const allCss = breakCss === '' ? rowCss : `${rowCss}, ${breakCss}`;
  const readRow = createRowReader(adapter);
  const isDeep = allCss.includes('>>>');

  let facts = new WeakMap<Element, ReadRow>();
  let tracker = new Tracker();
  let unmarked = new UnmarkedRows(adapter);
  let names = readNames(place.container, adapter);
  /** Something was learnt about sides that may change what was said of rows already read. */
  let revise = false;
  let rows: Element[] = [];
  /** Rows above this index are still to be read, newest first. */
  let readFrom = 0;
  const dirty = new Set<Element>();
  let structure: 'same' | 'appended' | 'changed' = 'changed';
  let appended: Element[] = [];
  let recheck: ReturnType<typeof setTimeout> | undefined;

  const pacer = createPacer(turn);
  const observer = new MutationObserver((records) => {
    if (records.length > MANY_RECORDS) structure = 'changed';
    for (const record of records.slice(-MANY_RECORDS)) note(record);
    pacer.request();
  });
  const deep = createDeepWatch(adapter, observer, (row) => {
    dirty.add(row);
    pacer.request();
  });

  function note(record: MutationRecord): void {
    const row = rowOf(record.target);
    if (row) dirty.add(row);
    if (record.type !== 'childList' || structure === 'changed') return;
    if ([...record.removedNodes].some(heldRow)) structure = 'changed';
    for (const node of record.addedNodes) {
      if (!(node instanceof Element)) continue;
      const found = rowsIn(node);
      // What comes with a shadow root of its own may hold rows there.
      if (found.length === 0 && isDeep && !row) structure = 'changed';
      if (found.length === 0) continue;
      const last = appended.at(-1) ?? rows.at(-1);
      const isBelow = found.every((element) => !last || follows(last, element));
      if (!isBelow) structure = 'changed';
      else if (!found.some((element) => appended.includes(element))) appended.push(...found);
    }
    if (structure === 'same' && appended.length > 0) structure = 'appended';
  }

  function rowOf(node: Node): Element | null {
    const element = node instanceof Element ? node : node instanceof ShadowRoot ? node.host : parentOf(node);
    const row = element && closest(element, rowCss);
    return row && contains(list, row) && !(breakCss !== '' && matches(row, breakCss)) ? row : null;
  }

  /** Once it is out of the page, a row is none any more to a selector that names what is around it. */
  function heldRow(node: Node): boolean {
    if (!(node instanceof Element)) return false;
    return facts.has(node) || [...node.children].some((child) => facts.has(child)) || rowsIn(node).length > 0;
  }

  function rowsIn(node: Element): Element[] {
    if (matches(node, allCss)) return [node];
    const found = [...node.querySelectorAll(plainCss(allCss))];
    return isDeep ? found.filter((one) => matches(one, allCss)) : found;
  }

  /** One turn of reading; says whether there is more to do. */
  function turn(): boolean {
    const end = performance.now() + TURN;
    lookAtNames();
    const deltas = structure === 'changed' ? readStructure(end) : readChanges(end);
    if (deltas.length > 0) onDeltas(deltas);
    if (revise) structure = 'changed';
    revise = false;
    const more = dirty.size > 0 || readFrom > 0 || structure === 'changed';
    if (!more) {
      if (tracker.undecided) scheduleRecheck();
      onQuiet();
    }
    return more;
  }

  function readStructure(end: number): Delta[] {
    structure = 'same';
    appended = [];
    const known = new Set(rows.slice(readFrom));
    rows = queryAll(list, allCss);
    for (const root of rootsAlong(list, allCss)) watch(root);
    const firstKnown = rows.findIndex((row) => known.has(row));
    if (known.size > 0 && firstKnown < 0 && onReplaced()) return [];
    const start = firstKnown < 0 ? Math.max(0, rows.length - FIRST_ROWS) : firstKnown;
    readFrom = start;
    refresh(dirty, Infinity);
    const deltas = tracker.update(rows.slice(readFrom).map(viewRow), performance.now());
    return [...deltas, ...readUp(end)];
  }

  function readChanges(end: number): Delta[] {
    const deltas: Delta[] = [];
    if (structure === 'appended') {
      structure = 'same';
      const fresh = appended.filter((row) => row.isConnected);
      appended = [];
      for (const row of fresh) dirty.delete(row);
      rows.push(...fresh);
      deltas.push(...tracker.append(fresh.map(viewRow)));
    }
    let whole = false;
    for (const { row, hadWords } of refresh(dirty, end)) {
      const change = tracker.change(factsOf(row)) ?? (hadWords ? null : appendLate(row));
      if (change) deltas.push(...change);
      else whole = true;
    }
    if (whole) deltas.push(...tracker.update(rows.slice(readFrom).map(viewRow), performance.now()));
    else if (readFrom > 0 && dirty.size === 0) deltas.push(...readUp(end));
    return deltas;
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
    return breakCss !== '' && matches(row, breakCss) ? 'break' : factsOf(row);
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
    facts = new WeakMap();
    unmarked = new UnmarkedRows(adapter);
    structure = 'changed';
  }

  /** A row that is empty now may only be out of sight. */
  function hasContent({ text, deleted, attachments, id }: RowFacts): boolean {
    return text !== '' || deleted || attachments.length > 0 || (id !== null && tracker.knows(id));
  }

  function scheduleRecheck(): void {
    clearTimeout(recheck);
    recheck = setTimeout(() => {
      structure = 'changed';
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
      facts = new WeakMap();
      tracker = new Tracker();
      unmarked = new UnmarkedRows(adapter);
      rows = [];
      readFrom = 0;
      structure = 'changed';
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

function follows(before: Element, element: Element): boolean {
  if (before.getRootNode() !== element.getRootNode()) return false;
  return (before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
