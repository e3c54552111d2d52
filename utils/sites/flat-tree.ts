/**
 * Steps through a page as it is seen: in place of an element's children what is in its open shadow root, in place
 * of a slot what stands in it.
 */

/** A slot may hold thousands, which a message does not. */
const MOST_HELD = 200;

/** The first thing seen in a node. */
export function firstIn(node: Node): Node | null {
  if (!(node instanceof Element)) return node.firstChild;
  if (node.shadowRoot) return node.shadowRoot.firstChild;
  if (node instanceof HTMLSlotElement) return node.assignedNodes()[0] ?? node.firstChild;
  return node.firstChild;
}

/** What is seen after a node, beside it. */
export function nextTo(node: Node): Node | null {
  const slot = slotOf(node);
  if (!slot) return node.nextSibling;
  const held = slot.assignedNodes();
  const place = held.indexOf(node);
  return place >= 0 && place < MOST_HELD ? (held[place + 1] ?? null) : null;
}

/** What a node is seen in. */
export function seenIn(node: Node): Node | null {
  const { parentNode } = node;
  return slotOf(node) ?? (parentNode instanceof ShadowRoot ? parentNode.host : parentNode);
}

function slotOf(node: Node): HTMLSlotElement | null {
  return node instanceof Element || node instanceof Text ? node.assignedSlot : null;
}

/** The pieces of text in an element as it is seen, in their order; at most so many. */
export function* textsIn(root: Element, most: number): Generator<Node, void> {
  let node: Node | null = root;
  for (let n = 0; node && n < most;) {
    if (node.nodeType === Node.TEXT_NODE) {
      n += 1;
      yield node;
    }
    let next = firstIn(node);
    while (node && node !== root && !next) {
      next = nextTo(node);
      if (!next) node = seenIn(node);
    }
    node = next;
  }
}
