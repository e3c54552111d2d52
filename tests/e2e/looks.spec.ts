import { ensureChromium } from '@/scripts/setup/ensure.mjs';
import { expect, test } from '@playwright/test';
import { lookAtScenes } from '../support/gallery/look';

test('every state of the panel, light and dark, is accessible and fits 320 and 360 pixels', async () => {
  test.setTimeout(600_000);
  const looks = await lookAtScenes({ executablePath: ensureChromium(), widths: [320, 360] });
  expect(looks.length).toBeGreaterThan(100);
  expect(looks.filter(({ faults }) => faults.length > 0)).toEqual([]);
});

test('every state of practice, light, dark and printed, is accessible and fits a phone and a wide page', async () => {
  test.setTimeout(600_000);
  const looks = await lookAtScenes({
    executablePath: ensureChromium(),
    place: 'practice',
    widths: [320, 1100],
  });
  expect(looks.length).toBeGreaterThan(80);
  expect(looks.filter(({ faults }) => faults.length > 0)).toEqual([]);
});
