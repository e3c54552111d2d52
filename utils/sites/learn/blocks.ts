import { contains, parentOf } from '../deep';
import { textsIn } from '../flat-tree';
import { textOf } from '../text';
import { nameIn, tokensOf } from './tokens';
import { means } from './words';

/** Elements that only format words, as long as they bear no sign of their own. */
const FORMATTING = new Set(
  'P B I EM STRONG A CODE U S MARK SMALL SPAN LI UL OL PRE BR IMG DEL INS SUB SUP FONT'.split(' '),
);
/** Of these, what stands on lines of its own. */
const PARAGRAPHS = new Set(['P', 'LI', 'UL', 'OL', 'PRE']);
const SILENT = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'SVG', 'svg', 'SELECT', 'TEXTAREA']);
/** Text blocks looked at in one row; a row with more is no message. */
const MOST_BLOCKS = 40;
const MOST_NODES = 400;
/** Formatted pieces in one line of words. */
const MOST_FORMATTED = 100;

/** One piece of text in a row, with the element that holds it and nothing else of the row. */
export interface Block {
  element: Element;
  text: string;
  /** In another message that is shown inside this one. */
  isQuoted: boolean;
  /** In a part that is not for reading: a toolbar, the word edited, reactions. */
  isNoise: boolean;
}

/** The pieces of text of a row, in the order of the page. */
export function blocksOf(row: Element): Block[] {
  const holders = new Set<Element>();
  for (const node of textsIn(row, MOST_NODES)) {
    if (!/\S/.test(node.nodeValue ?? '')) continue;
    const holder = holderOf(node, row);
    if (holder && holders.add(holder).size >= MOST_BLOCKS) break;
  }
  return [...holders].map((element) => ({
    element,
    text: textOf(element, ''),
    isQuoted: quoteAround(element, row) !== null,
    isNoise: isNoise(element, row),
  }));
}

function holderOf(node: Node, row: Element): Element | null {
  let element = parentOf(node);
  while (element && element !== row && isFormatting(element)) element = parentOf(element);
  for (let one = element; one && one !== row; one = parentOf(one)) if (SILENT.has(one.tagName)) return null;
  return element && contains(row, element) ? element : null;
}

/** Whether an element only formats words that belong to what is around it. */
function isFormatting(element: Element): boolean {
  if (!FORMATTING.has(element.tagName)) return false;
  if (element.classList.length > 0 || tokensOf(element).some(({ rank }) => rank < 4)) return false;
  if (PARAGRAPHS.has(element.tagName)) return true;
  // Among words, or among other formatted words: else it is a piece of its own, such as a time beside the words.
  const children = element.parentElement?.children ?? [];
  return children.length <= MOST_FORMATTED && [...children].every(({ tagName }) => FORMATTING.has(tagName));
}

/** The element that shows another message inside a row, by what it is called. */
export function quoteAround(element: Element, row: Element): Element | null {
  let found: Element | null = null;
  for (let one: Element | null = element; one && one !== row; one = parentOf(one)) {
    if (one.tagName === 'BLOCKQUOTE' || (!one.matches('button, a') && means(nameIn(one), 'quote')))
      found = one;
  }
  return found;
}

function isNoise(element: Element, row: Element): boolean {
  for (let one: Element | null = element; one && one !== row; one = parentOf(one)) {
    if (one.matches('[role="toolbar"], [role="menu"], [role="tooltip"]') || means(nameIn(one), 'noise'))
      return true;
  }
  return false;
}
