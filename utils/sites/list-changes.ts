import { contains, closest, matches, parentOf, plainCss } from './deep';
import { anyOf } from './query';
import type { Adapter } from './adapter';

/** Change records, or elements in one, after which it is cheaper to look at the list than at the records. */
const MANY_RECORDS = 400;
/** Change records after which nothing that was read of the list is trusted any more. */
const MOST_RECORDS = 5_000;

/** What the reader knows of a list when changes come. */
interface KnownRows {
  /** Whether an element was read as a row. */
  isRead(element: Element): boolean;
  /** The last row in view. */
  last(): Element | undefined;
}

/** Takes note of what change records say of a list, until there is time to read. */
export class ListChanges {
  /** Rows of which something changed. */
  readonly dirty = new Set<Element>();
  /** Rows that came below all others and are still to be read, in their order. */
  readonly appended = new Set<Element>();
  private lastAppended: Element | undefined;
  /** More happened than rows that came below: only a look at the whole list can tell. */
  isStructural = true;
  /** So much changed that all rows are to be read again. */
  isAll = false;

  /** Selectors of messages, of what stands between them, and of both. */
  readonly rowCss: string;
  readonly breakCss: string;
  readonly css: string;
  /** Rows stand in shadow roots. */
  private readonly isDeep: boolean;

  constructor(
    { row, breaks }: Adapter,
    private readonly list: Element,
    private readonly known: KnownRows,
  ) {
    this.rowCss = anyOf(row);
    this.breakCss = anyOf(breaks);
    this.css = anyOf([...row, ...breaks]);
    this.isDeep = this.css.includes('>>>');
  }

  note(records: readonly MutationRecord[]): void {
    if (records.length > MANY_RECORDS) this.isStructural = true;
    if (records.length > MOST_RECORDS) this.isAll = true;
    else for (const record of records) this.noteOne(record);
  }

  append(row: Element): void {
    this.appended.add(row);
    this.lastAppended = row;
  }

  /** A row that ends a run, such as a date. */
  isBreak(row: Element): boolean {
    return this.breakCss !== '' && matches(row, this.breakCss);
  }

  private noteOne({ target, type, addedNodes, removedNodes }: MutationRecord): void {
    const row = this.rowOf(target);
    if (row) this.dirty.add(row);
    if (type !== 'childList' || this.isStructural) return;
    if (addedNodes.length > MANY_RECORDS || [...removedNodes].some((node) => this.heldRow(node)))
      this.isStructural = true;
    if (this.isStructural) return;
    let last = this.appended.size > 0 ? this.lastAppended : this.known.last();
    for (const node of addedNodes) {
      if (!(node instanceof Element)) continue;
      const found = this.rowsIn(node);
      // What comes with a shadow root of its own may hold rows there.
      if (found.length === 0 && this.isDeep && !row) this.isStructural = true;
      for (const element of found) {
        if (this.appended.has(element)) continue;
        if (last && !follows(last, element)) this.isStructural = true;
        else this.append(element);
        last = element;
      }
    }
  }

  private rowOf(node: Node): Element | null {
    const element = node instanceof Element ? node : node instanceof ShadowRoot ? node.host : parentOf(node);
    const row = element && closest(element, this.rowCss);
    return row && contains(this.list, row) && !this.isBreak(row) ? row : null;
  }

  /** Once it is out of the page, a row is none any more to a selector that names what is around it. */
  private heldRow(node: Node): boolean {
    if (!(node instanceof Element)) return false;
    const { known } = this;
    const isRead = known.isRead(node) || [...node.children].some((child) => known.isRead(child));
    return isRead || this.rowsIn(node).length > 0;
  }

  private rowsIn(node: Element): Element[] {
    if (matches(node, this.css)) return [node];
    const found = [...node.querySelectorAll(plainCss(this.css))];
    return this.isDeep ? found.filter((one) => matches(one, this.css)) : found;
  }
}

function follows(before: Element, element: Element): boolean {
  if (before.getRootNode() !== element.getRootNode()) return false;
  return (before.compareDocumentPosition(element) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
}
