import { ensureChromium } from '@/scripts/setup/ensure.mjs';
import { expect, test } from '@playwright/test';
import { lookAtScenes } from '../support/gallery/look';
import { SCENES } from '../support/gallery/scenes';

/** Few enough for a slow machine to look at them all, in both themes, before the time is up. */
const SCENES_A_TEST = 8;
const names = Object.keys(SCENES);

for (let from = 0; from < names.length; from += SCENES_A_TEST) {
  const only = names.slice(from, from + SCENES_A_TEST);
  test(`light and dark, at 320 and 360 pixels, is accessible and fits: ${only.join(', ')}`, async () => {
    test.setTimeout(400_000);
    const looks = await lookAtScenes({
      executablePath: ensureChromium(),
      widths: [320, 360],
      axeAt: [360],
      only,
    });
    expect(looks).toHaveLength(only.length * 4);
    expect(looks.filter(({ faults }) => faults.length > 0)).toEqual([]);
  });
}
