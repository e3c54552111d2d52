import { expect, type Page } from '@playwright/test';
import { launchExtension } from '@/tests/support/extension/launch';
import { servePages } from '@/tests/support/pages/serve-pages';
import type { BenchRow } from './row';

const MESSAGES = 40;
/** Between two messages, in milliseconds: nobody writes faster, and the reader slows down on pages that never rest. */
const PAUSE = 1_600;
/** What a person takes as instant, in milliseconds. */
const AIM = 100;

/**
 * Time from a message in the page to its reading in the panel, in the real browser: both sides note the
 * moment by the same clock when their own document has changed.
 */
export async function bench(): Promise<BenchRow[]> {
  const pages = await servePages();
  const sidelight = await launchExtension();
  try {
    const url = pages.url('converse-like.html');
    await sidelight.grantHost(url);
    const chat = await sidelight.context.newPage();
    await chat.goto(url);
    const panel = await sidelight.openPanel(chat);
    await panel.getByRole('button', { name: /^Read this conversation on/ }).click();
    await expect(panel.getByRole('heading', { name: 'Sam' })).toBeVisible();
    const calm: number[] = [];
    const burst: number[] = [];
    let total = 0;
    for (let n = 0; n < MESSAGES; n++) {
      calm.push(await one(chat, panel, ++total));
      await answer(chat, panel, ++total);
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
    }
    for (let n = 0; n < MESSAGES; n++) burst.push(await one(chat, panel, ++total));
    const row = (name: string, ours: number): BenchRow => ({
      name: `message in the page to reading in the panel, ${name}`,
      unit: 'ms',
      ours,
      baselineName: 'felt as instant',
      baseline: AIM,
      ratio: ours / AIM,
    });
    return [
      row('median', quantile(calm, 0.5)),
      row('95th percentile', quantile(calm, 0.95)),
      row(`95th percentile of ${MESSAGES} without a pause`, quantile(burst, 0.95)),
    ];
  } finally {
    await sidelight.close();
    await pages.close();
  }
}

function quantile(times: readonly number[], share: number): number {
  const sorted = times.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** The supporter answers, as they do between a client's messages; not measured. */
async function answer(chat: Page, panel: Page, total: number): Promise<void> {
  await chat.evaluate(() => {
    const { chat: page } = globalThis as unknown as { chat: { say(text: string, options: object): void } };
    page.say('That sounds exhausting. What has it been like today?', { mine: true });
  });
  await expect(panel.getByText(`${total} messages`, { exact: true }).first()).toBeVisible();
}

async function one(chat: Page, panel: Page, n: number): Promise<number> {
  const words = n === 1 ? '1 message' : `${n} messages`;
  const seen = panel.evaluate(
    (expected) =>
      new Promise<number>((resolve) => {
        new MutationObserver((_, observer) => {
          if (![...document.querySelectorAll('.count')].some(({ textContent }) => textContent === expected))
            return;
          observer.disconnect();
          resolve(Date.now());
        }).observe(document.body, { subtree: true, childList: true, characterData: true });
      }),
    words,
  );
  const said = await chat.evaluate((number) => {
    const at = Date.now();
    const { chat: page } = globalThis as unknown as { chat: { say(text: string): void } };
    page.say(`This is message ${number} and I feel worn out and alone with all of it`);
    return at;
  }, n);
  return (await seen) - said;
}
