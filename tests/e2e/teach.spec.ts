import type { Page } from '@playwright/test';
import { expect, test as base } from '../support/pages/side-by-side';
import { pointAt, startTeaching } from '../support/pages/teach-by-hand';

/** A chat in a markup that nobody knows, with the panel beside it. */
const test = base.extend({
  chat: async ({ sidelight, pages }, use) => {
    const chat = await sidelight.context.newPage();
    await sidelight.grantHost(pages.url(''));
    await chat.goto(pages.url('unknown-chat.html'));
    await use(chat);
  },
  panel: async ({ sidelight, chat }, use) => {
    const panel = await sidelight.openPanel(chat);
    await panel.getByRole('button', { name: /^Read this conversation on/ }).click();
    await expect(panel.getByRole('banner')).not.toContainText('Starting');
    await use(panel);
  },
});

const html = (chat: Page) => chat.evaluate(() => document.documentElement.outerHTML);
const heard = (chat: Page) => chat.evaluate(() => (globalThis as unknown as { heard: string[] }).heard);

test('two clicks teach a site; the page hears none of them and is left as it was', async ({
  sidelight,
  chat,
  panel,
}) => {
  const before = await html(chat);
  await chat.evaluate(() => {
    (globalThis as unknown as { heard: string[] }).heard.length = 0;
  });
  const layer = await startTeaching(chat, panel);

  const pin = await chat.getByLabel('Pin').boundingBox();
  await chat.mouse.click((pin?.x ?? 0) + 20, (pin?.y ?? 0) + 8);
  await expect(panel.getByRole('alert')).toContainText('That is a place to write, not a message.');
  await pointAt(chat, 'I feel so alone since we moved');
  await expect(panel.getByRole('heading', { name: 'Now click one that you wrote' })).toBeVisible();
  await pointAt(chat, 'That sounds lonely.');
  await expect(panel.getByText('3 theirs, 2 yours, 0 not sure')).toBeVisible();
  await expect(layer.getByText('3 theirs, 2 yours, 0 not sure')).toBeVisible();
  await layer.getByRole('button', { name: 'Save' }).click();

  await expect(panel.getByRole('banner')).toContainText('Reading');
  await expect(panel.getByText('5 messages', { exact: true })).toBeVisible();
  await expect(panel.getByRole('button', { name: /^Copy the suggestion/ }).first()).toBeVisible();
  await expect.poll(() => html(chat)).toBe(before);
  expect(await heard(chat)).toEqual([]);

  await chat.evaluate(() => {
    (globalThis as unknown as { say(who: string, text: string): void }).say('Sam', 'thanks for asking');
  });
  await expect(panel.getByText('6 messages', { exact: true })).toBeVisible();

  // It is there the next time, and can be removed.
  await chat.reload();
  await chat.evaluate(() => {
    (globalThis as unknown as { say(who: string, text: string): void }).say('Sam', 'are you still there?');
  });
  await expect(panel.getByText('7 messages', { exact: true })).toBeVisible();
  const settings = await sidelight.openExtensionPage('options.html');
  const card = settings.getByRole('region', { name: 'Sites that were taught' });
  await expect(card.getByText(/127\.0\.0\.1/).first()).toBeVisible();
  await card.getByRole('button', { name: /^Remove/ }).click();
  await expect(card.getByText('None yet.')).toBeVisible();
});

test('Esc leaves at every step, and the keys alone are enough to teach', async ({ chat, panel }) => {
  const before = await html(chat);
  await startTeaching(chat, panel);
  await chat.keyboard.press('Escape');
  await expect(panel.getByRole('heading', { name: 'Click a message that they wrote' })).toBeHidden();
  await expect.poll(() => html(chat)).toBe(before);

  const layer = await startTeaching(chat, panel);
  await pointAt(chat, 'hello, is anybody here tonight?');
  await expect(panel.getByRole('heading', { name: 'Now click one that you wrote' })).toBeVisible();
  await chat.keyboard.press('Escape');
  await expect(panel.getByRole('heading', { name: 'Now click one that you wrote' })).toBeHidden();
  await expect.poll(() => html(chat)).toBe(before);
  expect(layer.isDetached()).toBe(true);

  const again = await startTeaching(chat, panel);
  const box = await chat.getByText('hello, is anybody here tonight?', { exact: true }).boundingBox();
  await chat.mouse.move((box?.x ?? 0) + 20, (box?.y ?? 0) + 8);
  await chat.keyboard.press('Enter');
  await chat.mouse.move((box?.x ?? 0) + 21, (box?.y ?? 0) + 8);
  await chat.keyboard.press('ArrowUp');
  await chat.keyboard.press('ArrowRight');
  await chat.keyboard.press('Enter');
  await expect(panel.getByText('3 theirs, 2 yours, 0 not sure')).toBeVisible();
  await again.getByRole('button', { name: 'Save' }).focus();
  await chat.keyboard.press('Enter');
  await expect(panel.getByRole('heading', { name: 'Is this right?' })).toBeHidden();
  await expect(panel.getByText('5 messages', { exact: true })).toBeVisible();
  await expect.poll(() => html(chat)).toBe(before);
});

test('a pasted conversation is read beside any tab, and forgotten when it is closed', async ({
  chat,
  panel,
}) => {
  await panel.getByRole('button', { name: 'More' }).click();
  await panel.getByRole('button', { name: 'Paste a conversation…' }).click();
  await panel.getByRole('textbox', { name: 'Paste a conversation' }).fill('just a story');
  await panel.getByRole('button', { name: 'Go on' }).click();
  await expect(panel.getByRole('alert')).toContainText('can’t tell here who says what');
  await panel
    .getByRole('textbox', { name: 'Paste a conversation' })
    .fill(
      [
        '25/11/2026, 21:41 - Maya Brook: I failed my exam and I feel so alone',
        '25/11/2026, 21:43 - Robin: I am here. What happened?',
        '25/11/2026, 21:44 - Maya Brook: I want to kill myself',
      ].join('\n'),
    );
  await panel.getByRole('button', { name: 'Go on' }).click();
  await panel.getByRole('radio', { name: /Robin/ }).check();
  await panel.getByRole('button', { name: 'Show the readings' }).click();
  await expect(panel.getByRole('heading', { name: 'Maya Brook' })).toBeVisible();
  await expect(panel.getByText('3 messages')).toBeVisible();
  await expect(panel.getByRole('banner')).toContainText('Pasted');
  // The safety card comes as it would in any chat.
  await expect(panel.getByText(/kill|suicide/i).first()).toBeVisible();
  await panel.getByRole('button', { name: 'Close and forget' }).click();
  await expect(panel.getByRole('heading', { name: 'Maya Brook' })).toBeHidden();
  await expect(chat.getByRole('heading', { name: 'Evening talk' })).toBeVisible();
});
