import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { PANEL_PORT } from '@/utils/messaging/intents';
import { readerMessageSchema, type ReaderReply } from '@/utils/messaging/reader-protocol';
import { closeStorageToPages } from '@/utils/platform/close-storage';
import { keepActionClick, openPanel } from '@/utils/platform/panel';
import { loadEngine } from './load-engine';
import { Panels } from './panels';
import { isOwnPage } from './sender';
import { restoreSites } from './sites';
import { TabDesk } from './tab-desk';
import { TabSessions } from './tab-sessions';

/**
 * The worker. The browser stops it whenever it is idle and starts it for the next event, so every listener
 * is added here, in the first turn, and whatever takes time is awaited behind them.
 */
export default defineBackground(() => {
  const sessions = loadEngine().then(
    (engine) =>
      new TabSessions({
        area: browser.storage.session,
        engine,
        onChange: (tabId) => panels.tabChanged(tabId),
      }),
  );
  const desk = new TabDesk(sessions);
  const panels = new Panels(desk);

  browser.action.onClicked.addListener((tab) => {
    if (tab.id === undefined) return;
    // Nothing may come before this: the browser opens the panel only while the click is handled.
    void openPanel(tab.id);
    panels.frontChanged();
  });
  browser.runtime.onConnect.addListener((port) => {
    if (!isOwnPage(port.sender)) return;
    if (port.name === PANEL_PORT) panels.add(port);
  });
  browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
    const parsed = readerMessageSchema.safeParse(message);
    if (!parsed.success) return false;
    void desk.onReader(parsed.data, sender).then((reply) => {
      sendResponse({ reply } satisfies ReaderReply);
    });
    return true;
  });
  browser.tabs.onActivated.addListener(() => panels.frontChanged());
  browser.windows.onFocusChanged.addListener(() => panels.frontChanged());
  browser.tabs.onUpdated.addListener((tabId, { status, url }) => {
    if (status !== undefined || url !== undefined) panels.tabChanged(tabId);
  });
  browser.tabs.onRemoved.addListener((tabId) => void desk.forget(tabId));
  browser.permissions.onRemoved.addListener(({ origins = [] }) => {
    void desk.stopSites(origins).then(() => panels.frontChanged());
  });
  browser.permissions.onAdded.addListener(() => panels.frontChanged());
  browser.runtime.onInstalled.addListener(() => {
    void keepActionClick();
    void restoreSites();
  });
  void closeStorageToPages();
});
