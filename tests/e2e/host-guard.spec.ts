import { fileURLToPath } from 'node:url';
import { expect, test as base } from '@playwright/test';
import { launchExtension, type ExtensionBrowser } from '../support/extension/launch';
import { guardPage, type Trace } from '../support/host-guard/guard-page';
import { servePages } from '../support/pages/serve-pages';

/** An extension that does, one by one, what Sidelight promises never to do. */
const MISBEHAVING = fileURLToPath(new URL('../fixtures/misbehaving-extension', import.meta.url));

const test = base.extend<object, { misbehaving: ExtensionBrowser; address: string }>({
  misbehaving: [
    async ({}, use) => {
      const browser = await launchExtension({ extension: MISBEHAVING });
      await use(browser);
      await browser.close();
    },
    { scope: 'worker' },
  ],
  address: [
    async ({}, use) => {
      const pages = await servePages();
      await use(pages.url('converse-like.html'));
      await pages.close();
    },
    { scope: 'worker' },
  ],
});

const SINS: readonly [sin: string, kind: Trace['kind'], api: RegExp][] = [
  ['click', 'events', /HTMLElement\.click/],
  ['event', 'events', /EventTarget\.dispatchEvent/],
  ['own-event', 'events', /EventTarget\.dispatchEvent/],
  ['attribute', 'mutations', /Element\.setAttribute/],
  ['dataset', 'mutations', /dataset/],
  ['style', 'mutations', /style/],
  ['class', 'mutations', /DOMTokenList\.add/],
  ['text', 'mutations', /Document\.title/],
  ['append', 'mutations', /Element\.append/],
  ['html', 'mutations', /innerHTML/],
  ['remove', 'mutations', /Element\.remove/],
  ['value', 'mutations', /HTMLTextAreaElement\.value/],
  ['command', 'mutations', /execCommand/],
  ['storage', 'mutations', /Storage\.setItem/],
  ['cookie', 'mutations', /Document\.cookie/],
  ['history', 'mutations', /History\.pushState/],
  ['sheet', 'mutations', /injected style sheet/],
  ['page-world', 'mutations', /page’s own world/],
  ['focus', 'focusChanges', /HTMLElement\.focus/],
  ['selection', 'focusChanges', /Selection\.selectAllChildren/],
  ['scroll', 'focusChanges', /Element\.scrollTop/],
  ['fetch', 'requests', /window\.fetch/],
  ['beacon', 'requests', /Navigator\.sendBeacon/],
  ['xhr', 'requests', /new XMLHttpRequest/],
  ['socket', 'requests', /new WebSocket/],
  ['image', 'requests', /new Image/],
  ['navigate', 'requests', /network GET/],
  ['message', 'requests', /postMessage/],
];

for (const [sin, kind, api] of SINS) {
  test(`the host guard sees it: ${sin}`, async ({ misbehaving, address }) => {
    const page = await misbehaving.context.newPage();
    const guard = await guardPage(page, misbehaving.extensionId);
    await page.goto(`${address}?sin=${sin}`);
    await expect.poll(async () => (await guard.report())[kind].map((trace) => trace.api).join()).toMatch(api);
    await page.close();
  });
}

test('the host guard sees a key that is swallowed', async ({ misbehaving, address }) => {
  const page = await misbehaving.context.newPage();
  const guard = await guardPage(page, misbehaving.extensionId);
  await page.goto(`${address}?sin=swallow`);
  await expect.poll(async () => (await guard.report()).watched).toBe(1);
  await page.keyboard.press('a');
  await expect
    .poll(async () => (await guard.report()).events.map(({ api }) => api))
    .toEqual(['Event.preventDefault']);
  await page.close();
});

test('the host guard takes nothing that the page does for an act of the extension', async ({
  misbehaving,
  address,
}) => {
  const page = await misbehaving.context.newPage();
  const guard = await guardPage(page, misbehaving.extensionId);
  await page.goto(address);
  await page.evaluate(async () => {
    const box = document.querySelector('converse-chat');
    box?.setAttribute('data-mine', '1');
    document.querySelector('textarea')?.focus();
    box?.dispatchEvent(new Event('input'));
    await fetch('/mine.html').catch(() => undefined);
  });
  await expect.poll(async () => (await guard.report()).watched).toBe(1);
  expect(await guard.report()).toEqual({
    watched: 1,
    mutations: [],
    events: [],
    focusChanges: [],
    requests: [],
  });
  await page.close();
});
