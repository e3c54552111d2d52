import { expect, say, test, type ChatOnPage } from '../support/pages/side-by-side';

test('the panel asks for this one site, names what is read, and then shows the conversation', async ({
  sidelight,
  chat,
}) => {
  await say(chat, 'I failed my exam and I feel so alone');
  const panel = await sidelight.openPanel(chat);
  const main = panel.getByRole('main');
  await expect(main).toContainText('What it reads');
  await expect(main).toContainText('Nowhere');
  await panel.getByRole('button', { name: /^Read this conversation on/ }).click();
  await expect(panel.getByRole('heading', { name: 'Sam' })).toBeVisible();
  await expect(panel.getByRole('button', { name: /^Copy the suggestion/ })).toHaveCount(3);
});

test('a worker that was stopped picks up where it was, and the next message arrives', async ({
  sidelight,
  chat,
  panel,
}) => {
  await say(chat, 'my flatmate moved out and the flat is so quiet');
  await expect(panel.getByText('1 message', { exact: true })).toBeVisible();
  await sidelight.killWorker();
  await say(chat, 'I keep checking my phone');
  await expect(panel.getByText('2 messages')).toBeVisible();
  await expect(panel.getByRole('heading', { name: 'Sam' })).toBeVisible();
});

test('after an update the open page is read again without a reload, and the old reader is silent', async ({
  sidelight,
  chat,
  panel,
}) => {
  await say(chat, 'first');
  await expect(panel.getByText('1 message', { exact: true })).toBeVisible();
  await sidelight.reloadExtension();
  await say(chat, 'second');
  const renewed = await sidelight.openPanel(chat);
  await expect(renewed.getByText('2 messages')).toBeVisible();
  await say(chat, 'third');
  await expect(renewed.getByText('3 messages')).toBeVisible();
});

test('another tab’s conversation is never shown', async ({ sidelight, pages, chat, panel }) => {
  await say(chat, 'only for the first tab');
  await expect(panel.getByText('1 message', { exact: true })).toBeVisible();
  const other = await sidelight.context.newPage();
  await other.goto(pages.url('converse-like.html'));
  await other.evaluate(() =>
    (globalThis as unknown as { chat: ChatOnPage }).chat.open('alex@chat.test', 'Alex'),
  );
  await other.bringToFront();
  await expect(panel.getByRole('heading', { name: 'Alex' })).toBeVisible();
  await expect(panel.getByText('only for the first tab')).toHaveCount(0);
  await chat.bringToFront();
  await expect(panel.getByRole('heading', { name: 'Sam' })).toBeVisible();
});

test('pause stops reading at once, and going on catches up', async ({ chat, panel }) => {
  await say(chat, 'before the pause');
  await expect(panel.getByText('1 message', { exact: true })).toBeVisible();
  await panel.getByRole('button', { name: 'Pause reading' }).click();
  await expect(panel.getByRole('banner')).toContainText('Paused');
  await say(chat, 'said while it was paused');
  await panel.getByRole('banner').getByRole('button', { name: 'Go on reading' }).click();
  await expect(panel.getByText('2 messages')).toBeVisible();
});

test('stopping for a site gives the permission back and forgets what was read', async ({
  sidelight,
  chat,
  panel,
}) => {
  await say(chat, 'something private');
  await expect(panel.getByText('1 message', { exact: true })).toBeVisible();
  await panel.getByRole('button', { name: /^Stop reading on/ }).click();
  await panel.getByRole('button', { name: 'Stop and forget' }).click();
  await expect(panel.getByRole('button', { name: /^Read this conversation on/ })).toBeVisible();
  const worker = await sidelight.worker();
  const kept = await worker.evaluate(async () => JSON.stringify(await chrome.storage.session.get(null)));
  expect(kept).not.toContain('something private');
});

test('the draft is read as it is written, and gone when it is sent', async ({ chat, panel }) => {
  const composer = chat.locator('textarea.chat-textarea');
  await composer.pressSequentially('That sounds');
  await expect(panel.getByText('That sounds')).toBeVisible();
  await composer.fill('');
  await expect(panel.getByText('That sounds')).toHaveCount(0);
});
