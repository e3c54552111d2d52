import type { Locator, Page } from '@playwright/test';
import { guardPage, type HostGuard } from '../host-guard/guard-page';
import { expect, expectUntouched, test as base } from '../pages/side-by-side';
import { startXmpp, type PageOptions, type Xmpp } from './start-xmpp';

/** The real client over a real server: Anna supports beside Sidelight, the others write to her. */
export interface RealChat {
  xmpp: Xmpp;
  /** How Anna's page is opened. */
  annasPage: PageOptions;
  /** Opens Anna's page, under the host guard, for tests in which she comes late. */
  annaArrives(): Promise<Page>;
  /** Anna's page, open from the start. */
  anna: Page;
  /** Logs another person in, in a browser profile of their own, with the chat to Anna open. */
  arrive(user: string): Promise<Page>;
  /** Bo's page, open from the start. */
  bo: Page;
}

export const test = base.extend<RealChat>({
  annasPage: [{ with: ['bo'] }, { option: true }],
  xmpp: async ({}, use) => {
    const xmpp = await startXmpp();
    await use(xmpp);
    await xmpp.close();
  },
  arrive: async ({ xmpp, sidelight }, use) => {
    const browser = sidelight.context.browser();
    const pages: Page[] = [];
    await use(async (user) => {
      const context = await browser?.newContext();
      if (!context) throw new Error('The browser is gone.');
      const page = await context.newPage();
      pages.push(page);
      return logIn(page, xmpp.url(user, { with: ['anna'] }));
    });
    for (const page of pages) await page.context().close();
  },
  bo: async ({ arrive }, use) => use(await arrive('bo')),
  annaArrives: async ({ xmpp, sidelight, annasPage }, use) => {
    await sidelight.grantHost(xmpp.origin);
    const guards: HostGuard[] = [];
    await use(async () => {
      const page = await sidelight.context.newPage();
      guards.push(await guardPage(page, sidelight.extensionId));
      return logIn(page, xmpp.url('anna', annasPage));
    });
    for (const guard of guards) await expectUntouched(guard);
  },
  anna: async ({ annaArrives }, use) => use(await annaArrives()),
  chat: ({ anna }, use) => use(anna),
});

async function logIn(page: Page, url: string): Promise<Page> {
  await page.goto(url);
  await expect(page.locator('textarea.chat-textarea').first()).toBeVisible();
  return page;
}

/** The open chat with somebody on a page. */
export function box(page: Page, jid: string): Locator {
  return page.locator(`converse-chat[jid="${jid}"]`);
}

/** Types a message into the first open chat and sends it. */
export async function write(page: Page, text: string): Promise<void> {
  const composer = page.locator('textarea.chat-textarea').first();
  await composer.fill(text);
  await composer.press('Enter');
  await expect(message(page, text)).toBeVisible();
}

/** A message on a page by its words. Its visible text can be cut short by the client, its attribute never. */
export function message(page: Page, text: string): Locator {
  return page.locator('.chat-msg', { has: page.locator(`[text=${JSON.stringify(text)}]`) }).last();
}

/** Takes an entry of a message's menu, which the client draws when the mouse is over it. */
export async function act(page: Page, text: string, entry: 'Edit' | 'Reply' | 'Retract'): Promise<void> {
  const row = message(page, text);
  await row.hover();
  await row.locator('converse-message-actions button').first().click();
  await row.getByText(entry, { exact: true }).click();
}

/** Opens message `n` of the panel's table and returns what the panel says about it. */
export async function messageInPanel(panel: Page, n: number): Promise<Locator> {
  const asTable = panel.getByRole('button', { name: 'As a table' });
  const show = panel.getByRole('button', { name: `Show message ${String(n)}`, exact: true });
  // The count of messages stands in the panel before what was read in them does.
  await asTable.or(show).first().waitFor();
  if (await asTable.isVisible()) await asTable.click();
  if ((await show.getAttribute('aria-pressed')) !== 'true') await show.click();
  return panel.getByRole('region', { name: `Message ${String(n)}`, exact: true });
}

export { expect };
