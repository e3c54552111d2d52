import { mkdir, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { chromium, type Page } from '@playwright/test';
import { buildGallery } from './build';
import { PRACTICE_VIEWS, type PracticeView } from './practice-views';
import { SCENES } from './scenes';

/** The address at which the gallery is served, from memory: nothing leaves the machine. */
const ORIGIN = 'http://gallery.test';
const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.css': 'text/css',
};

/** A scene as the one who looks needs to know it. */
interface Shown {
  address: string;
  /** What shows once it is drawn. */
  until: (page: Page) => Promise<unknown>;
  press: readonly string[];
  print: boolean;
}

/** Scenes of the panel, and of the practice page. */
export const PLACES: Readonly<Record<'panel' | 'practice', Readonly<Record<string, Shown>>>> = {
  panel: Object.fromEntries(
    Object.entries(SCENES).map(([name, { press = [] }]) => [
      name,
      { address: `/#${name}`, until: (page) => page.locator('.panel').waitFor(), press, print: false },
    ]),
  ),
  practice: Object.fromEntries(
    Object.entries<PracticeView>(PRACTICE_VIEWS).map(([name, { hash, until, press = [], print = false }]) => [
      name,
      {
        address: `/practice.html?${name}#${hash}`,
        until: (page) => page.getByText(until).first().waitFor(),
        press,
        print,
      },
    ]),
  ),
};

/** What is wrong with one look at one scene, in words; empty when all is well. */
export interface Look {
  scene: string;
  theme: 'light' | 'dark';
  width: number;
  faults: string[];
}

export interface LookOptions {
  /** Where pictures go; none are taken without it. */
  pictures?: string | undefined;
  /** The panel when left out. */
  place?: keyof typeof PLACES | undefined;
  /** Scenes to look at, by name; all without it. */
  only?: readonly string[] | undefined;
  widths?: readonly number[] | undefined;
  /** The widths at which axe looks too, which takes most of the time; at all of them without it. */
  axeAt?: readonly number[] | undefined;
  executablePath?: string | undefined;
  /** Text size of the browser in pixels; 16 is the usual one, 32 is text at 200 %. */
  textSize?: number | undefined;
}

/** Looks at every scene in both themes: axe, sideways scrolling, and whatever the page complains about. */
export async function lookAtScenes(options: LookOptions = {}): Promise<Look[]> {
  const dir = await mkdtemp(join(tmpdir(), 'gallery-'));
  const browser = await chromium.launch({
    ...(options.executablePath !== undefined && { executablePath: options.executablePath }),
    args: ['--no-sandbox'],
  });
  const looks: Look[] = [];
  try {
    await buildGallery(dir);
    if (options.pictures !== undefined) await mkdir(options.pictures, { recursive: true });
    for (const theme of ['light', 'dark'] as const) {
      const context = await browser.newContext({ colorScheme: theme, reducedMotion: 'reduce' });
      await context.route(`${ORIGIN}/**`, async (route) => {
        const path = new URL(route.request().url()).pathname;
        const body = await readFile(join(dir, path === '/' ? 'index.html' : path)).catch(() => null);
        if (body === null) return route.fulfill({ status: 404 });
        return route.fulfill({
          body,
          contentType: TYPES[extname(path === '/' ? '.html' : path)] ?? 'text/html',
        });
      });
      for (const [name, scene] of Object.entries(PLACES[options.place ?? 'panel'])) {
        if (options.only !== undefined && !options.only.includes(name)) continue;
        for (const width of options.widths ?? [320, 360, 600]) {
          const page = await context.newPage();
          await page.setViewportSize({ width, height: 720 });
          const faults = await lookAt(page, scene, options.textSize);
          if (options.axeAt?.includes(width) ?? true) faults.push(...(await axeFaults(page)));
          if (options.pictures !== undefined) {
            await page.screenshot({
              path: join(options.pictures, `${name}-${theme}-${String(width)}.png`),
              fullPage: true,
            });
          }
          looks.push({ scene: name, theme, width, faults });
          await page.close();
        }
      }
      await context.close();
    }
  } finally {
    await browser.close();
    await rm(dir, { recursive: true });
  }
  return looks;
}

async function lookAt(page: Page, scene: Shown, textSize = 16): Promise<string[]> {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`error: ${error.message}`));
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type()) && !message.text().includes('favicon'))
      faults.push(`console: ${message.text()}`);
  });
  if (scene.print) await page.emulateMedia({ media: 'print' });
  await page.goto(`${ORIGIN}${scene.address}`);
  await scene.until(page);
  if (textSize !== 16) {
    await page.evaluate((size) => {
      document.documentElement.style.fontSize = `${String(size)}px`;
    }, textSize);
  }
  for (const button of scene.press) {
    await page.getByRole('button', { name: button, exact: true }).first().click();
  }
  // Two frames: the chart draws in an effect and sizes itself after it.
  await page.evaluate(
    () =>
      new Promise((done) =>
        requestAnimationFrame(() =>
          requestAnimationFrame(() => {
            done(null);
          }),
        ),
      ),
  );
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  // Paper is wider than a narrow window.
  if (wide > 0 && !scene.print) faults.push(`scrolls sideways by ${String(wide)} px`);
  return faults;
}

async function axeFaults(page: Page): Promise<string[]> {
  const { violations } = await new AxeBuilder({ page }).analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map((node) => `axe ${id}: ${node.target.join(' ')}: ${node.failureSummary ?? ''}`),
  );
}
