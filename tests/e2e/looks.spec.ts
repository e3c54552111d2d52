import { ensureChromium } from '@/scripts/setup/ensure.mjs';
import { expect, test } from '@playwright/test';
import { lookAtScenes, PLACES } from '../support/gallery/look';

/** Few enough for a slow machine to look at them all, in both themes, before the time is up. */
const SCENES_A_TEST = { panel: 8, practice: 4 };

/** A panel is narrow; the practice page is opened in a narrow window and in a wide one. */
const WIDTHS = {
  panel: { widths: [320, 360], axeAt: [360] },
  practice: { widths: [360, 1100], axeAt: [360] },
} as const;

for (const place of ['panel', 'practice'] as const) {
  const names = Object.keys(PLACES[place]);
  const { widths, axeAt } = WIDTHS[place];
  for (let from = 0; from < names.length; from += SCENES_A_TEST[place]) {
    const only = names.slice(from, from + SCENES_A_TEST[place]);
    test(`light and dark, at ${widths.join(', ')} pixels, is accessible and fits: ${only.join(', ')}`, async () => {
      test.setTimeout(400_000);
      const looks = await lookAtScenes({ executablePath: ensureChromium(), place, widths, axeAt, only });
      expect(looks).toHaveLength(only.length * widths.length * 2);
      expect(looks.filter(({ faults }) => faults.length > 0)).toEqual([]);
    });
  }
}
