import { expect, test as base, type Page } from '@playwright/test';
import { launchExtension, type ExtensionBrowser } from '../extension/launch';
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
    await chat.goto(url);
    await use(chat);
  },
  panel: async ({ sidelight, chat }, use) => {
    const panel = await sidelight.openPanel(chat);
    await panel.getByRole('button', { name: /^Read this conversation on/ }).click();
    await expect(panel.getByRole('banner')).toContainText('Reading');
    await use(panel);
  },
});

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
