/** Asks a page, or one shadow root of it, for the first elements that answer a selector, at most so many. */
export type Ask = (root: Document | ShadowRoot, css: string, most: number) => Element[];

/** Asks each time anew. */
export const ask: Ask = (root, css, most) => {
  // What is found is held by the browser: only what is looked at costs anything here.
  const found = root.querySelectorAll(css);
  return Array.from({ length: Math.min(most, found.length) }, (_, n) => found.item(n));
};

/**
 * Asks a large page once for each selector, for a look at it that goes over many places. What has left the page
 * meanwhile is left out.
 */
export function askOnce(): Ask {
  const known = new WeakMap<Document | ShadowRoot, Map<string, Element[]>>();
  return (root, css, most) => {
    const answers = known.get(root) ?? new Map<string, Element[]>();
    known.set(root, answers);
    const answer = answers.get(css) ?? ask(root, css, most);
    answers.set(css, answer);
    return answer.filter(({ isConnected }) => isConnected);
  };
}
