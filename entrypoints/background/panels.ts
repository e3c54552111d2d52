import { browser, type Browser } from 'wxt/browser';
import { intentSchema, type Intent, type PanelMessage } from '@/utils/messaging/intents';
import type { View } from '@/utils/messaging/view';

/** Milliseconds between two views of one panel: one frame. */
const FRAME = 16;

export interface PanelWorld {
  viewOf(tabId: number): Promise<View>;
  onIntent(intent: Intent): Promise<void>;
}

interface Panel {
  port: Browser.runtime.Port;
  windowId: number;
  tabId: number | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** Something changed since the last view. */
  isBehind: boolean;
}

/** The open panels. Each follows the tab in front of its own window, and only that one. */
export class Panels {
  private panels = new Set<Panel>();

  constructor(private world: PanelWorld) {}

  /** Listens at once: a message that arrives before a listener is there would be lost. */
  add(port: Browser.runtime.Port): void {
    const panel: Panel = { port, windowId: -1, tabId: undefined, timer: undefined, isBehind: false };
    this.panels.add(panel);
    port.onDisconnect.addListener(() => {
      clearTimeout(panel.timer);
      this.panels.delete(panel);
    });
    port.onMessage.addListener((message: unknown) => {
      const parsed = intentSchema.safeParse(message);
      if (!parsed.success) return;
      if (parsed.data.kind === 'follow') {
        panel.windowId = parsed.data.windowId;
        void this.follow(panel);
      } else void this.world.onIntent(parsed.data);
    });
  }

  /** Another tab may be in front somewhere. */
  frontChanged(): void {
    for (const panel of this.panels) void this.follow(panel);
  }

  /** Shows a change at once, and those that follow it within a frame together at its end. */
  tabChanged(tabId: number): void {
    for (const panel of this.panels) {
      if (panel.tabId !== tabId) continue;
      if (panel.timer !== undefined) {
        panel.isBehind = true;
        continue;
      }
      panel.timer = setTimeout(() => {
        panel.timer = undefined;
        if (!panel.isBehind) return;
        panel.isBehind = false;
        this.tabChanged(tabId);
      }, FRAME);
      void this.show(panel, tabId);
    }
  }

  private async follow(panel: Panel): Promise<void> {
    const [tab] = await browser.tabs.query({ active: true, windowId: panel.windowId });
    if (tab?.id === undefined) return;
    panel.tabId = tab.id;
    await this.show(panel, tab.id);
  }

  private async show(panel: Panel, tabId: number): Promise<void> {
    const view = await this.world.viewOf(tabId);
    // The person may have changed tabs while the view was made.
    if (panel.tabId !== tabId || !this.panels.has(panel)) return;
    panel.port.postMessage({ kind: 'view', view } satisfies PanelMessage);
  }
}
