import { createContext, useContext, type ReactNode } from 'react';
import { useStore } from 'zustand';
import type { Intent } from '@/utils/messaging/intents';
import type { AfterChat } from '@/utils/messaging/after-chat';
import type { OutgoingReword, OutgoingText } from '@/utils/messaging/outgoing';
import type { Rewording, RewordTarget } from '../draft/reword-client';
import type { PanelState, PanelStore } from './panel-store';

/** What the panel may do beyond drawing. There is no way in here to change a page. */
export interface PanelActions {
  send(intent: Intent): void;
  /**
   * Asks the browser for leave to read one site. Call it first thing in a click: after anything awaited the
   * browser no longer sees the click. Resolves to whether the person said yes.
   */
  requestSite(origin: string): Promise<boolean>;
  copy(text: string): Promise<void>;
  openSettings(): void;
  /** Opens the practice page in a tab of its own. */
  openPractice(): void;
  /** The conversation seen from its end; null when there is none. */
  lookBack(tabId: number): Promise<AfterChat | null>;
  /** The text that a call to the language model would send now, for hints or for another way to say a draft; null when there is none. */
  readOutgoing(tabId: number, reword?: OutgoingReword): Promise<OutgoingText | null>;
  /** Asks the endpoint again after a failure. */
  retrySuggestions(): void;
  /** Asks for another way to say a draft, and shows it as it is known. Returns how to stop. */
  reword(target: RewordTarget, show: (rewording: Rewording) => void): () => void;
}

interface PanelWorld {
  store: PanelStore;
  actions: PanelActions;
}

const Context = createContext<PanelWorld | null>(null);

export function PanelProvider({ store, actions, children }: PanelWorld & { children: ReactNode }) {
  return <Context value={{ store, actions }}>{children}</Context>;
}

function useWorld(): PanelWorld {
  const world = useContext(Context);
  if (world === null) throw new Error('No PanelProvider around this component');
  return world;
}

/** A part of the panel's state. */
export function usePanel<T>(select: (state: PanelState) => T): T {
  return useStore(useWorld().store, select);
}

export function usePanelActions(): PanelActions {
  return useWorld().actions;
}
