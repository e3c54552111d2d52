import type { Field, Selector } from './adapter';
import { textOf } from './text';

/** One selector list out of alternatives, for a question that any of them answers. */
export function anyOf(selectors: readonly Selector[]): string {
  return selectors.map(({ css }) => css).join(', ');
}

/** Whether the element or something inside it answers. An empty list answers nothing. */
export function holds(element: Element, selectors: readonly Selector[]): boolean {
  return selectors.some(({ css }) => element.matches(css) || element.querySelector(css) !== null);
}

/** The first alternative that finds anything, in the order of the adapter. */
export function firstOf(root: ParentNode, selectors: readonly Selector[]): Element | null {
  for (const { css } of selectors) {
    const found = root.querySelector(css);
    if (found) return found;
  }
  return null;
}

/** Reads one field: the first alternative with a value that is not blank. */
export function readField(element: Element, fields: readonly Field[], exclude: string): string | null {
  for (const field of fields) {
    const value = readOne(element, field, exclude).trim();
    if (value !== '') return value;
  }
  return null;
}

function readOne(element: Element, { css, attr, up }: Field, exclude: string): string {
  const found = css === undefined ? element : up === true ? element.closest(css) : find(element, css);
  if (!found) return '';
  return attr === undefined ? textOf(found, exclude) : (found.getAttribute(attr) ?? '');
}

function find(element: Element, css: string): Element | null {
  return element.matches(css) ? element : element.querySelector(css);
}
