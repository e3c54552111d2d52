import { isVisible } from '../locate';
import { blocksOf } from '../learn/blocks';
import { nameIn } from '../learn/tokens';
import { means } from '../learn/words';

/** A place on the page where things of one kind stand below each other. */
export interface Candidate {
  list: Element;
  /** Those that may be messages, in the order of the page. */
  rows: Element[];
}

const FEWEST = 3;
/** Elements of a page looked at, and rows of one list: the newest. */
const MOST_ELEMENTS = 6_000;
const MOST_ROWS = 60;
/** Levels between a list and its rows, where they stand in groups. */
const DEEPEST = 3;
const NEVER =
  'script, style, template, noscript, svg, head, select, datalist, textarea, [contenteditable], form[role="search"], [aria-hidden="true"]';

/** Every element in which at least three visible things of one kind with words stand below each other. */
export function findCandidates(root: Document | ShadowRoot): Candidate[] {
  const found: Candidate[] = [];
  let seen = 0;
  for (const list of root.querySelectorAll('*')) {
    if (++seen > MOST_ELEMENTS) break;
    if (list.childElementCount === 0 || list.closest(NEVER) || !isVisible(list)) continue;
    const rows = rowsIn(list);
    if (rows.length >= FEWEST) found.push({ list, rows });
  }
  return found;
}

/** The rows of a list: its children, or, where these only gather others, theirs. */
export function rowsIn(list: Element): Element[] {
  let level: Element[] = [list];
  for (let depth = 0; depth < DEEPEST; depth++) {
    level = level.flatMap(({ children }) => [...children]).slice(-MOST_ROWS * 4);
    const rows = alike(level);
    if (rows.length >= FEWEST) return depth === 0 || isGrouped(list, rows) ? rows.slice(-MOST_ROWS) : [];
    // One element around all rows is a list itself.
    if (level.length < 2) return [];
  }
  return [];
}

/** Groups, such as days: at least two of them hold rows. */
function isGrouped(list: Element, rows: readonly Element[]): boolean {
  return new Set(rows.map((row) => [...list.children].find((child) => child.contains(row)))).size >= 2;
}

/** Of these elements those of the most frequent kind that hold words. */
function alike(elements: readonly Element[]): Element[] {
  const kinds = new Map<string, Element[]>();
  for (const element of elements) {
    if (element.matches(NEVER) || element.matches('[role="separator"], hr, h1, h2, header, footer')) continue;
    const kind = kindOf(element);
    kinds.set(kind, [...(kinds.get(kind) ?? []), element]);
  }
  let best: Element[] = [];
  for (const group of kinds.values()) if (group.length > best.length) best = group;
  const rows = best.filter(
    (element) => blocksOf(element).length > 0 || element.querySelector('img') !== null,
  );
  const plain = rows.filter((element) => !isNotice(element));
  // What most rows are called says nothing of single ones.
  return plain.length >= Math.max(FEWEST, rows.length / 2) ? plain : rows;
}

/** What two rows of one list have in common, whoever wrote them: the kind of element and of its marks. */
function kindOf(element: Element): string {
  const marks = [...element.attributes]
    .map(({ name }) => name)
    .filter((name) => name.startsWith('data-') || name === 'role' || name === 'slot')
    .filter((name) => !/own|self|selected|state|active|unread|last|first/.test(name));
  return `${element.localName} ${marks.sort().join(' ')}`;
}

/** A line that the site itself wrote among the messages, by what it is called. */
function isNotice(element: Element): boolean {
  const [inner] = element.childElementCount === 1 ? [element.firstElementChild] : [];
  return means(nameIn(element), 'system') || (inner ? means(nameIn(inner), 'system') : false);
}
