import type { Page } from '@playwright/test';
import type { ExtensionBrowser } from './launch';

/** What every practice of a test is begun with. */
const SEED = 7;

/**
 * Opens a practice page in which chance stands still: a practice begins with a number drawn at random, and another
 * one has the client say other things.
 */
export async function openPractice(sidelight: ExtensionBrowser, path = 'practice.html'): Promise<Page> {
  const page = await sidelight.openExtensionPage(path);
  await page.evaluate((seed) => {
    const draw = crypto.getRandomValues.bind(crypto);
    crypto.getRandomValues = (array) => (array instanceof Uint32Array ? array.fill(seed) : draw(array));
  }, SEED);
  return page;
}
