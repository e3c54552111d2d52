import type { Frame, Page } from '@playwright/test';
import { expect, expectUntouched, test, type ChatOnPage } from '../support/pages/side-by-side';
import { guardPage } from '../support/host-guard/guard-page';
import { serveUnknown } from '../support/platforms/serve-unknown';
import type { ExtensionBrowser } from '../support/extension/launch';

/** The same server under a second name: another site to the browser. */
const elsewhere = (url: string) => url.replace('127.0.0.1', 'localhost');

const say = (frame: Frame | Page, text: string, options: Parameters<ChatOnPage['say']>[1] = {}) =>
  frame.evaluate(
    ([words, how]) => {
      (globalThis as unknown as { chat: ChatOnPage }).chat.say(words, how);
    },
    [text, options] as const,
  );

async function frameOf(page: Page): Promise<Frame> {
  const element = await page.locator('iframe').elementHandle();
  const frame = await element?.contentFrame();
  if (!frame) throw new Error('the page shows no frame');
  await frame.waitForFunction(() => 'chat' in globalThis);
  return frame;
}

async function allow(panel: Page): Promise<void> {
  await panel.getByRole('button', { name: /^Read this conversation on/ }).click();
}

/** A page of a site that is allowed, with the fixture chat of another site in a frame. */
async function withFrame(
  sidelight: ExtensionBrowser,
  host: string,
  chatUrl: string,
): Promise<{ page: Page; panel: Page; check(): Promise<void> }> {
  await sidelight.grantHost(host);
  await sidelight.grantHost(chatUrl);
  const page = await sidelight.context.newPage();
  const guard = await guardPage(page, sidelight.extensionId);
  await page.goto(`${host}?frame=${encodeURIComponent(chatUrl)}`);
  const panel = await sidelight.openPanel(page);
  await allow(panel);
  return { page, panel, check: () => expectUntouched(guard) };
}

test('a chat in a frame of another site is read once the person lets it, and said to be gone when it is', async ({
  pages,
  sidelight,
}) => {
  const chatUrl = elsewhere(pages.url('converse-like.html'));
  const { page, panel, check } = await withFrame(sidelight, pages.url('host-with-frame.html'), chatUrl);
  const card = panel.getByRole('region', { name: 'Is the chat in a frame?' });
  await expect(card).toContainText(new URL(chatUrl).host);
  const frame = await frameOf(page);
  await say(frame, 'before anybody may read it');
  await expect(panel.getByText('1 message', { exact: true })).toHaveCount(0);
  await card.getByRole('button').click();
  await expect(panel.getByRole('banner')).toContainText('Reading');
  await expect(panel.getByText('1 message', { exact: true })).toBeVisible();
  await say(frame, 'I failed my exam and cannot sleep');
  await expect(panel.getByText('2 messages')).toBeVisible();
  await page.evaluate(() => document.querySelector('iframe')?.remove());
  await expect(panel.getByRole('heading', { name: 'The chat has left the page' })).toBeVisible();
  await expect(panel.getByText('2 messages')).toHaveCount(0);
  await check();
});

test('the conversation of the page and that of a frame are never mixed, and the frame waits for its turn', async ({
  pages,
  sidelight,
}) => {
  const chatUrl = elsewhere(pages.url('converse-like.html'));
  await sidelight.grantHost(chatUrl);
  await sidelight.grantHost(pages.url('converse-like.html'));
  // The frame's site is allowed before, on a page of its own.
  const before = await sidelight.context.newPage();
  await before.goto(chatUrl);
  await allow(await sidelight.openPanel(before));
  const page = await sidelight.context.newPage();
  await page.goto(pages.url('converse-like.html'));
  const first = await sidelight.openPanel(page);
  await allow(first);
  await say(page, 'said in the page by Sam');
  await expect(first.getByText('1 message', { exact: true })).toBeVisible();
  await page.evaluate((url) => {
    const added = document.createElement('iframe');
    added.src = url;
    added.style.cssText = 'width: 400px; height: 300px';
    document.body.append(added);
  }, chatUrl);
  const frame = await frameOf(page);
  await frame.evaluate(() => {
    (globalThis as unknown as { chat: ChatOnPage }).chat.open('sam@chat.test', 'Frank in the frame');
  });
  await say(frame, 'one in the frame', { author: 'Frank', id: 'f-1' });
  await say(frame, 'two in the frame', { author: 'Frank', id: 'f-2' });
  await say(page, 'said in the page again');
  await expect(first.getByText('2 messages')).toBeVisible();
  await expect(first.getByRole('heading', { name: 'Frank in the frame' })).toHaveCount(0);
  // The page's own conversation is closed: now the frame may.
  await page.evaluate(() => document.querySelector('converse-root')?.remove());
  await expect(first.getByRole('heading', { name: 'Frank in the frame' })).toBeVisible();
  await expect(first.getByText('2 messages')).toBeVisible();
  await say(frame, 'three in the frame', { author: 'Frank', id: 'f-3' });
  await expect(first.getByText('3 messages')).toBeVisible();
});

test('a frame whose markup stands in the page needs no further leave, and can be taught', async ({
  sidelight,
}) => {
  const site = await serveUnknown('in-a-frame');
  await sidelight.grantHost(site.url);
  const page = await sidelight.context.newPage();
  await page.goto(site.url);
  const panel = await sidelight.openPanel(page);
  await allow(panel);
  const note = panel.getByRole('region', { name: /I don\u2019t know this site/ });
  await expect(note).toContainText('8 messages');
  await note.getByRole('button', { name: 'Teach this site' }).click();
  await expect(panel.getByRole('heading', { name: /Click a message that they wrote/ })).toBeVisible();
  const frame = page.frameLocator('iframe');
  for (const words of ['Hey, are you still around?', 'I am here, Nadia.']) {
    const at = await frame.getByText(words).boundingBox();
    if (!at) throw new Error('the words are not in sight');
    await page.mouse.move(at.x + 20, at.y + 5);
    await page.mouse.click(at.x + 20, at.y + 5);
  }
  await expect(panel.getByText('5 theirs, 3 yours, 0 not sure')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(panel.getByText('5 theirs, 3 yours, 0 not sure')).toHaveCount(0);
  // Nothing of the picker is left in the frame.
  expect(await frame.locator(':root').evaluate((root) => root.children.length)).toBe(2);
  await site.close();
});

test('leave that is taken back while a frame is read ends it, in words and without a throw', async ({
  pages,
  sidelight,
}) => {
  const chatUrl = elsewhere(pages.url('converse-like.html'));
  const { page, panel, check } = await withFrame(sidelight, pages.url('host-with-frame.html'), chatUrl);
  const errors: string[] = [];
  page.on('pageerror', (error) => errors.push(error.message));
  await panel.getByRole('region', { name: 'Is the chat in a frame?' }).getByRole('button').click();
  const frame = await frameOf(page);
  await say(frame, 'hello there');
  await expect(panel.getByText('1 message', { exact: true })).toBeVisible();
  await sidelight.revokeHost(chatUrl);
  await expect(panel.getByText('1 message', { exact: true })).toHaveCount(0);
  await expect(panel.getByRole('heading', { name: 'The chat has left the page' })).toBeVisible();
  await say(frame, 'nobody reads this');
  await sidelight.revokeHost(pages.url('host-with-frame.html'));
  await expect(panel.getByRole('button', { name: /^Read this conversation on/ })).toBeVisible();
  expect(errors).toEqual([]);
  await check();
});
