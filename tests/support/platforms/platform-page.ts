import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, expect, test as base, type Page } from '@playwright/test';
import { bundle } from '@/scripts/bench/bundle';
import { ensureChromium } from '@/scripts/setup/ensure.mjs';
import type { ReaderOnPage } from './reader-page';

const FOLDER = new URL('../../fixtures/platforms/', import.meta.url);
const file = (name: string) => fileURLToPath(new URL(name, FOLDER));

/** What a fixture's page must be read as, step by step. */
export interface Expected {
  site: string;
  address: string;
  /** Whether the page tells when a message was written. */
  times: boolean;
  /** Ids of experimental sites to turn on. */
  turnOn?: string[];
  /** In another language: sides that cannot be told, or nothing to be read at all. */
  arabic?: { unknown?: string[]; unreadable?: boolean };
  steps: Record<string, string[]>;
}

/** Names of all fixtures. */
export const FIXTURES = readdirSync(fileURLToPath(FOLDER))
  .filter((name) => name.endsWith('.html'))
  .map((name) => name.replace('.html', ''))
  .sort();

export function expectedOf(fixture: string): Expected {
  return JSON.parse(readFileSync(file(`${fixture}.json`), 'utf8')) as Expected;
}

interface Pages {
  /** Opens a fixture as if it were served by its site, with the core of the reader in it. */
  open(fixture: string, query?: string): Promise<Page>;
}

export const test = base.extend<Pages, { script: string }>({
  browser: [
    async ({}, use) => {
      const browser = await chromium.launch({
        executablePath: ensureChromium(),
        // Chromium's sandbox does not run as root, as in most containers.
        args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
      });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  script: [
    async ({}, use) => {
      await use(await bundle('tests/support/platforms/reader-page.ts'));
    },
    { scope: 'worker' },
  ],
  open: async ({ page, script }, use) => {
    let fixture = '';
    await page.route('**/*', (route) =>
      new URL(route.request().url()).pathname.endsWith('/stage.js')
        ? route.fulfill({ path: file('stage.js') })
        : route.fulfill({ path: file(`${fixture}.html`), contentType: 'text/html; charset=utf-8' }),
    );
    await use(async (name, query = '') => {
      fixture = name;
      await page.goto(`${expectedOf(name).address}${query}`);
      await page.evaluate(script);
      return page;
    });
  },
});

/** Calls the reader inside the page. */
export function inPage<T>(
  page: Page,
  ask: (reader: ReaderOnPage, turnedOn: string[]) => T,
  turnedOn: string[] = [],
): Promise<T> {
  return page.evaluate(`(${ask.toString()})(globalThis.reader, ${JSON.stringify(turnedOn)})`);
}

export { expect };
