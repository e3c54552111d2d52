import type { Page } from '@playwright/test';
import { bundle } from '@/scripts/bench/bundle';
import { parse } from '../support/platforms/judge';
import { expect, expectedOf, FIXTURES, test } from '../support/platforms/platform-page';
import type { TeachOnPage } from '../support/platforms/teach-page';

/** Part of the fixtures that two clicks must teach right. */
const LEAST = 0.9;

/** What the two say first in most fixtures. Not every site tells by itself whose the second is. */
const THEIRS = 'hi, is somebody there?';
const OWN = 'I am here, Maya. What happened?';

const ask = <T>(page: Page, question: (teaching: TeachOnPage) => T): Promise<T> =>
  page.evaluate(`(${question.toString()})(globalThis.teaching)`);
const play = (page: Page, step: string) =>
  page.evaluate((name) => (globalThis as unknown as { play(step: string): void }).play(name), step);

/** The words of each message, without marks and pictures: those are more than two clicks can tell. */
function words(lines: readonly string[]): string[] {
  return lines.map((line) => parse(line).words.replace(/\[\w+\]/g, '')).filter((text) => text !== '');
}

test('two clicks teach a site that Sidelight does not know', async ({ open }) => {
  test.setTimeout(300_000);
  const script = await bundle('tests/support/platforms/teach-page.ts');
  const table: string[] = [];
  let right = 0;
  for (const fixture of FIXTURES) {
    const { steps } = expectedOf(fixture);
    const start = (steps.start ?? []).map(parse);
    const said = (side: string, usual: string) =>
      start.find(({ words: text }) => text === usual)?.words ??
      start.find((line) => line.side === side && !/\[|\u{1F614}/u.test(line.words))?.words;
    const page = await open(fixture);
    await page.evaluate(script);
    const problem = await page.evaluate(
      ([theirs, ours]) =>
        (globalThis as unknown as { teaching: TeachOnPage }).teaching.fromWords(theirs ?? '', ours ?? ''),
      [said('client', THEIRS), said('supporter', OWN)],
    );
    let verdict = problem;
    if (verdict === '') verdict = await follow(page, steps);
    if (verdict === '') right += 1;
    table.push(`${fixture.padEnd(20)} ${verdict === '' ? 'right' : verdict}`);
  }
  console.log(
    `${table.join('\n')}\n${String(right)} of ${String(FIXTURES.length)} taught right from two clicks`,
  );
  expect(table.filter((line) => line.includes('SWAPPED'))).toEqual([]);
  expect(right).toBeGreaterThanOrEqual(FIXTURES.length * LEAST);
});

/** Plays the story to its end and compares what is read after each step with what was said. */
async function follow(page: Page, steps: Record<string, string[]>): Promise<string> {
  for (const [step, said] of Object.entries(steps)) {
    if (step !== 'start') await play(page, step);
    const wanted = words(said).join('\n');
    const truth = new Map(said.map(parse).map(({ side, words: text }) => [text, side]));
    // Notices and the like may be read as anybody's as long as nobody is said to have written them.
    const read = async () =>
      (await ask(page, (teaching) => teaching.lines())).filter(
        (line) => truth.has(parse(line).words) || parse(line).side !== 'unknown',
      );
    const end = Date.now() + 3_000;
    let lines = await read();
    while (Date.now() < end && words(lines).join('\n') !== wanted) {
      await page.evaluate(() => new Promise(requestAnimationFrame));
      lines = await read();
    }
    const swapped = lines.map(parse).filter(({ side, words: text }) => {
      const known = truth.get(text);
      return known !== undefined && known !== 'unknown' && side !== 'unknown' && side !== known;
    });
    if (swapped.length > 0) return `${step}: SWAPPED ${swapped.map((line) => line.words).join(' | ')}`;
    if (words(lines).join('\n') !== wanted)
      return `${step}: read ${JSON.stringify(words(lines))} where ${JSON.stringify(words(said))} was said`;
  }
  return '';
}
