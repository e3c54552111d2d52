import { act, box, expect, message, messageInPanel, test, write } from '../support/xmpp/real-chat';

test.describe('chats that float over another page', () => {
  test.use({ annasPage: { mode: 'overlayed', with: ['bo'] } });

  test('the chat with the cursor in it is the conversation, and the others stay out of it', async ({
    xmpp,
    arrive,
    anna,
    bo,
    panel,
  }) => {
    const cai = await arrive('cai');
    const withBo = box(anna, xmpp.jid('bo'));
    const withCai = box(anna, xmpp.jid('cai'));
    await withBo.locator('textarea.chat-textarea').click();
    await write(bo, 'said by Bo');
    await expect(panel.getByRole('heading', { name: 'Bo' })).toBeVisible();

    // A second chat pops up beside the first while Anna is in the first.
    await write(cai, 'said by Cai');
    await expect(withCai.locator('.chat-msg')).toBeVisible();
    await write(bo, 'and again by Bo');
    await expect(panel.getByText('2 messages')).toBeVisible();
    await expect(panel.getByRole('heading', { name: 'Bo' })).toBeVisible();

    await withCai.locator('textarea.chat-textarea').click();
    await expect(panel.getByRole('heading', { name: 'Cai' })).toBeVisible();
    await expect(panel.getByText('1 message', { exact: true })).toBeVisible();
    await expect(await messageInPanel(panel, 1)).toContainText('said by Cai');

    await withCai.getByTitle('Minimize this chat').click();
    await expect(panel.getByRole('heading', { name: 'Bo' })).toBeVisible();
    await expect(panel.getByText('2 messages')).toBeVisible();
    await expect(await messageInPanel(panel, 2)).toContainText('and again by Bo');
  });
});

test('the words of an edit are read whole, even where the client shows them cut', async ({
  anna,
  bo,
  panel,
}) => {
  await write(bo, 'see https://example.org/page now');
  await expect(panel.getByText('1 message', { exact: true })).toBeVisible();
  await act(bo, 'see https://example.org/page now', 'Edit');
  const edited = 'this is the edited text with no link in it at all';
  await write(bo, edited);
  // The client's own fault, on which this test rests: what is seen is not what was written.
  const seen = message(anna, edited).locator('converse-chat-message-body');
  await expect(seen).toHaveText('this no link in it at all');
  await expect(await messageInPanel(panel, 1)).toContainText(edited);
});

test('a reply is read without the words that it quotes, and typing is no message', async ({
  anna,
  bo,
  panel,
}) => {
  await write(anna, 'What is the hardest part of the day?');
  await write(bo, 'let me think');
  await act(bo, 'What is the hardest part of the day?', 'Reply');
  await write(bo, 'the evenings');
  await expect(panel.getByText('3 messages')).toBeVisible();
  await bo.locator('textarea.chat-textarea').pressSequentially('you kn');
  await expect(anna.getByText('Bo is typing')).toBeVisible();
  const reply = await messageInPanel(panel, 3);
  await expect(reply).toContainText('the evenings');
  await expect(reply).not.toContainText('hardest part');
  await expect(panel.getByText('3 messages')).toBeVisible();
});

test('scrolling through a long history and back neither doubles nor loses a message', async ({
  anna,
  bo,
  panel,
}) => {
  for (let n = 1; n <= 130; n++) await write(bo, `line ${String(n)}`);
  await expect(panel.getByText('130 messages')).toBeVisible();
  const list = anna.locator('.chat-content__messages');

  // On the left: the panel beside the page takes the right of the window, and the wheel with it.
  await list.hover({ position: { x: 40, y: 300 } });
  await expect(async () => {
    await anna.mouse.wheel(0, -2_000);
    await expect(message(anna, 'line 1')).toBeVisible({ timeout: 500 });
  }).toPass();
  await expect(message(anna, 'line 130')).toHaveCount(0);

  // While Anna reads what was said before, the client shows her no new message: there is none to read yet.
  await write(bo, 'are you still there');
  await expect(anna.locator('.new-msgs-indicator')).toBeVisible();
  await list.hover({ position: { x: 40, y: 300 } });
  await expect(async () => {
    await anna.mouse.wheel(0, 2_000);
    await expect(message(anna, 'are you still there')).toBeVisible({ timeout: 500 });
  }).toPass();

  await expect(panel.getByText('131 messages')).toBeVisible();
  await expect(await messageInPanel(panel, 1)).toContainText('line 1');
  await expect(await messageInPanel(panel, 60)).toContainText('line 60');
  await expect(await messageInPanel(panel, 131)).toContainText('are you still there');
});

test('after the page is loaded again, reading goes on by itself with the same messages', async ({
  anna,
  bo,
  panel,
}) => {
  await write(bo, 'before the reload');
  await write(anna, 'I am here');
  await expect(panel.getByText('2 messages')).toBeVisible();
  await anna.reload();
  await expect(message(anna, 'before the reload')).toBeVisible();
  await write(bo, 'after the reload');
  await expect(panel.getByText('3 messages')).toBeVisible();
  await expect(await messageInPanel(panel, 1)).toContainText('before the reload');
  await expect(await messageInPanel(panel, 3)).toContainText('after the reload');
});
