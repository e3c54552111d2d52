/**
 * Selectors that lead into open shadow roots. `rs-app >>> rs-room >>> .row` finds `.row` in the shadow root of an
 * `rs-room` in that of an `rs-app`; a leading `>>>` means the root of the element in which one looks. A selector
 * without `>>>` costs what it costs the browser, so that pages without shadow roots pay nothing for them.
 */
const INTO = '>>>';

/** A way to elements: through the shadow roots of these hosts, one in another, then a plain selector. */
interface Way {
  /** An empty one is the element in which one looks. */
  hosts: readonly string[];
  css: string;
}

const known = new Map<string, readonly Way[]>();
const MOST_KNOWN = 500;

/** Elements inside another, shadow roots and all, that are looked at on the way to a root. */
type Scope = Element | Document | ShadowRoot;

/** All elements that answer, in the order of the page. */
export function queryAll(scope: Scope, css: string): Element[] {
  if (!css.includes(INTO)) return [...scope.querySelectorAll(css)];
  const found = waysOf(css).map((way) =>
    rootsAt(scope, way.hosts).flatMap((root) => [...root.querySelectorAll(way.css)]),
  );
  const [first = [], ...others] = found.filter(({ length }) => length > 0);
  return others.length === 0 ? first : [...new Set([first, ...others].flat())].sort(byPlace);
}

/** The first element that answers. */
export function query(scope: Scope, css: string): Element | null {
  return css.includes(INTO) ? (queryAll(scope, css)[0] ?? null) : scope.querySelector(css);
}

/** Whether an element answers; of a way that begins in an element, whether it is in some shadow root. */
export function matches(element: Element, css: string): boolean {
  if (!css.includes(INTO)) return element.matches(css);
  return waysOf(css).some((way) => element.matches(way.css) && standsIn(element, way.hosts));
}

/** The element itself or the nearest around it that answers, out of shadow roots, too. */
export function closest(element: Element, css: string): Element | null {
  const isDeep = css.includes(INTO);
  for (let one: Element | null = element; one; one = isDeep ? parentOf(one) : hostOf(one)) {
    const found = isDeep ? (matches(one, css) ? one : null) : one.closest(css);
    if (found) return found;
  }
  return null;
}

/** Whether one holds the other, in its shadow root or as usual. */
export function contains(outer: Node, inner: Node | null): boolean {
  for (let one = inner; one; one = hostOf(one)) if (outer.contains(one)) return true;
  return false;
}

/** What is around an element; around what stands first in a shadow root, its host. */
export function parentOf({ parentElement, parentNode }: Node): Element | null {
  return parentElement ?? (parentNode instanceof ShadowRoot ? parentNode.host : null);
}

/** The host of the shadow root that a node is in. */
export function hostOf(node: Node): Element | null {
  const root = node.getRootNode();
  return root instanceof ShadowRoot ? root.host : null;
}

/** The element that has the keyboard, in whatever root. */
export function activeIn({ activeElement }: Document): Element | null {
  let active = activeElement;
  while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
  return active;
}

/** The shadow roots that a selector goes through from here: what changes in them may change what it finds. */
export function rootsAlong(scope: Scope, css: string): ShadowRoot[] {
  if (!css.includes(INTO)) return [];
  const roots = waysOf(css).flatMap(({ hosts }) =>
    hosts.flatMap((_, n) => rootsAt(scope, hosts.slice(0, n + 1))),
  );
  return [...new Set(roots)].filter((root) => root instanceof ShadowRoot);
}

/** The open shadow roots in an element, its own first; at most so many elements are looked at. */
export function rootsIn(element: Element, most: number): ShadowRoot[] {
  return elementsIn(element, most).flatMap(({ shadowRoot }) => shadowRoot ?? []);
}

