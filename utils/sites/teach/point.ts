import { childrenOf, closest, contains, elementsIn, parentOf } from '../deep';
import { isVisible } from '../locate';
import { textOf } from '../text';
import type { TeachProblem } from './steps';

/** Shadow roots gone into at most, so that a page cannot lead round in circles. */
const DEEPEST = 20;
/** Elements in which a picture is looked for. */
const MOST_ELEMENTS = 200;

/** The innermost element of a page at a point, without `shield` that lies over it. Goes into open shadow roots. */
export function elementAt(doc: Document, x: number, y: number, shield: Element): Element | null {
  let found = doc.elementsFromPoint(x, y).find((one) => one !== shield) ?? null;
  for (let i = 0; found?.shadowRoot && i < DEEPEST; i++) {
    const host: Element = found;
    // A shadow root also tells what lies over it in the document around it: the shield.
    const inner = found.shadowRoot.elementsFromPoint(x, y).find((one) => one !== host && one !== shield);
    if (!inner || contains(inner, host)) break;
    found = inner;
  }
  return found;
}

/** Why an element cannot be a message; null when it can. */
export function whyNot(element: Element | null): TeachProblem | null {
  if (!element || element.matches('html, body')) return 'nothing';
  if (closest(element, 'input, textarea, select, [contenteditable="true"], [contenteditable=""]'))
    return 'field';
  if (element.matches('iframe, frame, object, embed')) return 'frame';
  if (element.matches('canvas')) return 'drawn';
  return textOf(element, '') === '' && !elementsIn(element, MOST_ELEMENTS).some((one) => one.matches('img'))
    ? 'nothing'
    : null;
}

/** Where the keys lead: outwards, inwards, to the one before or after. */
export type Direction = 'out' | 'in' | 'before' | 'after';

/** The element that a key leads to from another; the same when there is none that holds words and is in view. */
export function move(from: Element, direction: Direction): Element {
  if (direction === 'out') {
    const around = parentOf(from);
    return around && !around.matches('html, body') ? around : from;
  }
  if (direction === 'in') return childrenOf(from).find(isThere) ?? from;
  const step = (one: Element) =>
    direction === 'before' ? one.previousElementSibling : one.nextElementSibling;
  for (let one = step(from); one; one = step(one)) if (isThere(one)) return one;
  // At the end of a group the way goes on beside it.
  const around = parentOf(from);
  const beside = around && !around.matches('html, body') ? step(around) : null;
  return beside && isThere(beside) ? (childrenOf(beside).find(isThere) ?? beside) : from;
}

function isThere(element: Element): boolean {
  const { top, bottom, width, height } = element.getBoundingClientRect();
  const { innerHeight } = element.ownerDocument.defaultView ?? { innerHeight: 0 };
  const isInView = bottom > 0 && top < innerHeight && width > 0 && height > 0;
  return isInView && isVisible(element) && textOf(element, '') !== '';
}
