import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Page } from '@playwright/test';
import { launchExtension } from '@/tests/support/extension/launch';
import { readerMessageSchema } from '@/utils/messaging/reader-protocol';
import { teachByClicks, type TwoRows } from './teach-by-clicks';
import { createTranscript, type Line } from './transcript-lines';

export interface ReadOptions {
  url: string;
  /** Folder of the built extension. */
  extension: string;
  isShown: boolean;
  /** A module whose default export brings the page to its conversation. */
  setup?: string;
  teach?: TwoRows;
  /** Without it, until the browser is closed or the process is interrupted. */
  seconds?: number;
  print(line: Line): void;
}

/** Opens a page beside the extension, as a person would, and prints what the reader tells the worker. */
export async function readPageAt(options: ReadOptions): Promise<void> {
  const { url, extension, isShown, setup, teach, seconds, print } = options;
  const sidelight = await launchExtension({ extension, headless: !isShown, network: 'open' });
  const closed = sidelight.context.waitForEvent('close', { timeout: 0 }).then(() => undefined);
  try {
    const { origin } = new URL(url);
    await sidelight.grantHost(origin);
    const page = await sidelight.context.newPage();
    await page.goto(url);
    if (setup !== undefined) await runSetup(setup, page);
    if (new URL(page.url()).origin !== origin) await sidelight.grantHost(new URL(page.url()).origin);
    const panel = await sidelight.openPanel(page);
    await listen(panel, print);
    await panel.getByRole('button', { name: /^Read this conversation on/ }).click();
    if (teach) {
      // The menu is there once the panel knows whether there is a conversation.
      await expect(panel.getByRole('banner')).not.toContainText('Starting');
      await teachByClicks(page, panel, teach);
    }
    await Promise.race([closed, stopSignal(), ...(seconds === undefined ? [] : [after(seconds)])]);
  } finally {
    await sidelight.close();
  }
}

async function runSetup(file: string, page: Page): Promise<void> {
  const loaded: unknown = await import(pathToFileURL(resolve(file)).href);
  const job = (loaded as { default?: unknown }).default;
  if (typeof job !== 'function') throw new Error(`${file} has no default export that is a function.`);
  await (job as (page: Page) => Promise<void>)(page);
}

/** The panel hears the reader's messages as the worker does. */
async function listen(panel: Page, print: (line: Line) => void): Promise<void> {
  const lines = createTranscript();
  await panel.exposeFunction('heardReader', (message: unknown) => {
    const parsed = readerMessageSchema.safeParse(message);
    if (parsed.success) for (const line of lines(parsed.data)) print(line);
  });
  await panel.evaluate(() => {
    const { chrome, heardReader } = globalThis as unknown as {
      chrome: { runtime: { onMessage: { addListener(listener: (message: unknown) => void): void } } };
      heardReader(message: unknown): void;
    };
    chrome.runtime.onMessage.addListener((message) => {
      heardReader(message);
    });
  });
}

function stopSignal(): Promise<void> {
  return new Promise((done) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => done());
  });
}

function after(seconds: number): Promise<void> {
  return new Promise((done) => setTimeout(done, seconds * 1_000));
}
