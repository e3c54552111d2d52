import { readdirSync, readFileSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { bundle } from '@/scripts/bench/bundle';
import { judge } from '../support/platforms/judge';
import type { GuessOnPage } from '../support/platforms/guess-page';
import { expect, expectedOf, FIXTURES, test } from '../support/platforms/platform-page';

const UNKNOWN = 'tests/fixtures/unknown/';
const HELD_OUT = readdirSync(UNKNOWN).flatMap((name) =>
  name.endsWith('.html') ? name.replace('.html', '') : [],
);

/** Words of a line that a person said, without who and without marks. */
const words = (line: string) =>
  line
    .replace(/^\S+ .*?: ?/, '')
    .replace(/\[\w+\]|\((?:edited|sending|deleted)\)/g, '')
    .trim();

const play = (page: Page, step: string) =>
  page.evaluate((name) => (globalThis as unknown as { play(step: string): void }).play(name), step);

interface Figures {
  said: number;
  right: number;
  sides: number;
  extra: number;
  swapped: string[];
}

function compare(read: readonly string[], said: readonly string[]): Figures {
  const truth = said.filter((line) => words(line) !== '');
  const got = read.map(words).filter(Boolean);
  const isRight = (line: string) => got.includes(words(line));
  const side = (line: string) => line.split(' ')[0];
  return {
    said: truth.length,
    right: truth.filter(isRight).length,
    sides: truth.filter((line) =>
      read.some((one) => words(one) === words(line) && side(one) === side(line) && side(line) !== 'unknown'),
    ).length,
    extra: got.length - truth.filter(isRight).length,
    swapped: judge(read, said).swapped,
  };
}

let script = '';
test.beforeAll(async () => {
  script = await bundle('tests/support/platforms/guess-page.ts');
});

/** Looks into every frame of the page, as the reader does. */
async function guess(page: Page): Promise<string[]> {
  const lines: string[] = [];
  for (const frame of page.frames()) {
    await frame.evaluate(script);
    lines.push(
      ...(await frame.evaluate(() => (globalThis as unknown as { guesser: GuessOnPage }).guesser.guess())),
    );
  }
  return lines;
}

test('of pages whose adapter is switched off, at least 80 % of the words are read, and no side is swapped', async ({
  open,
}) => {
  test.setTimeout(180_000);
  const all: Figures[] = [];
  for (const fixture of FIXTURES) {
    const page = await open(fixture);
    const figures = compare(await guess(page), expectedOf(fixture).steps.start ?? []);
    expect(figures.swapped, fixture).toEqual([]);
    all.push(figures);
    console.log(`| ${fixture} | ${figures.right} of ${figures.said} | ${figures.sides} | ${figures.extra} |`);
  }
  const sum = (of: (figures: Figures) => number) => all.reduce((total, one) => total + of(one), 0);
  console.log(
    `all: ${sum(({ right }) => right)} of ${sum(({ said }) => said)}, sides ${sum(({ sides }) => sides)}`,
  );
  expect(sum(({ right }) => right) / sum(({ said }) => said)).toBeGreaterThanOrEqual(0.8);
});

/** Milliseconds in which a step of the story should have been read; another conversation first comes to rest. */
const SOON = 800;
const SWITCHED = 3_000;

test('while the story goes on, is edited, loaded and switched, no side is swapped either, and no conversation mixed', async ({
  open,
}) => {
  test.setTimeout(400_000);
  const all: Figures[] = [];
  for (const fixture of FIXTURES) {
    const page = await open(fixture);
    await page.evaluate(script);
    await page.evaluate(() => {
      (globalThis as unknown as { guesser: GuessOnPage }).guesser.follow();
    });
    const lines = () =>
      page.evaluate(() => (globalThis as unknown as { guesser: GuessOnPage }).guesser.lines());
    // The site's own adapters have their time first.
    await page.waitForFunction(
      () => (globalThis as unknown as { guesser: GuessOnPage }).guesser.lines().length > 0,
      undefined,
      { timeout: 6_000, polling: 100 },
    );
    const mine: Figures[] = [];
    for (const [step, said] of Object.entries(expectedOf(fixture).steps)) {
      if (step !== 'start') await play(page, step);
      const end = Date.now() + (step === 'switch' || step === 'back' ? SWITCHED : SOON);
      let figures = compare(await lines(), said);
      while (Date.now() < end && figures.right < figures.said) {
        await page.evaluate(() => new Promise(requestAnimationFrame));
        figures = compare(await lines(), said);
      }
      expect(figures.swapped, `${fixture}, ${step}`).toEqual([]);
      mine.push(figures);
    }
    const { start = [], switch: other = [] } = expectedOf(fixture).steps;
    const read = await page.evaluate(() =>
      (globalThis as unknown as { guesser: GuessOnPage }).guesser.conversations(),
    );
    const holds = (lines: readonly string[], said: readonly string[]) =>
      lines.some((line) => words(line) !== '' && said.map(words).includes(words(line)));
    expect(
      read.filter((lines) => holds(lines, start) && holds(lines, other)),
      `${fixture}: two conversations in one`,
    ).toEqual([]);
    all.push(...mine);
    console.log(`| ${fixture} | ${mine.map(({ right, said }) => `${right}/${said}`).join(' ')} |`);
  }
  const sum = (of: (figures: Figures) => number) => all.reduce((total, one) => total + of(one), 0);
  console.log(`story: ${sum(({ right }) => right)} of ${sum(({ said }) => said)}`);
  expect(sum(({ right }) => right) / sum(({ said }) => said)).toBeGreaterThanOrEqual(0.8);
});

for (const name of HELD_OUT) {
  test(`a page of another build: ${name}`, async ({ page }) => {
    const { address, said } = JSON.parse(readFileSync(`${UNKNOWN}${name}.json`, 'utf8')) as {
      address: string;
      said: string[];
    };
    await page.route('**/*', (route) =>
      route.fulfill({ path: `${UNKNOWN}${name}.html`, contentType: 'text/html; charset=utf-8' }),
    );
    await page.goto(address);
    const figures = compare(await guess(page), said);
    console.log(
      `| ${name} | ${figures.right} of ${figures.said} | ${figures.sides} | ${figures.extra} | ${figures.swapped.length} |`,
    );
    expect(figures.swapped).toEqual([]);
  });
}
