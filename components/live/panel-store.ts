import { createStore, type StoreApi } from 'zustand/vanilla';
import type { View } from '@/utils/messaging/view';
import { hasDraft, momentOf } from './hint-visibility';
import type { Suggestions } from './suggest-client';

/**
 * How the panel stands with the worker: `lost` is shown only when the first quiet try to reconnect failed;
 * `orphaned` means that the extension was updated under this open panel.
 */
export type Link = 'connecting' | 'open' | 'lost' | 'orphaned';

export interface PanelState {
  link: Link;
  /** The last view of the worker, or null while there is none for the tab in front. */
  view: View | null;
  /** The worker was restarted while in use and has caught up: worth one quiet note. */
  resumed: boolean;
  /** What the endpoint suggests; drawn only when it answers the hints of the present view. */
  suggestions: Suggestions | null;
  /** The message that the person is looking at, and its conversation. */
  chosen: { of: string; id: string } | null;
  /** The moment whose suggestions the supporter opened or drafted for (see `momentOf`). */
  revealed: string | null;
  /** A suggestion that the supporter is making their own, and the conversation that it is for. */
  adapting: { of: string; text: string } | null;
  /** Suggestions copied as they stood, by conversation; -Infinity once the nudge was closed. */
  copies: Readonly<Record<string, number>>;
  /** The tab beside which the person is pasting a conversation. */
  pasting: number | null;
  /** The last sentence for screen readers, and the conversation that it is about. */
  said: { of: string; text: string };

  receive(view: View): void;
  /** Another tab came to the front: what was on show belongs to the one before. */
  tabInFront(tabId: number): void;
  linked(link: Link): void;
  resumedNote(show: boolean): void;
  suggest(suggestions: Suggestions | null): void;
  choose(chosen: { of: string; id: string } | null): void;
  reveal(view: View): void;
  adapt(adapting: { of: string; text: string } | null): void;
  copied(of: string): void;
  closeNudge(of: string): void;
  paste(tabId: number | null): void;
  say(text: string): void;
}

export type PanelStore = StoreApi<PanelState>;

/** Names the conversation of a view across tabs, for choices that hold for one conversation. */
export function conversationId(view: View): string {
  return `${String(view.tabId)} ${view.conversation?.key ?? ''}`;
}

/** The panel's state: a projection of the worker's view, and nothing that the worker should own. */
export function createPanelStore(): PanelStore {
  return createStore<PanelState>()((set) => ({
    link: 'connecting',
    view: null,
    resumed: false,
    suggestions: null,
    chosen: null,
    revealed: null,
    adapting: null,
    copies: {},
    pasting: null,
    said: { of: '', text: '' },

    receive: (view) => {
      set({ view, link: 'open', ...(hasDraft(view) && { revealed: momentOf(view) }) });
    },
    tabInFront: (tabId) => {
      set((state) => (state.view === null || state.view.tabId === tabId ? state : { view: null }));
    },
    linked: (link) => {
      set(link === 'orphaned' ? { link, view: null, suggestions: null } : { link });
    },
    resumedNote: (resumed) => {
      set({ resumed });
    },
    suggest: (suggestions) => {
      set({ suggestions });
    },
    choose: (chosen) => {
      set({ chosen });
    },
    reveal: (view) => {
      set({ revealed: momentOf(view) });
    },
    adapt: (adapting) => {
      set({ adapting });
    },
    copied: (of) => {
      set(({ copies }) => ({ copies: { ...copies, [of]: (copies[of] ?? 0) + 1 } }));
    },
    closeNudge: (of) => {
      set(({ copies }) => ({ copies: { ...copies, [of]: Number.NEGATIVE_INFINITY } }));
    },
    paste: (pasting) => {
      set({ pasting });
    },
    say: (text) => {
      set(({ view }) => (view === null ? {} : { said: { of: conversationId(view), text } }));
    },
  }));
}
