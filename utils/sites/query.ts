import type { Field, Selector } from './adapter';
import { isInAnotherBox } from './another-box';
import { closest, contains, matches, query, queryAll } from './deep';
import { textOf } from './text';
import { urlPart } from './url-part';

/** One selector list out of alternatives, for a question that any of them answers. */
export function anyOf(selectors: readonly Selector[]): string {
  return selectors.map(({ css }) => css).join(', ');
}

/** The element itself or the first inside it that answers and is not part of a `quote`. */
export function find(element: Element, css: string, quote = ''): Element | null {
  if (css === '') return null;
  // A way into shadow roots begins in the element: it never leads to the element itself.
  if (!css.startsWith('>>>') && matches(element, css)) return element;
  if (quote === '') return query(element, css);
  for (const found of queryAll(element, css)) if (!isQuoted(found, element, quote)) return found;
  return null;
}

/** All that answer inside an element, without those inside another one that answers or in a `quote`. */
export function findOuter(element: Element, css: string, quote: string): Element[] {
  const found = queryAll(element, css).filter((one) => !isQuoted(one, element, quote));
  return found.filter((one) => !found.some((other) => other !== one && contains(other, one)));
}

function isQuoted(found: Element, within: Element, quote: string): boolean {
  const quoted = closest(found, quote);
  return quoted !== null && quoted !== within && contains(within, quoted);
}

/** The first alternative that finds anything, in the order of the adapter. */
export function firstOf(
  root: Element | Document | ShadowRoot,
  selectors: readonly Selector[],
): Element | null {
  for (const { css } of selectors) {
    const found = query(root, css);
    if (found) return found;
  }
  return null;
}

/** What is not to be read: `quote` nowhere, `exclude` not in texts. Selector lists, empty for nothing. */
export interface LeftOut {
  quote: string;
  exclude: string;
}
const NOTHING: LeftOut = { quote: '', exclude: '' };

/** Reads one field: the first alternative with a value that is not blank. */
export function readField(
  element: Element,
  fields: readonly Field[],
  leftOut: LeftOut = NOTHING,
): string | null {
  for (const field of fields) {
    const value = partOf(readOne(element, field, leftOut), field).trim();
    if (value !== '') return value;
  }
  return null;
}

function readOne(element: Element, field: Field, leftOut: LeftOut): string {
  const { quote, exclude } = leftOut;
  if (field.url !== undefined) {
    const part = urlPart(element.ownerDocument.location, field.url);
    const name =
      part === '' || field.css === undefined ? '' : readOne(element, { ...field, url: undefined }, leftOut);
    return `${part} ${name}`.trim();
  }
  const found = findFor(element, field, quote);
  if (!found) return '';
  if (field.attr !== undefined) return found.getAttribute(field.attr) ?? '';
  return textOf(found, [quote, exclude].filter(Boolean).join(', '));
}

function findFor(element: Element, { css, up, page }: Field, quote: string): Element | null {
  if (css === undefined) return element;
  if (page === true) {
    const [first, ...more] = queryAll(element.ownerDocument, css);
    if (first === undefined || !isInAnotherBox(first, element)) return first ?? null;
    // A header with a box to search in is not another conversation, as long as nothing else answers.
    return more.find((one) => !isInAnotherBox(one, element)) ?? (isCounted(css) ? null : first);
  }
  return up === true ? closest(element, css) : find(element, css, quote);
}

/** Whether a selector, as one that was learnt may, counts places among others. */
const isCounted = (css: string): boolean => css.includes(':nth-');

/** The part of a value that a field keeps; blank when what should come before it is missing. */
function partOf(value: string, { after, before }: Field): string {
  let part = value;
  if (after !== undefined) {
    const start = part.indexOf(after);
    if (start < 0) return '';
    part = part.slice(start + after.length);
  }
  if (before !== undefined) {
    const end = part.indexOf(before);
    if (end < 0) return '';
    part = part.slice(0, end);
  }
  return part;
}