/** An element and what is in it, shadow roots and all, in the order of the page; at most so many. */
export function elementsIn(element: Element, most: number): Element[] {
  const found: Element[] = [];
  const inside: TreeWalker[] = [];
  const note = (one: Element): void => {
    found.push(one);
    if (one.shadowRoot) inside.push(walkerOf(one.shadowRoot));
  };
  inside.push(walkerOf(element));
  note(element);
  for (let walker = inside.at(-1); walker && found.length < most; walker = inside.at(-1)) {
    const node = walker.nextNode();
    if (node instanceof Element) note(node);
    else inside.pop();
  }
  return found;
}

function walkerOf(root: Element | ShadowRoot): TreeWalker {
  return root.ownerDocument.createTreeWalker(root, NodeFilter.SHOW_ELEMENT);
}

/** What stands in an element, in its shadow root first. */
export function childrenOf({ shadowRoot, children }: Element): Element[] {
  return shadowRoot ? [...shadowRoot.children, ...children] : [...children];
}

/** The selector without the way: for asking an element that was found already. */
export function plainCss(css: string): string {
  if (!css.includes(INTO)) return css;
  return waysOf(css)
    .map((way) => way.css)
    .join(', ');
}

/** A selector list taken apart: every part that is a selector of its own. Null when one is missing. */
export function plainParts(css: string): string[] | null {
  const parts = css.split(INTO).map((part) => part.trim());
  if (parts[0] === '') parts.shift();
  return parts.includes('') ? null : parts;
}

function rootsAt(scope: Scope, hosts: readonly string[]): Scope[] {
  return hosts.reduce<Scope[]>(
    (roots, host) =>
      roots.flatMap((root) => {
        const found = host !== '' ? [...root.querySelectorAll(host)] : root instanceof Element ? [root] : [];
        return found.flatMap(({ shadowRoot }) => shadowRoot ?? []);
      }),
    [scope],
  );
}

function standsIn(element: Element, hosts: readonly string[]): boolean {
  let one: Element | null = element;
  for (let n = hosts.length - 1; n >= 0; n--) {
    one = hostOf(one);
    if (!one) return false;
    const host = hosts[n] ?? '';
    if (host === '') return true;
    if (!one.matches(host)) return false;
  }
  return true;
}

/** Alternatives that go the same way are asked for together. */
function waysOf(css: string): readonly Way[] {
  let ways = known.get(css);
  if (!ways) {
    const byHosts = new Map<string, { hosts: string[]; css: string[] }>();
    for (const one of alternatives(css)) {
      const parts = one.split(INTO).map((part) => part.trim());
      const last = parts.pop() ?? '';
      const key = parts.join(INTO);
      const way = byHosts.get(key) ?? { hosts: parts, css: [] };
      way.css.push(last);
      byHosts.set(key, way);
    }
    ways = [...byHosts.values()].map((way) => ({ hosts: way.hosts, css: way.css.join(', ') }));
    if (known.size >= MOST_KNOWN) known.clear();
    known.set(css, ways);
  }
  return ways;
}

/** The parts of a selector list, at the commas that are in no brackets and no quotation marks. */
function alternatives(css: string): string[] {
  const parts = css.match(
    /(?:\\.|"[^"]*"|'[^']*'|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\)|\[[^\]]*\]|[^,])+/g,
  );
  return (parts ?? []).map((part) => part.trim());
}

function byPlace(a: Element, b: Element): number {
  const [up, down] = [wayUp(a), wayUp(b)];
  const n = up.findIndex((one, i) => one !== down[i]);
  const [first, second] = [up[n], down[n]];
  if (!first || !second) return up.length - down.length;
  return (first.compareDocumentPosition(second) & Node.DOCUMENT_POSITION_FOLLOWING) === 0 ? 1 : -1;
}

/** The hosts around an element, outermost first, and itself. */
function wayUp(element: Element): Element[] {
  const way: Element[] = [];
  for (let one: Element | null = element; one; one = hostOf(one)) way.unshift(one);
  return way;
}
