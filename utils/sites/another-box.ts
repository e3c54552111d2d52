import { contains, parentOf, query } from './deep';

/** Boxes to write in. */
export const WRITES =
  'textarea, [contenteditable="true"], [contenteditable=""], [role="textbox"], input[type="text"]';

/**
 * Whether what was found elsewhere in the page belongs to another conversation than `element`: what encloses it alone
 * has a box of its own to write in. A place that is counted ("the second div") may be another one after a switch.
 */
export function isInAnotherBox(found: Element, element: Element): boolean {
  for (let one: Element | null = found; one && !contains(one, element); one = parentOf(one))
    if (query(one, WRITES)) return true;
  return false;
}
