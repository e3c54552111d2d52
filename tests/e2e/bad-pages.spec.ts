import { expect, say, test, type ChatOnPage } from '../support/pages/side-by-side';

const drive = (run: (chat: ChatOnPage) => void) => `(${run.toString()})(globalThis.chat)`;

test('a page without a chat says so, and says what to do', async ({ sidelight, chat }) => {
  await chat.evaluate(() => document.querySelector('converse-root')?.remove());
  const panel = await sidelight.openPanel(chat);
  await panel.getByRole('button', { name: /^Read this conversation on/ }).click();
  await expect(panel.getByRole('main')).toContainText('No conversation in sight');
});

test('a history of 10,000 messages is read whole, and the next message arrives', async ({ chat, panel }) => {
  await chat.evaluate(drive((page) => page.open('old@chat.test', 'Old friend')));
  await chat.evaluate(drive((page) => page.fill(10_000)));
  await expect(panel.getByText('10000 messages')).toBeVisible({ timeout: 60_000 });
  await say(chat, 'and one more');
  await expect(panel.getByText('10001 messages')).toBeVisible();
});

test('a message of a megabyte is cut, and the rest of the page is read', async ({ chat, panel }) => {
  await chat.evaluate(() => {
    (globalThis as unknown as { chat: ChatOnPage }).chat.say('endless '.repeat(131_072));
  });
  await say(chat, 'a short one after it');
  await expect(panel.getByText('2 messages')).toBeVisible();
});

test('HTML in names, titles and messages is shown as text and runs nothing', async ({ chat, panel }) => {
  const evil = '<img src=x onerror="document.title=\'owned\'"><b>Sam</b>';
  await chat.evaluate(
    (name) => (globalThis as unknown as { chat: ChatOnPage }).chat.open('x@chat.test', name),
    evil,
  );
  await say(chat, evil, { author: evil });
  await expect(panel.getByRole('heading', { name: evil })).toBeVisible();
  await expect(panel.locator('img')).toHaveCount(0);
  expect(await panel.title()).not.toBe('owned');
});

test('rows that change forever neither hang the page nor the panel', async ({ chat, panel }) => {
  await chat.evaluate(() => {
    const page = (globalThis as unknown as { chat: ChatOnPage }).chat;
    page.fill(50, 'restless');
    setInterval(() => {
      for (const body of document.querySelectorAll('converse-chat-message-body')) {
        body.setAttribute('text', `restless ${Math.random()}`);
      }
    }, 5);
  });
  await expect(panel.getByText('50 messages')).toBeVisible();
  await say(chat, 'a real message in between');
  await expect(panel.getByText('51 messages')).toBeVisible();
  // The page still answers its own clicks.
  await chat.locator('textarea.chat-textarea').fill('still here');
  await expect(chat.locator('textarea.chat-textarea')).toHaveValue('still here');
});

test('two conversations in one page are never mixed', async ({ chat, panel }) => {
  await say(chat, 'said by Sam');
  await expect(panel.getByText('1 message', { exact: true })).toBeVisible();
  await chat.evaluate(drive((page) => page.open('alex@chat.test', 'Alex')));
  await say(chat, 'said by Alex', { author: 'Alex', id: 'alex-1' });
  await expect(panel.getByRole('heading', { name: 'Alex' })).toBeVisible();
  await expect(panel.getByText('1 message', { exact: true })).toBeVisible();
});
