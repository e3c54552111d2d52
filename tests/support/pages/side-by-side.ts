import { expect, test as base, type Page } from '@playwright/test';
import { launchExtension, type ExtensionBrowser } from '../extension/launch';
import { countActs, guardPage, type HostGuard } from '../host-guard/guard-page';
import { servePages, type PageServer } from './serve-pages';

/** What the fixture page offers to a test that drives it. */
export interface ChatOnPage {
  open(jid: string, title?: string): void;
  say(text: string, options?: { mine?: boolean; author?: string; followUp?: boolean; id?: string }): void;
  fill(count: number, text?: string): void;
}

interface SideBySide {
  pages: PageServer;
  sidelight: ExtensionBrowser;
  /** The fixture chat in a tab, on a site that may be asked for. */
  chat: Page;
  /** The real side panel beside it, after the person's consent. */
  panel: Page;
}

export const test = base.extend<SideBySide>({
  pages: async ({}, use) => {
    const pages = await servePages();
    await use(pages);
    await pages.close();
  },
  sidelight: async ({}, use) => {
    const sidelight = await launchExtension();
    await use(sidelight);
    await sidelight.close();
  },
  chat: async ({ pages, sidelight }, use) => {
    const url = pages.url('converse-like.html');
    await sidelight.grantHost(url);
    const chat = await sidelight.context.newPage();
    const guard = await guardPage(chat, sidelight.extensionId);
    await chat.goto(url);
    await use(chat);
    await expectUntouched(guard);
  },
  panel: async ({ sidelight, chat }, use) => {
    const panel = await sidelight.openPanel(chat);
    await panel.getByRole('button', { name: /^Read this conversation on/ }).click();
    await expect(panel.getByRole('banner')).toContainText('Reading');
    await use(panel);
  },
});

/** The law, checked after every test beside a chat: nothing in the page was our doing. */
export async function expectUntouched(guard: HostGuard): Promise<void> {
  const report = await guard.report();
  expect(report).toMatchObject({ mutations: [], events: [], focusChanges: [], requests: [] });
  expect(countActs(report)).toBe(0);
  expect(report.watched, 'scripts that ran under the guard').toBeGreaterThan(0);
}

/** Has somebody say something in the fixture chat. */
export async function say(
  chat: Page,
  text: string,
  options?: Parameters<ChatOnPage['say']>[1],
): Promise<void> {
  await chat.evaluate(
    ([words, how]) => (globalThis as unknown as { chat: ChatOnPage }).chat.say(words, how),
    [text, options] as const,
  );
}

export { expect };
