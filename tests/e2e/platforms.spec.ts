import { expect, expectedOf, FIXTURES, inPage, test } from '../support/platforms/platform-page';

const START = Date.UTC(2026, 10, 20, 9, 0);

/** The fixtures' sites, and how they look in another language. */
for (const fixture of FIXTURES) {
  const { site, times, steps, turnOn = [], arabic } = expectedOf(fixture);
  for (const language of ['en', 'ar']) {
    test(`${fixture} in ${language} is read as it was said, from the first row to the last switch`, async ({
      open,
    }) => {
      const page = await open(fixture, language === 'ar' ? '?lang=ar' : '');
      await inPage(page, (reader, ids) => reader.start(ids), turnOn);
      for (const [step, transcript] of Object.entries(steps)) {
        if (step !== 'start')
          await page.evaluate(
            (name) => (globalThis as unknown as { play(step: string): void }).play(name),
            step,
          );
        const wanted = language === 'ar' ? withUnknown(transcript, arabic?.unknown ?? []) : transcript;
        await expect
          .poll(() => inPage(page, (reader) => reader.state().lines), {
            message: step,
            timeout: 6_000,
            intervals: [40],
          })
          .toEqual(wanted);
      }
      const state = await inPage(page, (reader) => reader.state());
      expect(state).toMatchObject({ site, status: 'reading' });
      const told = state.times.filter((at) => at !== null && at >= START && at < START + 3_600_000);
      expect(told.length, 'messages with a time').toBe(times ? state.lines.length : 0);
    });
  }
}

/** A transcript in which the page's labels cannot be understood. */
function withUnknown(lines: readonly string[], sides: readonly string[]): string[] {
  return lines.map((line) => {
    const [side = '', ...rest] = line.split(' ');
    return [sides.includes(side) ? 'unknown' : side, ...rest].join(' ');
  });
}
