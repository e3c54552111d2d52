import type { ReaderMessage } from '@/utils/messaging/reader-protocol';

/** How sure a frame's reader is that it has a conversation: an adapter, a guess, rows that it can't read. */
const RANK = { adapter: 3, guess: 2, unreadable: 1 };

interface Frames {
  /** The frame whose conversation the panel shows. */
  holder: { frameId: number; rank: number } | null;
  /** Frames with a conversation of their own, which wait until that one is gone. */
  waiting: Set<number>;
  /** The origin of every frame in which a reader said hello. */
  known: Map<number, string>;
}

/** What to do with a message: take it, have its reader wait, or leave it at that. */
export type Heard = 'take' | 'wait' | 'ignore';

/**
 * Which frame of a tab is read. A page may hold several, each with a reader of its own; the panel shows one
 * conversation. The surest has it, among equals the first; the others wait until it has none any more.
 */
export class TabFrames {
  private tabs = new Map<number, Frames>();

  /** `wake` when a frame that waited may speak. */
  constructor(private wake: (tabId: number, frameId: number) => void) {}

  hear(tabId: number, frameId: number, origin: string, message: ReaderMessage): Heard {
    const tab = this.of(tabId);
    const isHolder = tab.holder?.frameId === frameId;
    switch (message.kind) {
      case 'hello':
        tab.known.set(frameId, origin);
        tab.waiting.delete(frameId);
        if (isHolder) tab.holder = null;
        return 'take';
      case 'guess':
        return 'take';
      case 'draft':
        return isHolder ? 'take' : 'ignore';
      case 'delta':
        return this.claim(tab, frameId, message.isGuess === true ? RANK.guess : RANK.adapter);
      case 'status':
        if (message.status === 'unreadable') return this.claim(tab, frameId, RANK.unreadable);
        if (isHolder) this.release(tabId, tab);
        // What is not in a frame says nothing of the page around it.
        return tab.holder === null && (isHolder || frameId === 0) ? 'take' : 'ignore';
    }
  }

  /** The frame in front of the person, as far as one is known; 0 is the page itself. */
  holderOf(tabId: number): number {
    return this.tabs.get(tabId)?.holder?.frameId ?? 0;
  }

  /** Frames of an origin inside of a page. */
  inside(tabId: number, origin: string): number[] {
    const known = this.tabs.get(tabId)?.known ?? new Map<number, string>();
    return [...known].flatMap(([frameId, own]) => (frameId !== 0 && own === origin ? frameId : []));
  }

  /** A frame is gone, or may not be read any more; says whether it was the one that is shown. */
  lose(tabId: number, frameId: number): boolean {
    const tab = this.tabs.get(tabId);
    if (!tab) return false;
    tab.known.delete(frameId);
    tab.waiting.delete(frameId);
    if (tab.holder?.frameId !== frameId) return false;
    this.release(tabId, tab);
    return true;
  }

  /** Tabs and frames in which an origin is read inside of another page. */
  framesOf(isOne: (origin: string) => boolean): [tabId: number, frameId: number][] {
    return [...this.tabs].flatMap(([tabId, { known }]) =>
      [...known].flatMap(([frameId, origin]): [number, number][] =>
        frameId !== 0 && isOne(origin) ? [[tabId, frameId]] : [],
      ),
    );
  }

  forget(tabId: number): void {
    this.tabs.delete(tabId);
  }

  private claim(tab: Frames, frameId: number, rank: number): Heard {
    const { holder } = tab;
    if (holder && holder.frameId !== frameId && rank <= holder.rank) {
      tab.waiting.add(frameId);
      return 'wait';
    }
    if (holder && holder.frameId !== frameId) tab.waiting.add(holder.frameId);
    tab.waiting.delete(frameId);
    tab.holder = { frameId, rank };
    return 'take';
  }

  private release(tabId: number, tab: Frames): void {
    tab.holder = null;
    for (const frameId of tab.waiting) this.wake(tabId, frameId);
    tab.waiting.clear();
  }

  private of(tabId: number): Frames {
    const tab = this.tabs.get(tabId) ?? { holder: null, waiting: new Set(), known: new Map() };
    this.tabs.set(tabId, tab);
    return tab;
  }
}
