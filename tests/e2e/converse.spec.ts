import { act, expect, messageInPanel, test, write } from '../support/xmpp/real-chat';

test('two people chat, and the panel follows: sides, order, suggestions for what was said last', async ({
  anna,
  bo,
  panel,
}) => {
  await write(bo, 'hi, can I talk to someone');
  await expect(panel.getByText('1 message', { exact: true })).toBeVisible();
  await write(anna, 'Of course. What is on your mind?');
  await write(bo, 'my flatmate moved out and the flat is so quiet now');
  await write(bo, 'I feel really lonely in the evenings');
  await expect(panel.getByText('4 messages')).toBeVisible();
  await expect(panel.getByRole('heading', { name: 'Bo' })).toBeVisible();
  await expect(await messageInPanel(panel, 1)).toContainText('hi, can I talk to someone');
  await expect(await messageInPanel(panel, 4)).toContainText('I feel really lonely in the evenings');
  await expect(panel.getByRole('button', { name: 'Show message 2' })).toHaveCount(0);
  const suggestions = panel.getByRole('region', { name: 'You could say' });
  await expect(suggestions.getByRole('button', { name: /^Copy/ })).not.toHaveCount(0);
  await suggestions.getByRole('button', { name: 'Why?' }).first().click();
  await expect(suggestions).toContainText('It answers message 4');
});

test('an edit changes the words in the panel, and a message taken back leaves it', async ({ bo, panel }) => {
  await write(bo, 'I think I am okay today');
  await write(bo, 'please forget this one');
  await write(bo, 'anyway, hello');
  await expect(panel.getByText('3 messages')).toBeVisible();
  await act(bo, 'I think I am okay today', 'Edit');
  await write(bo, 'I am not okay today');
  await expect(await messageInPanel(panel, 1)).toContainText('I am not okay today');
  await act(bo, 'please forget this one', 'Retract');
  await bo.getByRole('button', { name: 'Confirm' }).click();
  await expect(panel.getByRole('button', { name: 'Show message 2', exact: true })).toHaveCount(0);
  await expect(await messageInPanel(panel, 3)).toContainText('anyway, hello');
});

test('rows that leave the client’s window stay in the conversation', async ({ anna, bo, panel }) => {
  for (let n = 1; n <= 120; n++) await write(bo, `line ${n} of a long evening`);
  await expect(panel.getByText('120 messages')).toBeVisible({ timeout: 30_000 });
  expect(await anna.locator('.chat-msg').count()).toBeLessThan(120);
  await expect(await messageInPanel(panel, 1)).toContainText('line 1 of a long evening');
});

test('older history that is loaded later joins the conversation in front, in order', async ({
  sidelight,
  annaArrives,
  bo,
}) => {
  for (let n = 1; n <= 70; n++) await write(bo, `line ${n} of a long evening`);
  const anna = await annaArrives();
  await expect(anna.locator('.chat-msg').last()).toContainText('line 70');
  const panel = await sidelight.openPanel(anna);
  await panel.getByRole('button', { name: /^Read this conversation on/ }).click();
  await expect(panel.getByRole('heading', { name: 'Bo' })).toBeVisible();
  await expect(panel.getByText('50 messages')).toBeVisible();
  // To the very top, which in this list is a negative place; there the client asks its server for more.
  await anna.locator('.chat-content__messages').evaluate((list) => list.scrollTo(0, -list.scrollHeight));
  await expect(panel.getByText('70 messages')).toBeVisible({ timeout: 20_000 });
  // Around the border of two pages the client itself shows messages of one second in an odd order.
  const shown = await anna.locator('.chat-msg converse-chat-message-body').allInnerTexts();
  expect(shown).toHaveLength(70);
  for (const n of [1, 14, 15, 20, 21, 22, 35, 70]) {
    await expect(await messageInPanel(panel, n)).toContainText(shown[n - 1] ?? '');
  }
});

test('another chat in front is another conversation, and nothing of the first is mixed in', async ({
  arrive,
  anna,
  bo,
  panel,
}) => {
  await write(bo, 'said by Bo');
  await expect(panel.getByRole('heading', { name: 'Bo' })).toBeVisible();
  await expect(panel.getByText('1 message', { exact: true })).toBeVisible();
  const cai = await arrive('cai');
  await write(cai, 'said by Cai');
  await write(cai, 'and once more by Cai');
  await anna.locator('.open-chat', { hasText: 'Cai' }).first().click();
  await expect(panel.getByRole('heading', { name: 'Cai' })).toBeVisible();
  await expect(panel.getByText('2 messages')).toBeVisible();
  await expect(await messageInPanel(panel, 1)).toContainText('said by Cai');
  await anna.locator('.open-chat', { hasText: 'Bo' }).first().click();
  await expect(panel.getByRole('heading', { name: 'Bo' })).toBeVisible();
  await expect(panel.getByText('1 message', { exact: true })).toBeVisible();
});
