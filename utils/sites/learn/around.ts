import type { Field, Selector } from '../adapter';
import { WRITES } from '../another-box';
import { contains, elementsIn, hostOf, parentOf } from '../deep';
import { isVisible } from '../locate';
import { textOf } from '../text';
import { ask, type Ask } from './ask';
import { uniqueCss } from './find-list';
import { nameIn } from './tokens';
import { means } from './words';

const REAL_HEADING = 'h1, h2, h3, h4, [role="heading"]';
/** Wider than the words for a heading, which decide; it only spares the page a look at every element. */
const MAY_BE_HEADING = [
  REAL_HEADING,
  ...['class', 'id', 'data-testid', 'data-test-id', 'data-tid', 'data-qa'].flatMap((name) =>
    ['title', 'name', 'head'].map((word) => `[${name}*="${word}" i]`),
  ),
].join(', ');
const MOST_HEADINGS = 300;
/** Boxes to write in that are looked at. */
const MOST_BOXES = 500;
/** Elements of a page that are looked at for a box to write in, where there is none beside the list. */
const MOST_ELEMENTS = 6_000;
const LONGEST_HEADING = 80;
/** Parts of a path that name a conversation may stand anywhere in it; longer paths are cut. */
const MOST_SEGMENTS = 8;
const MOST_PARAMETERS = 4;

/** Asks beforehand for what is looked for around each list, one after the other, since a large page takes long to answer. */
export function* askAround(doc: Document, asking: Ask): Generator<void, void> {
  asking(doc, WRITES, MOST_BOXES);
  yield;
  asking(doc, MAY_BE_HEADING, MOST_HEADINGS);
  yield;
}

/** The box in which the supporter writes: the nearest one to the list that is not in it, below rather than above. */
export function findComposer(list: Element, asking = ask): Element | null {
  const bottom = list.getBoundingClientRect();
  let best: { element: Element; worth: number } | null = null;
  for (const element of composersAround(list, asking)) {
    if (contains(list, element) || contains(element, list) || !isVisible(element)) continue;
    const box = element.getBoundingClientRect();
    const shared = Math.min(box.right, bottom.right) - Math.max(box.left, bottom.left);
    const isBeside = shared >= Math.min(box.width, bottom.width) * 0.5;
    const isBelow = box.top >= bottom.top + bottom.height / 2;
    const isOneLine = element.matches('input');
    const worth = (isBeside ? 2 : 0) + (isBelow ? 3 : 0) - (isOneLine ? 2 : 0) - steps(list, element) / 20;
    if (!best || worth > best.worth) best = { element, worth };
  }
  return best?.element ?? null;
}

/** Boxes to write in: in the list's own root, else in those around it, else in any. */
function composersAround(list: Element, asking: Ask): Element[] {
  for (let one: Element | null = list; one; one = hostOf(one)) {
    const root = one.getRootNode();
    const found =
      root instanceof Document || root instanceof ShadowRoot ? asking(root, WRITES, MOST_BOXES) : [];
    if (found.length > 0) return found;
  }
  return elementsIn(list.ownerDocument.documentElement, MOST_ELEMENTS).filter((one) => one.matches(WRITES));
}

/** Steps from one element up to what encloses both. */
function steps(list: Element, element: Element): number {
  let n = 0;
  for (let one: Element | null = list; one && !contains(one, element); one = parentOf(one)) n += 1;
  return n;
}

export function composerCss(composer: Element | null): Selector[] {
  const css = composer && uniqueCss(composer);
  return css === null ? [] : [{ css }];
}

/** Name of the conversation: the nearest heading before the list; a real one rather than what is only called so. */
export function findHeading(list: Element, asking = ask): Element | null {
  for (let one: Element | null = list; one; one = hostOf(one)) {
    const root = one.getRootNode();
    const found =
      root instanceof Document || root instanceof ShadowRoot ? headingBefore(one, root, asking) : null;
    if (found) return found;
  }
  return null;
}

function headingBefore(list: Element, root: Document | ShadowRoot, asking: Ask): Element | null {
  let best: { element: Element; cost: number } | null = null;
  for (const element of asking(root, MAY_BE_HEADING, MOST_HEADINGS)) {
    // Past the list there is none before it.
    if ((element.compareDocumentPosition(list) & Node.DOCUMENT_POSITION_FOLLOWING) === 0) break;
    const cost = steps(list, element) - (element.matches(REAL_HEADING) ? 0.5 : 0);
    if (best && cost >= best.cost) continue;
    if (!element.contains(list) && !element.closest('nav, aside, [role="navigation"]') && isHeading(element))
      best = { element, cost };
  }
  return best?.element ?? null;
}

function isHeading(element: Element): boolean {
  if (!element.matches(REAL_HEADING) && !means(nameIn(element), 'heading')) return false;
  if (element.children.length > 3 || !isVisible(element)) return false;
  const text = textOf(element, '');
  return text !== '' && text.length <= LONGEST_HEADING;
}

/** Where the page's address may name the conversation, and its heading. */
export function keyFields(list: Element, listCss: string, asking = ask): { key: Field[]; title: Field[] } {
  const { pathname, hash, search } = list.ownerDocument.location;
  const heading = findHeading(list, asking);
  const css = heading && uniqueCss(heading);
  const named: Field[] = css === null ? [] : [{ css, page: true }];
  const open = (path: string) => Array(segments(path)).fill(':').join('/');
  const names = [...new URLSearchParams(search).keys()].filter(isIdLike).slice(0, MOST_PARAMETERS);
  // All of the address that may name a conversation, since a part of it alone may be the same for two.
  const url = [
    open(pathname),
    names.length > 0 ? `?${names.join('&')}` : '',
    isRoute(hash) ? `#${open(hash.slice(1))}` : '',
  ].join('');
  // An address without an id in it may be the same for every conversation: then the heading must agree.
  const both = /\d{4}|@|[0-9a-f-]{12}/i.test(`${pathname}${search}${hash}`) ? [] : named;
  const key: Field[] = [
    ...(url === ''
      ? []
      : [...both.map((field) => ({ ...field, url })), ...(both.length > 0 ? [] : [{ url }])]),
    ...named,
  ];
  const id =
    list.getAttribute('aria-label') === null ? [] : [{ css: listCss, page: true, attr: 'aria-label' }];
  return { key: [...key, ...id], title: [...named, ...id] };
}

function segments(path: string): number {
  return Math.min(MOST_SEGMENTS, path.split('/').filter((segment) => segment !== '').length);
}

/** Whether a hash leads to another view of the page, and is not a place in this one. */
function isRoute(hash: string): boolean {
  return /^#(?:!?\/|@|-?\d+$|[^/]+\/)/.test(hash);
}

function isIdLike(name: string): boolean {
  return /^[a-z_-]{1,20}$/i.test(name) && !/^(?:lang|theme|utm|ref|tab|page|sort|view|q|query)/i.test(name);
}
