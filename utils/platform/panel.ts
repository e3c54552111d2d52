import { browser } from 'wxt/browser';

/** Firefox's sidebar, which Chrome's types do not know; in Firefox `sidePanel` is missing instead. */
interface PanelApis {
  sidePanel?: Pick<typeof browser.sidePanel, 'open' | 'setPanelBehavior'>;
  sidebarAction?: { open(): Promise<void>; isOpen(where: { windowId: number }): Promise<boolean> };
}

function apis(): PanelApis {
  return browser as unknown as PanelApis;
}

/**
 * Opens the panel beside a tab. Call it first thing in a click's listener: the browser accepts it only while
 * the click is being handled.
 */
export async function openPanel(tabId: number): Promise<void> {
  const { sidePanel, sidebarAction } = apis();
  await (sidePanel ? sidePanel.open({ tabId }) : sidebarAction?.open());
}

/** Whether a panel is open in a window. */
export async function isPanelOpen(windowId: number): Promise<boolean> {
  const { sidebarAction } = apis();
  if (sidebarAction) return sidebarAction.isOpen({ windowId });
  const contexts = await browser.runtime.getContexts({ contextTypes: ['SIDE_PANEL'], windowIds: [windowId] });
  return contexts.length > 0;
}

/**
 * Leaves opening the panel to our own click listener. If the browser opened it by itself, the click would
 * not grant us the tab (`activeTab`), and the panel could not say which site it stands beside.
 */
export async function keepActionClick(): Promise<void> {
  await apis().sidePanel?.setPanelBehavior({ openPanelOnActionClick: false });
}
