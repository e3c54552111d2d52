import { expect, say, test } from '../support/pages/side-by-side';

test('suggestions can wait until the supporter has begun a reply, and the choice lasts', async ({
  chat,
  panel,
  sidelight,
}) => {
  await say(chat, 'since my gran died the evenings are so quiet and I feel lonely');
  const suggestions = panel.getByRole('region', { name: 'You could say' });
  await expect(suggestions.getByRole('button', { name: /^Copy/ })).not.toHaveCount(0);
  await suggestions.getByRole('combobox', { name: 'Show' }).selectOption('after I’ve drafted');
  await expect(suggestions.getByRole('button', { name: /^Copy/ })).toHaveCount(0);

  await chat.locator('.chat-textarea').pressSequentially('I am so sorry about your gran');
  await expect(suggestions.getByRole('button', { name: /^Copy/ })).not.toHaveCount(0);

  await panel.close();
  const again = await sidelight.openPanel(chat);
  await expect(again.getByRole('combobox', { name: 'Show' })).toHaveValue('after-draft');
});

test('what was said stays in view until it is taken up, and the chat can be looked back on', async ({
  chat,
  panel,
}) => {
  await say(chat, 'my gran Hilda died in march');
  await say(chat, 'What did you have for lunch?', { mine: true });
  const cues = panel.getByRole('region', { name: 'Not answered yet' });
  await expect(cues).toContainText('died in march');
  await say(chat, 'I am so sorry that your gran died. Losing her must hurt.', { mine: true });
  await expect(cues).toContainText('you took that up');

  await panel.getByRole('button', { name: 'Look back on this chat' }).click();
  const after = panel.getByRole('region', { name: 'Looking back' });
  await expect(after).toContainText('What opened up');
  const note = after.getByRole('textbox', { name: 'Hand-off note' });
  await expect(note).toHaveValue(/died in march/);
  await expect(note).not.toHaveValue(/Hilda/);
});

test('a suggestion can be made one’s own in the panel, and nothing of it reaches the page', async ({
  chat,
  panel,
}) => {
  await say(chat, 'I failed the exam and I feel ashamed to tell my mum');
  await panel
    .getByRole('button', { name: /^Adapt/ })
    .first()
    .click();
  const own = panel.getByRole('textbox', { name: 'In your own words' });
  await own.fill('Telling your mum feels like the hard part?');
  await say(chat, 'are you there');
  await expect(panel.getByText('2 messages')).toBeVisible();
  await expect(own).toHaveValue('Telling your mum feels like the hard part?');
  await expect(chat.locator('.chat-textarea')).toHaveValue('');
});

test('a draft that gives orders gets one kind remark at its words, and a reflection gets none', async ({
  chat,
  panel,
}) => {
  await say(chat, 'nobody ever listens to me at home');
  await expect(panel.getByText('1 message', { exact: true })).toBeVisible();
  const composer = chat.locator('.chat-textarea');
  await composer.pressSequentially('You should just talk to your parents, they’ll understand');
  const draft = panel.getByRole('region', { name: 'Your draft' });
  await expect(draft.locator('mark').first()).toHaveText('You should just talk to your parents');
  await expect(draft).toContainText('nobody ever listens to me at home');
  await expect(draft.locator('.draft-flag')).toHaveCount(1);

  await composer.fill('It sounds lonely, not being heard at home.');
  await expect(draft).toContainText('not being heard');
  await expect(draft.locator('.draft-flag')).toHaveCount(0);

  await composer.fill('You should just talk to your parents');
  const flag = draft.locator('.draft-flag').filter({ hasText: '“You should”' });
  await flag.getByRole('button', { name: /^Not helpful/ }).click();
  await flag.getByRole('button', { name: 'Not in this chat' }).click();
  await expect(flag).toHaveCount(0);
});

test('another way to say it comes on a click, to copy, and nothing of it reaches the page', async ({
  chat,
  panel,
}) => {
  await say(chat, 'nobody ever listens to me at home');
  await expect(panel.getByText('1 message', { exact: true })).toBeVisible();
  const composer = chat.locator('.chat-textarea');
  const words = 'That must be hard. You should just talk to your parents, they’ll understand';
  await composer.fill(words);
  const draft = panel.getByRole('region', { name: 'Your draft' });
  const another = draft.getByRole('button', { name: /^Show another way to say it/ }).first();
  await another.click();
  const way = draft.getByRole('group', { name: /^Another way, instead of/ });
  await expect(way).toContainText('Made on this device');
  await expect(way).not.toContainText('should');
  await way.getByRole('button', { name: 'Copy this way to say it' }).click();
  await expect(way.getByRole('button', { name: 'Copy this way to say it' })).toHaveText('Copied');
  await expect(composer).toHaveValue(words);
  await way.getByRole('button', { name: 'Close' }).click();
  await expect(way).toHaveCount(0);
});
