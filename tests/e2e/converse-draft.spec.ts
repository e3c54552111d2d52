import type { Page } from '@playwright/test';
import { expect, test, write } from '../support/xmpp/real-chat';

const ORDER = 'You should just talk to your parents, they’ll understand';

const composerOf = (page: Page) => page.locator('textarea.chat-textarea').first();

test('a draft in the real client gets one kind, exact remark, and a good reflection none', async ({
  anna,
  bo,
  panel,
}) => {
  await write(bo, 'nobody ever listens to me at home');
  await expect(panel.getByText('1 message', { exact: true })).toBeVisible();
  const composer = composerOf(anna);
  await composer.pressSequentially(ORDER);
  const draft = panel.getByRole('region', { name: 'Your draft' });
  await expect(draft.locator('.draft-text')).toHaveText(ORDER);
  await expect(draft.locator('.draft-flag')).toHaveCount(1);
  await expect(draft.locator('mark')).toHaveText(['You should just talk to your parents']);
  await expect(draft.locator('.draft-flag')).toContainText('“nobody ever listens to me at home”');

  await composer.fill('');
  await expect(draft).toHaveCount(0);
  const good = 'It sounds lonely, nobody listening to you at home. What happens when you try?';
  await composer.pressSequentially(good);
  await expect(draft.locator('.draft-text')).toHaveText(good);
  await expect(draft.locator('.draft-flag')).toHaveCount(0);

  await composer.press('Enter');
  await expect(panel.getByText('2 messages')).toBeVisible();
  await expect(draft).toHaveCount(0);
});

test('another way to say it is shown beside the real client, and nothing in the page changes', async ({
  anna,
  bo,
  panel,
}) => {
  await write(bo, 'nobody ever listens to me at home');
  await expect(panel.getByText('1 message', { exact: true })).toBeVisible();
  const composer = composerOf(anna);
  await composer.pressSequentially(`That must be hard. ${ORDER}`);
  const draft = panel.getByRole('region', { name: 'Your draft' });
  const rows = await anna.locator('.chat-msg').count();
  await draft.getByRole('button', { name: /^Show another way to say it/ }).click();
  const way = draft.getByRole('group', { name: /^Another way, instead of/ });
  await expect(way).toContainText('Made on this device');
  await expect(way).not.toContainText('should');
  await way.getByRole('button', { name: 'Another', exact: true }).click();
  await expect(way).toContainText('Made on this device');
  await way.getByRole('button', { name: 'Copy this way to say it' }).click();
  await expect(way.getByRole('button', { name: 'Copy this way to say it' })).toHaveText('Copied');
  // That the page itself was not touched in any other way is what the host guard watches.
  await expect(composer).toHaveValue(`That must be hard. ${ORDER}`);
  await expect(composer).toBeFocused();
  expect(await anna.locator('.chat-msg').count()).toBe(rows);
});
