import type { Adapter } from './adapter';
import { rootsIn } from './deep';

/** All that may change what a row says. */
export const EVERYTHING = { subtree: true, childList: true, characterData: true, attributes: true };

/** Elements of one row in which shadow roots are looked for. */
const MOST_ELEMENTS = 200;
/** Times that an empty row is looked at again, and milliseconds until the first, doubled each time. */
const TRIES = 7;
const FIRST_TRY = 250;

export interface DeepWatch {
  /** A row was read: the shadow roots in it are watched from now on. */
  read(row: Element, hasContent: boolean): void;
  stop(): void;
}

/**
 * Watches the shadow roots inside of rows, into which no observer of what is around them sees. A page's own element
 * may get its root long after it came, of which nothing tells: while such a row is empty it is looked at again, ever
 * more rarely, and in the end no more.
 */
export function createDeepWatch(
  adapter: Adapter,
  observer: MutationObserver,
  again: (row: Element) => void,
): DeepWatch {
  const isDeep = JSON.stringify(adapter).includes('>>>');
  const tries = new WeakMap<Element, number>();
  let empty = new Set<Element>();
  let timer: ReturnType<typeof setTimeout> | undefined;

  function look(): void {
    timer = undefined;
    const rows = empty;
    empty = new Set();
    for (const row of rows) if (row.isConnected) again(row);
  }

  return {
    read(row, hasContent) {
      if (!isDeep && !row.shadowRoot) return;
      for (const root of rootsIn(row, MOST_ELEMENTS)) observer.observe(root, EVERYTHING);
      const tried = tries.get(row) ?? 0;
      if (hasContent || tried >= TRIES) return;
      tries.set(row, tried + 1);
      empty.add(row);
      timer ??= setTimeout(look, FIRST_TRY * 2 ** tried);
    },
    stop() {
      clearTimeout(timer);
      empty = new Set();
    },
  };
}
