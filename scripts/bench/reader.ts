import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { build } from 'vite';
import { ensureChromium } from '../setup/ensure.mjs';
import type { ReaderBench } from './reader-page';
import type { BenchRow } from './row';

const SIZES = [100, 1_000, 10_000];
const MESSAGES = 60;
const ROUNDS = 3;

type Watcher = Parameters<ReaderBench['watch']>[0];

/**
 * Time that each new message costs the host page, at growing lengths of the list: beside a bare observer that
 * only reads textContent, and beside a reader that goes through the whole list at each change.
 */
export async function bench(): Promise<BenchRow[]> {
  const browser = await chromium.launch({
    executablePath: ensureChromium(),
    args: ['--no-sandbox', '--disable-background-networking'],
  });
  const script = await bundle();
  const rows: BenchRow[] = [];
  for (const size of SIZES) {
    const cost = async (who: Watcher) => {
      const rounds: number[] = [];
      for (let i = 0; i < ROUNDS; i++) {
        const page = await browser.newPage();
        await page.addScriptTag({ content: script });
        rounds.push(await scriptTime(page, size, who));
        await page.close();
      }
      // What else the machine does only ever adds to it.
      return Math.min(...rounds);
    };
    const nobody = await cost('nobody');
    const perMessage = async (who: Watcher) => (((await cost(who)) - nobody) / MESSAGES) * 1_000;
    const ours = await perMessage('sidelight');
    const bare = await perMessage('bare');
    const rescan = await perMessage('rescan');
    const name = `reader, script time for each new message, ${size.toLocaleString('en')} in the list`;
    rows.push({ name, unit: 'ms', ours, baselineName: 'bare observer', baseline: bare, ratio: ours / bare });
    rows.push({
      name,
      unit: 'ms',
      ours,
      baselineName: 'whole list again',
      baseline: rescan,
      ratio: ours / rescan,
    });
  }
  rows.push(await longestTask(browser, script));
  await browser.close();
  return rows;
}

/** The longest stop of the page while a long history is read for the first time. */
async function longestTask(browser: Browser, script: string): Promise<BenchRow> {
  const page = await browser.newPage();
  await page.goto('about:blank');
  await page.addScriptTag({ content: script });
  await page.evaluate(() => {
    (globalThis as unknown as { bench: ReaderBench }).bench.fill(10_000);
  });
  await rest(page);
  await page.evaluate(() => {
    (globalThis as unknown as { bench: ReaderBench }).bench.watch('sidelight');
  });
  await rest(page);
  const ours = await page.evaluate(() =>
    (globalThis as unknown as { bench: ReaderBench }).bench.longestTask(),
  );
  await page.close();
  const name = 'reader, longest task while 10,000 messages are read at first (0: none of 50 ms or more)';
  return { name, unit: 'ms', ours, baselineName: 'what a person notices', baseline: 50, ratio: ours / 50 };
}

function rest(page: Page): Promise<void> {
  return page.evaluate(() => new Promise<void>((resolve) => setTimeout(resolve, 2_000)));
}

/** Seconds of script for MESSAGES messages, by the browser's own count. */
async function scriptTime(page: Page, size: number, who: Watcher): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  await page.evaluate(
    ([rows, watcher]) => {
      const { bench } = globalThis as unknown as { bench: ReaderBench };
      bench.fill(rows);
      bench.watch(watcher);
    },
    [size, who] as const,
  );
  await rest(page);
  const before = await metric(session);
  await page.evaluate(
    (messages) => (globalThis as unknown as { bench: ReaderBench }).bench.add(messages),
    MESSAGES,
  );
  return (await metric(session)) - before;
}

async function metric(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return metrics.find(({ name }) => name === 'ScriptDuration')?.value ?? 0;
}

async function bundle(): Promise<string> {
  const root = fileURLToPath(new URL('../../', import.meta.url));
  const result = await build({
    root,
    configFile: false,
    logLevel: 'error',
    resolve: { alias: { '@': root.replace(/\/$/, '') } },
    build: {
      write: false,
      lib: { entry: `${root}scripts/bench/reader-page.ts`, formats: ['iife'], name: 'page' },
    },
  });
  const [output] = Array.isArray(result) ? result : [result];
  if (!output || !('output' in output)) throw new Error('the page of the benchmark was not built');
  return output.output[0].code;
}
