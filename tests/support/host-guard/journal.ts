import { readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';

/** What happened to a page, and what it is like now. */
export interface Journal {
  lines: readonly string[];
  html: string;
  [look: string]: unknown;
}

const IN_PAGE = readFileSync(new URL('./in-page.js', import.meta.url), 'utf8');

/** Has the page keep a journal from its next navigation on. */
export async function keepJournal(page: Page): Promise<void> {
  await page.addInitScript(IN_PAGE);
}

export async function readJournal(page: Page): Promise<Journal> {
  return page.evaluate(() => {
    const { hostJournal } = globalThis as unknown as { hostJournal: { read(): Journal } };
    return hostJournal.read();
  });
}
