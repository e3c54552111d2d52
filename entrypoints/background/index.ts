import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { BUILTIN_PORT } from '@/utils/messaging/builtin-link';
import { PANEL_PORT } from '@/utils/messaging/intents';
import { afterChatRequestSchema } from '@/utils/messaging/after-chat';
import { outgoingRequestSchema } from '@/utils/messaging/outgoing';
import { optionsRequestSchema } from '@/utils/messaging/options-protocol';
import { practiceRequestSchema } from '@/utils/messaging/practice-protocol';
import { FRAME_PORT } from '@/utils/messaging/reader-answers';
import { readerMessageSchema } from '@/utils/messaging/reader-protocol';
import { watchExperimental } from '@/utils/storage/experimental-sites';
import { recallOwnName } from '@/utils/storage/own-names';
import { watchRecipes } from '@/utils/storage/recipes';
import { REWORD_PORT } from '@/utils/messaging/reword-stream';
import { SUGGEST_PORT } from '@/utils/messaging/suggest-stream';
import { PICKER_PORT } from '@/utils/messaging/teaching';
import { closeStorageToPages } from '@/utils/platform/close-storage';
import { keepActionClick, openPanel } from '@/utils/platform/panel';

import { BuiltinHosts } from './builtin-hosts';
import { noteBuiltin, watchEngine } from './llm-choice';
import { loadEngine } from './load-engine';
import { serveOptions } from './options-desk';
import { Panels } from './panels';
import { serveAfterChat } from './after-chat';
import { tabOf } from './pasted';
import { servePractice } from './practice-desk';
import { serveRewording } from './reword-port';
import { isOwnPage, isPracticePage } from './sender';
import { restoreSites } from './sites';
import { serveOutgoing, serveSuggestions } from './suggest-port';
import { TabDesk } from './tab-desk';
import { TabSessions } from './tab-sessions';
import { watchChoices } from './choices';

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
        onChange: (sessionId) => panels.tabChanged(tabOf(sessionId)),
        recallName: recallOwnName,
      }),
  );
  const desk = new TabDesk(sessions, (tabId) => panels.tabChanged(tabId));
  const panels = new Panels(desk);
  const builtin = new BuiltinHosts(() => {
    noteBuiltin(builtin.state);
    panels.frontChanged();
  });

  browser.action.onClicked.addListener((tab) => {
    if (tab.id === undefined) return;
    // Nothing may come before this: the browser opens the panel only while the click is handled.
    void openPanel(tab.id);
    panels.frontChanged();
  });
  browser.runtime.onConnect.addListener((port) => {
    if (port.name === PICKER_PORT) void desk.teaching.add(port);
    if (port.name === FRAME_PORT) desk.readers.addFrame(port);
    if (!isOwnPage(port.sender)) return;
    if (port.name === PANEL_PORT) panels.add(port);
    if (port.name === SUGGEST_PORT) {
      serveSuggestions(port, (tabId) => desk.sessionOf(tabId), builtin);
    }
    if (port.name === REWORD_PORT) serveRewording(port, (tabId) => desk.sessionOf(tabId), builtin);
    if (port.name === BUILTIN_PORT) builtin.add(port);
  });
  browser.runtime.onMessage.addListener((message: unknown, sender, sendResponse) => {
    const fromReader = readerMessageSchema.safeParse(message);
    if (fromReader.success) {
      void desk.onReader(fromReader.data, sender).then(sendResponse);
      return true;
    }
    const outgoing = outgoingRequestSchema.safeParse(message);
    if (outgoing.success && isOwnPage(sender)) {
      void serveOutgoing(outgoing.data, (tabId) => desk.sessionOf(tabId)).then(sendResponse);
      return true;
    }
    const afterChat = afterChatRequestSchema.safeParse(message);
    if (afterChat.success && isOwnPage(sender)) {
      void serveAfterChat(afterChat.data, (tabId) => desk.sessionOf(tabId)).then(sendResponse);
      return true;
    }
    const fromPractice = practiceRequestSchema.safeParse(message);
    const tabId = sender.tab?.id;
    if (fromPractice.success && isPracticePage(sender.url) && tabId !== undefined) {
      void desk
        .sessionOf(tabId)
        .then((session) => servePractice(fromPractice.data, session))
        .then(sendResponse);
      return true;
    }
    const fromOptions = optionsRequestSchema.safeParse(message);
    if (!fromOptions.success || !isOwnPage(sender)) return false;
    void serveOptions(fromOptions.data, sessions).then(sendResponse);
    return true;
  });
  browser.tabs.onActivated.addListener(() => panels.frontChanged());
  browser.windows.onFocusChanged.addListener(() => panels.frontChanged());
  browser.tabs.onUpdated.addListener((tabId, { status, url }) => {
    if (status !== undefined || url !== undefined) panels.tabChanged(tabId);
  });
  browser.tabs.onRemoved.addListener((tabId) => void desk.forget(tabId));
  browser.permissions.onRemoved.addListener(({ origins = [] }) => {
    void desk.readers.stopSites(origins).then(() => panels.frontChanged());
  });
  browser.permissions.onAdded.addListener(() => panels.frontChanged());
  browser.runtime.onInstalled.addListener(() => {
    void keepActionClick();
    void restoreSites();
  });
  watchEngine(() => panels.frontChanged());
  watchChoices(() => panels.frontChanged());
  watchExperimental(() => void desk.readers.renew());
  watchRecipes(() => void desk.readers.renew());
  void closeStorageToPages();
});
