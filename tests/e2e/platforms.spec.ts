import type { Page } from '@playwright/test';
import { expect, expectedOf, FIXTURES, inPage, test } from '../support/platforms/platform-page';

const QUICKLY = (message: string) => ({ message, timeout: 6_000, intervals: [40] });
const START = Date.UTC(2026, 10, 20, 9, 0);

const play = (page: Page, step: string) =>
  page.evaluate((name) => (globalThis as unknown as { play(step: string): void }).play(name), step);

for (const fixture of FIXTURES) {
  const { site, times, steps, turnOn, arabic } = expectedOf(fixture);

  for (const language of ['en', 'ar']) {
    const isArabic = language === 'ar';
    test(`${fixture} in ${language}: read as it was said, from the first row to the last switch`, async ({
      open,
    }) => {
      const page = await open(fixture, isArabic ? '?lang=ar' : '');
      await inPage(page, (reader, ids) => reader.start(ids), turnOn);
      if (isArabic && arabic?.unreadable) {
        for (const step of ['arrive', 'run', 'older', 'window']) await play(page, step);
        await expect.poll(() => inPage(page, (reader) => reader.state().status)).toBe('unreadable');
        expect(await inPage(page, (reader) => reader.state().lines)).toEqual([]);
        return;
      }
      await page.evaluate(write, 'I hear you');
      await expect.poll(() => inPage(page, (reader) => reader.draft()), QUICKLY('draft')).toBe('I hear you');
      for (const [step, transcript] of Object.entries(steps)) {
        if (step !== 'start') await play(page, step);
        await expect
          .poll(() => inPage(page, (reader) => reader.state().lines), QUICKLY(step))
          .toEqual(isArabic ? withUnknown(transcript, arabic?.unknown ?? []) : transcript);
      }
      // What was held of the conversation before looks right at once: only once its rows are read again does it count.
      await expect
        .poll(() => inPage(page, (reader) => reader.readAgain()), QUICKLY('back'))
        .toBeGreaterThan(0);
      // A side may be told only by a mark in a row that comes after: until that is read, it is unknown.
      if (!isArabic)
        await expect
          .poll(() => inPage(page, (reader) => reader.state().lines), QUICKLY('read again'))
          .toEqual(steps['back']);
      const state = await inPage(page, (reader) => reader.state());
      expect(state).toMatchObject({ site, status: 'reading' });
      const told = state.times.filter((at) => at !== null && at >= START && at < START + 3_600_000);
      expect(told.length, 'messages with a time').toBe(times ? state.lines.length : 0);
    });
  }
}

for (const fixture of ['rocket-chat', 'element', 'discord', 'slack']) {
  test(`${fixture}: rows of the conversation before, still there under the new name, are not taken for its words`, async ({
    open,
  }) => {
    const { steps } = expectedOf(fixture);
    const page = await open(fixture, '?lag=1500');
    await inPage(page, (reader) => reader.start([]));
    await expect
      .poll(() => inPage(page, (reader) => reader.state().lines), QUICKLY('start'))
      .toEqual(steps.start);
    await play(page, 'switch');
    // Nothing takes words back once they were read: what is there at the end was never mixed.
    await expect
      .poll(() => inPage(page, (reader) => reader.state().lines), QUICKLY('switch'))
      .toEqual(steps.switch);
    const all = await inPage(page, (reader) => reader.conversations());
    expect(Object.values(all)).toEqual([steps.start, steps.switch]);
  });
}

for (const zoom of ['0.67', '1.75']) {
  test(`messenger at ${zoom} of its size: bubbles stand where they stood`, async ({ open }) => {
    const { steps } = expectedOf('messenger');
    const page = await open('messenger');
    await page.evaluate((size) => {
      document.documentElement.style.zoom = size;
    }, zoom);
    await inPage(page, (reader) => reader.start([]));
    await expect
      .poll(() => inPage(page, (reader) => reader.state().lines), QUICKLY('start'))
      .toEqual(steps.start);
  });
}

/** Puts words into the page's composer, as its own script would. */
function write(words: string): void {
  const inside = (root: Document | ShadowRoot): HTMLElement[] => [
    ...root.querySelectorAll<HTMLElement>('textarea, [contenteditable="true"]'),
    ...[...root.querySelectorAll('*')].flatMap(({ shadowRoot }) => (shadowRoot ? inside(shadowRoot) : [])),
  ];
  const composer = inside(document).at(-1);
  if (composer instanceof HTMLTextAreaElement) composer.value = words;
  else if (composer) composer.textContent = words;
  composer?.dispatchEvent(new Event('input', { bubbles: true, composed: true }));
}

/** A transcript in which the page's labels cannot be understood. */
function withUnknown(lines: readonly string[], sides: readonly string[]): string[] {
  return lines.map((line) => {
    const [side = '', ...rest] = line.split(' ');
    return [sides.includes(side) ? 'unknown' : side, ...rest].join(' ');
  });
}
