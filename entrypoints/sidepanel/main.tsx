import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import { askRewording } from '@/components/draft/reword-client';
import { browserActions } from '@/components/live/browser-actions';
import { Panel } from '@/components/live/panel';
import { PanelProvider, type PanelActions } from '@/components/live/panel-context';
import { openPanelLink } from '@/components/live/panel-link';
import { createPanelStore } from '@/components/live/panel-store';
import { followSuggestions } from '@/components/live/suggest-wiring';
import { BUILTIN_PORT } from '@/utils/messaging/builtin-link';
import { PANEL_PORT } from '@/utils/messaging/intents';
import { REWORD_PORT } from '@/utils/messaging/reword-stream';
import { SUGGEST_PORT } from '@/utils/messaging/suggest-stream';
import { lendBuiltin } from './lend-builtin';

async function start(root: HTMLElement): Promise<void> {
  const windowId = (await browser.windows.getCurrent()).id ?? browser.windows.WINDOW_ID_CURRENT;
  const store = createPanelStore();

  browser.tabs.onActivated.addListener((activated) => {
    if (activated.windowId === windowId) store.getState().tabInFront(activated.tabId);
  });

  const link = openPanelLink(
    {
      connect: () => browser.runtime.connect({ name: PANEL_PORT }),
      alive,
      later: (run, ms) => {
        const timer = setTimeout(run, ms);
        return () => {
          clearTimeout(timer);
        };
      },
      now: () => performance.now(),
    },
    windowId,
    store,
  );
  const suggestions = followSuggestions(
    {
      connect: () => browser.runtime.connect({ name: SUGGEST_PORT }),
      frame: (run) => {
        const frame = requestAnimationFrame(run);
        return () => {
          cancelAnimationFrame(frame);
        };
      },
      newId: () => crypto.randomUUID(),
    },
    store,
  );

  void lendBuiltin(() => browser.runtime.connect({ name: BUILTIN_PORT }));

  const actions: PanelActions = {
    ...browserActions(browser, navigator.clipboard),
    send: link.send,
    openPractice() {
      void browser.tabs.create({ url: browser.runtime.getURL('/practice.html') });
    },
    retrySuggestions: suggestions.retry,
    reword: (target, show) =>
      askRewording(
        {
          connect: () => browser.runtime.connect({ name: REWORD_PORT }),
          newId: () => crypto.randomUUID(),
        },
        target,
        show,
      ),
  };
  createRoot(root).render(
    <StrictMode>
      <PanelProvider store={store} actions={actions}>
        <Panel />
      </PanelProvider>
    </StrictMode>,
  );
}

/** After an update the old page keeps running without an extension behind it. */
function alive(): boolean {
  try {
    return Boolean(browser.runtime.id);
  } catch {
    return false;
  }
}

const root = document.getElementById('root');
if (root !== null) void start(root);
