/** Times the wait may be prolonged by changes: a page that never rests is read all the same. */
const PATIENCE = 6;

/** Calls `then` once an element has not changed for so many milliseconds. Returns what calls it off. */
export function whenStill(element: Element, milliseconds: number, then: () => void): () => void {
  const latest = performance.now() + milliseconds * PATIENCE;
  let timer = setTimeout(done, milliseconds);
  const observer = new MutationObserver(() => {
    if (performance.now() + milliseconds > latest) return;
    clearTimeout(timer);
    timer = setTimeout(done, milliseconds);
  });
  for (const root of [element, element.shadowRoot])
    if (root) observer.observe(root, { subtree: true, childList: true, characterData: true });

  function done(): void {
    observer.disconnect();
    then();
  }
  return () => {
    observer.disconnect();
    clearTimeout(timer);
  };
}
