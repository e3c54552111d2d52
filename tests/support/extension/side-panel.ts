import type { Browser, CDPSession, Page } from '@playwright/test';

const PANEL_LIMIT_MS = 15_000;

interface Where {
  /** The page whose tab the icon is clicked on. */
  page: Page;
  /** A session of the whole browser. */
  cdp: CDPSession;
  /** Connects to the browser once more. */
  connect(): Promise<Browser>;
  extensionId: string;
}

/**
 * Clicks the extension's toolbar icon on a tab and waits for the panel that opens beside it. A side panel is
 * no tab: only a connection made after it opened lists it among its pages.
 */
export async function openSidePanel({ page, cdp, connect, extensionId }: Where): Promise<Page> {
  await page.bringToFront();
  const { tab, windowId } = await tabOf(page, cdp);
  const address = `chrome-extension://${extensionId}/sidepanel.html`;
  // The command is newer than Playwright's list of commands.
  const send = cdp.send.bind(cdp) as (method: string, params: object) => Promise<unknown>;
  await send('Extensions.triggerAction', { id: extensionId, targetId: tab });

  const limit = Date.now() + PANEL_LIMIT_MS;
  while (Date.now() < limit) {
    // Without a filter of its own, the list leaves panels out.
    const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{ type: 'page' }] });
    if (targetInfos.some(({ url }) => url === address)) {
      const connection = await connect();
      const panel = await visiblePage(connection, address, windowId);
      if (panel) return panel;
      await connection.close();
    }
    await new Promise((resolve) => setTimeout(resolve, 25));
  }
  throw new Error('The toolbar icon opened no side panel.');
}

/** The panel of another tab stays alive behind the one that is seen; another window has one of its own. */
async function visiblePage(browser: Browser, address: string, windowId: number): Promise<Page | undefined> {
  const pages = browser.contexts().flatMap((context) => context.pages());
  for (const page of pages.filter((candidate) => candidate.url() === address)) {
    await page.waitForLoadState();
    const isSeenIn = await page.evaluate(async () =>
      document.visibilityState === 'visible' ? (await chrome.windows.getCurrent()).id : undefined,
    );
    if (isSeenIn === windowId) return page;
  }
  return undefined;
}

/** The action belongs to a tab, which is another target than the page in it. */
async function tabOf(page: Page, cdp: CDPSession): Promise<{ tab: string; windowId: number }> {
  const session = await page.context().newCDPSession(page);
  const { targetInfo } = await session.send('Target.getTargetInfo');
  await session.detach();
  const { targetInfos } = await cdp.send('Target.getTargets', { filter: [{ type: 'tab' }] });
  // A tab has the address of its page, and nothing else ties the two together.
  const [tab, twin] = targetInfos.filter(({ url }) => url === targetInfo.url);
  if (!tab) throw new Error(`No tab shows ${targetInfo.url}.`);
  if (twin) throw new Error(`Two tabs show ${targetInfo.url}: give one another address.`);
  const { windowId } = await cdp.send('Browser.getWindowForTarget', { targetId: targetInfo.targetId });
  return { tab: tab.targetId, windowId };
}
