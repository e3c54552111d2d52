import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { z } from '@/utils/schema';
import { ensureChromium } from '../setup/ensure.mjs';
import { bundle } from './bundle';
import type { ReaderBench } from './reader-page';
import type { BenchRow } from './row';

const SIZES = [100, 1_000, 10_000];
const MESSAGES = 60;
const ROUNDS = 3;
/** Rounds of what takes a page of its own each time. */
const FRESH = 2;
/** Messages that pass through a list: after the first part the heap is looked at, and after all. */
const STREAM = [10_000, 40_000];

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
  const script = await bundle('scripts/bench/reader-page.ts');
  const rows: BenchRow[] = [];
  for (const size of SIZES) {
    const cost = async (who: Watcher) => {
      const rounds: number[] = [];
      const { page, session } = await watched(browser, script, size, who);
      for (let i = 0; i < ROUNDS; i++) rounds.push(await scriptTime(page, session));
      await page.close();
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
  for (const size of SIZES) rows.push(...(await loading(browser, script, size)));
  rows.push(...(await longestPieces(browser, script)));
  rows.push(await idle(browser, script));
  rows.push(...(await soak(browser, script)));
  rows.push(...(await lookAtUnknown(browser, script)));
  await browser.close();
  return rows;
}

/** Script time from the moment when so many messages come at once until all are read. */
async function loading(browser: Browser, script: string, size: number): Promise<BenchRow[]> {
  const cost = async (who: Watcher) => {
    const rounds: number[] = [];
    for (let i = 0; i < FRESH; i++) {
      const { page, session } = await watched(browser, script, 10, who);
      const before = await metric(session);
      await load(page, size);
      await settled(page);
      rounds.push((await metric(session)) - before);
      await page.close();
    }
    return Math.min(...rounds) * 1_000;
  };
  const nobody = await cost('nobody');
  const ours = (await cost('sidelight')) - nobody;
  const bare = (await cost('bare')) - nobody;
  const name = `reader, script time to read ${size.toLocaleString('en')} messages that come at once`;
  return [{ name, unit: 'ms', ours, baselineName: 'bare observer', baseline: bare, ratio: ours / bare }];
}

/** Script time in a quiet page of 10,000 messages, once all are read. */
async function idle(browser: Browser, script: string): Promise<BenchRow> {
  const cost = async (who: Watcher) => {
    const { page, session } = await watched(browser, script, 10_000, who);
    await rest(page);
    const before = await metric(session);
    await rest(page);
    const spent = (await metric(session)) - before;
    await page.close();
    return spent * 1_000;
  };
  const nobody = await cost('nobody');
  const ours = await cost('sidelight');
  const name = 'reader, script time in 2 s of a quiet page, 10,000 in the list';
  return { name, unit: 'ms', ours, baselineName: 'no reader', baseline: nobody, ratio: ours / nobody };
}

/** Memory while 50,000 messages pass through a list that keeps the newest. */
async function soak(browser: Browser, script: string): Promise<BenchRow[]> {
  const heapAfter = async (who: Watcher, parts: readonly number[]) => {
    const { page, session } = await watched(browser, script, 10, who);
    const heaps: number[] = [];
    for (const messages of parts) {
      await page.evaluate(
        (count) => (globalThis as unknown as { bench: ReaderBench }).bench.stream(count),
        messages,
      );
      await settled(page);
      await session.send('HeapProfiler.collectGarbage');
      const { metrics } = await session.send('Performance.getMetrics');
      heaps.push((metrics.find(({ name }) => name === 'JSHeapUsedSize')?.value ?? 0) / 1_000_000);
    }
    await page.close();
    return heaps;
  };
  const [early = 0, late = 0] = await heapAfter('sidelight', STREAM);
  const [, nobody = 0] = await heapAfter('nobody', STREAM);
  const name = 'reader, heap of the page after 50,000 messages through a list of 200';
  return [
    { name, unit: 'MB', ours: late, baselineName: 'after 10,000', baseline: early, ratio: late / early },
    { name, unit: 'MB', ours: late, baselineName: 'no reader', baseline: nobody, ratio: late / nobody },
  ];
}

/** A look at a page of 50,000 elements that no adapter knows: it is done in turns, of which the longest counts. */
async function lookAtUnknown(browser: Browser, script: string): Promise<BenchRow[]> {
  const page = await browser.newPage();
  await page.addScriptTag({ content: script });
  await page.evaluate(() => {
    (globalThis as unknown as { bench: ReaderBench }).bench.fillUnknown(50_000);
  });
  const looks: number[][] = [];
  for (let i = 0; i < ROUNDS; i++) {
    const look = () => page.evaluate(() => (globalThis as unknown as { bench: ReaderBench }).bench.look());
    looks.push(await piecesOf(browser, page, look));
  }
  await page.close();
  const longest = longestOf(looks);
  const all = Math.min(...looks.map((pieces) => pieces.reduce((sum, piece) => sum + piece, 0)));
  const name = 'guess, processor time of a look at a page of 50,000 elements';
  return [
    besideNoticed(`${name}, longest turn`, longest),
    {
      name: `${name}, all turns`,
      unit: 'ms',
      ours: all,
      baselineName: 'its longest turn',
      baseline: longest,
      ratio: all / longest,
    },
  ];
}

/** A page with so many messages and somebody who watches it. */
async function watched(
  browser: Browser,
  script: string,
  size: number,
  who: Watcher,
): Promise<{ page: Page; session: CDPSession }> {
  const page = await filled(browser, script, size);
  const session = await page.context().newCDPSession(page);
  // Time of the processor: what else the machine does is not counted.
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  await watch(page, who);
  return { page, session };
}

/** A page with so many messages that nobody watches yet. */
async function filled(browser: Browser, script: string, size: number): Promise<Page> {
  const page = await browser.newPage();
  await page.addScriptTag({ content: script });
  await page.evaluate((rows) => {
    (globalThis as unknown as { bench: ReaderBench }).bench.fill(rows);
  }, size);
  return page;
}

async function watch(page: Page, who: Watcher): Promise<void> {
  await page.evaluate((watcher) => {
    (globalThis as unknown as { bench: ReaderBench }).bench.watch(watcher);
  }, who);
  await settled(page);
}

/** Adds messages all at once. */
function load(page: Page, size: number): Promise<void> {
  return page.evaluate((messages) => {
    (globalThis as unknown as { bench: ReaderBench }).bench.load(messages);
  }, size);
}

/** The longest piece of work without a pause while a long history is read: there at first, and coming at once. */
async function longestPieces(browser: Browser, script: string): Promise<BenchRow[]> {
  const longest = async (size: number, more: number) => {
    const rounds: number[][] = [];
    for (let i = 0; i < FRESH; i++) {
      const page = await filled(browser, script, size);
      const read = async () => {
        await watch(page, 'sidelight');
        if (more > 0) await load(page, more);
        await settled(page);
      };
      rounds.push(await piecesOf(browser, page, read));
      await page.close();
    }
    return longestOf(rounds);
  };
  const name = (what: string) =>
    `reader, processor time of the longest piece of work while 10,000 messages ${what} are read`;
  return [
    besideNoticed(name('that are there'), await longest(10_000, 0)),
    besideNoticed(name('that come at once'), await longest(10, 10_000)),
  ];
}

const longestOf = (rounds: readonly (readonly number[])[]) =>
  Math.min(...rounds.map((pieces) => Math.max(...pieces)));

function besideNoticed(name: string, ours: number): BenchRow {
  return { name, unit: 'ms', ours, baselineName: 'what a person notices', baseline: 50, ratio: ours / 50 };
}

/** What a trace of the browser says of one piece of work. */
const pieceSchema = z.object({ name: z.string(), tdur: z.optional(z.number()) });
const traceSchema = z.object({ traceEvents: z.array(pieceSchema) });

/**
 * Milliseconds of processor time of each piece of work that the page's thread did in timers and observers, which is
 * where a watcher does all of its work.
 */
async function piecesOf(browser: Browser, page: Page, run: () => Promise<void>): Promise<number[]> {
  await browser.startTracing(page, { categories: ['devtools.timeline', 'v8'] });
  await run();
  const trace = traceSchema.parse(JSON.parse((await browser.stopTracing()).toString()));
  return trace.traceEvents
    .filter(({ name }) => name === 'TimerFire' || name === 'RunMicrotasks')
    .map(({ tdur = 0 }) => tdur / 1_000);
}

/** Waits until the watcher has read all that there is. */
function settled(page: Page): Promise<void> {
  return page.evaluate(() => (globalThis as unknown as { bench: ReaderBench }).bench.settled());
}

function rest(page: Page): Promise<void> {
  return page.evaluate(() => new Promise<void>((resolve) => setTimeout(resolve, 2_000)));
}

/** Seconds of script for MESSAGES messages, by the browser's own count. */
async function scriptTime(page: Page, session: CDPSession): Promise<number> {
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
