import { childrenOf, contains } from '../deep';
import { textsIn } from '../flat-tree';
import { isVisible } from '../locate';
import { nameIn } from '../learn/tokens';
import { means } from '../learn/words';

/** A place on the page where things of one kind stand below each other. */
export interface Candidate {
  list: Element;
  /** Those that may be messages, in the order of the page. */
  rows: Element[];
}

const FEWEST = 3;
/** Elements of a page looked at, children of one of them, and rows of one list: the newest. */
const MOST_ELEMENTS = 6_000;
const MOST_CHILDREN = 150;
const MOST_ROWS = 60;
/** Places looked at more closely: those with the most words in their newest rows. */
const MOST_CANDIDATES = 20;
/** Levels between a list and its rows, where they stand in groups. */
const DEEPEST = 3;
/** Elements between two pauses, so that a look at a large page is no long task. */
const STRIDE = 10;
/** Pieces of text in which words are looked for. */
const MOST_TEXTS = 30;
const NEVER =
  'script, style, template, noscript, svg, head, select, datalist, textarea, [contenteditable], form[role="search"], [aria-hidden="true"]';
const NO_ROW = '[role="separator"], hr, h1, h2, header, footer';

/** Every visible place in which at least three things of one kind with words stand below each other. */
export function* findCandidates(root: Document): Generator<void, Candidate[]> {
  const found: (Candidate & { words: number })[] = [];
  const inside = [walkerOf(root.body)];
  let node: Node | null = root.body;
  for (let n = 0; node && n < MOST_ELEMENTS; n++, node = nextIn(inside)) {
    if (n % STRIDE === STRIDE - 1) yield;
    if (!(node instanceof Element)) continue;
    if (node.shadowRoot) inside.push(walkerOf(node.shadowRoot));
    if (node.childElementCount + (node.shadowRoot?.childElementCount ?? 0) < 2) continue;
    const rows = rowsIn(node);
    if (rows.length >= FEWEST) found.push({ list: node, rows, words: wordsIn(rows) });
  }
  found.sort((a, b) => b.words - a.words);
  return found.filter(({ list }) => isVisible(list)).slice(0, MOST_CANDIDATES);
}

function walkerOf(root: Element | ShadowRoot): TreeWalker {
  return root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ELEMENT, (node) =>
    node instanceof Element && node.matches(NEVER) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
}

/** The next element, out of a shadow root when there is no more in it. */
function nextIn(inside: TreeWalker[]): Node | null {
  for (let walker = inside.at(-1); walker; walker = inside.at(-1)) {
    const node = walker.nextNode();
    if (node) return node;
    inside.pop();
  }
  return null;
}

/** How much stands in the newest rows; very long rows count as long ones. */
function wordsIn(rows: readonly Element[]): number {
  return rows.slice(-8).reduce((sum, row) => sum + Math.min(300, lettersIn(row)), rows.length);
}

function lettersIn(row: Element): number {
  let letters = row.textContent.length;
  if (row.shadowRoot) for (const text of textsIn(row, MOST_TEXTS)) letters += text.nodeValue?.length ?? 0;
  return letters;
}

/** The rows of a list: its children, or, where these only gather others, theirs. */
function rowsIn(list: Element): Element[] {
  let level: Element[] = [list];
  for (let depth = 0; depth < DEEPEST; depth++) {
    level = level.flatMap(lastChildren).slice(-MOST_CHILDREN);
    const rows = alike(level);
    if (rows.length >= FEWEST) return depth === 0 || isGrouped(list, rows) ? rows.slice(-MOST_ROWS) : [];
    // One element around all rows is a list itself.
    if (level.length < 2) return [];
  }
  return [];
}

function lastChildren(element: Element): Element[] {
  if (element.shadowRoot) return childrenOf(element).slice(-MOST_CHILDREN);
  const { lastElementChild } = element;
  const children: Element[] = [];
  for (let one = lastElementChild; one && children.length < MOST_CHILDREN; one = one.previousElementSibling)
    children.unshift(one);
  return children;
}

/** Groups, such as days: at least two of them hold rows. */
function isGrouped(list: Element, rows: readonly Element[]): boolean {
  return lastChildren(list).filter((child) => rows.some((row) => contains(child, row))).length >= 2;
}

/** Of these elements those of the most frequent kind that hold words. */
function alike(elements: readonly Element[]): Element[] {
  if (elements.length < FEWEST) return [];
  const kinds = new Map<string, Element[]>();
  for (const element of elements) {
    if (element.matches(NEVER) || element.matches(NO_ROW)) continue;
    const kind = kindOf(element);
    const same = kinds.get(kind);
    if (same) same.push(element);
    else kinds.set(kind, [element]);
  }
  let best: Element[] = [];
  for (const group of kinds.values()) if (group.length > best.length) best = group;
  if (best.length < FEWEST) return [];
  const rows = best.filter((element) => holdsWords(element) || element.querySelector('img') !== null);
  const plain = rows.filter((element) => !isNotice(element));
  // What most rows are called says nothing of single ones.
  return plain.length >= Math.max(FEWEST, rows.length / 2) ? plain : rows;
}

function holdsWords(element: Element): boolean {
  for (const node of textsIn(element, MOST_TEXTS)) if (/\S/.test(node.nodeValue ?? '')) return true;
  return false;
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
