import { rootsAlong } from './deep';
import type { Adapter } from './adapter';
import { anyOf } from './query';

/** Watches a page for what may bring, swap or hide a conversation. It reads nothing of what is said. */
export class Surroundings {
  readonly #doc: Document;
  readonly #changes: MutationObserver;
  readonly #sight: IntersectionObserver;

  /** `onGrowth` hears of all that came while nothing is read; `onChange` that it is time to look again. */
  constructor(doc: Document, onChange: () => void, onGrowth: (records: MutationRecord[]) => void) {
    this.#doc = doc;
    this.#changes = new MutationObserver((records) => {
      onGrowth(records);
      onChange();
    });
    this.#sight = new IntersectionObserver(onChange);
  }

  /** Until a conversation is found, any new element may hold it. */
  watchPage(adapters: readonly Adapter[], guessed: readonly ShadowRoot[]): void {
    this.stop();
    this.watchRoots(adapters, guessed);
  }

  /** The page, and the shadow roots in which by an adapter's word or by the looks of it a conversation may be. */
  watchRoots(adapters: readonly Adapter[], guessed: readonly ShadowRoot[]): void {
    const known = adapters.flatMap(({ recognise: { markup }, container, list }) =>
      [markup, container, list].flatMap((selectors) => rootsAlong(this.#doc, anyOf(selectors))),
    );
    for (const root of [this.#doc, ...known, ...guessed])
      this.#changes.observe(root, { subtree: true, childList: true });
  }

  /** Once it is found: only what encloses it, since that is what is swapped or hidden. */
  watchAround(list: Element): void {
    this.stop();
    this.#sight.observe(list);
    for (let around = nodeAround(list); around && around !== this.#doc; around = nodeAround(around)) {
      this.#changes.observe(around, {
        childList: true,
        attributes: true,
        attributeFilter: ['class', 'style', 'hidden'],
      });
    }
  }

  stop(): void {
    this.#changes.disconnect();
    this.#sight.disconnect();
  }
}

/** What holds a node; what holds a shadow root is its host. */
function nodeAround(node: Node): Node | null {
  return node instanceof ShadowRoot ? node.host : node.parentNode;
}
