import type { Page } from '@playwright/test';
import { guardPage } from '../support/host-guard/guard-page';
import { expect, expectUntouched, say, test, type ChatOnPage } from '../support/pages/side-by-side';
import { messageInPanel } from '../support/xmpp/real-chat';

const open = (chat: Page, jid: string, title: string) =>
  chat.evaluate(
    ([id, name]) => {
      (globalThis as unknown as { chat: ChatOnPage }).chat.open(id, name);
    },
    [jid, title] as const,
  );

test('in two windows with two chats, each panel shows the conversation of its own window and no word of the other', async ({
  pages,
  sidelight,
  chat,
  panel,
}) => {
  const worker = await sidelight.worker();
  const inSecond = sidelight.context.waitForEvent('page');
  await worker.evaluate(() => chrome.windows.create({ url: 'about:blank' }));
  const second = await inSecond;
  const guard = await guardPage(second, sidelight.extensionId);
  await second.goto(pages.url('converse-like.html?second'));
  await open(second, 'lee@chat.test', 'Lee');
  const secondPanel = await sidelight.openPanel(second);
  await expect(secondPanel.getByRole('banner')).toContainText('Reading');

  const shows = async (where: Page, title: string, said: readonly string[], not: readonly string[]) => {
    await expect(where.getByRole('heading', { name: title, exact: true })).toBeVisible();
    await expect(where.getByText(new RegExp(`^${String(said.length)} messages?$`))).toBeVisible();
    for (const [n, text] of said.entries())
      await expect(await messageInPanel(where, n + 1)).toContainText(text);
    for (const text of not) await expect(where.getByText(text)).toHaveCount(0);
  };
  await say(chat, 'the nights are long');
  await say(second, 'my exam is tomorrow', { author: 'Lee' });
  await shows(panel, 'Sam', ['the nights are long'], ['my exam is tomorrow']);
  await shows(secondPanel, 'Lee', ['my exam is tomorrow'], ['the nights are long']);

  // Both at once, and then another conversation in one of them.
  await Promise.all([say(chat, 'I lie awake'), say(second, 'I learnt nothing', { author: 'Lee' })]);
  await shows(panel, 'Sam', ['the nights are long', 'I lie awake'], ['I learnt nothing']);
  await shows(secondPanel, 'Lee', ['my exam is tomorrow', 'I learnt nothing'], ['I lie awake']);
  await open(second, 'kim@chat.test', 'Kim');
  await say(second, 'hello from Kim', { author: 'Kim' });
  await say(chat, 'until it gets light');
  await shows(secondPanel, 'Kim', ['hello from Kim'], ['I learnt nothing', 'until it gets light']);
  await shows(
    panel,
    'Sam',
    ['the nights are long', 'I lie awake', 'until it gets light'],
    ['hello from Kim'],
  );

  await expectUntouched(guard);
  await second.close();
  await say(chat, 'thank you for staying');
  await expect(panel.getByText('4 messages')).toBeVisible();
  await expect(panel.getByText('hello from Kim')).toHaveCount(0);
});
