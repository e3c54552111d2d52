import type { Page } from '@playwright/test';
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

/** How pages treat a composer under a person's fingers. */
type Unruly = 'renders anew at each key' | 'empties at each key';

async function makeUnruly(chat: Page, how: Unruly): Promise<void> {
  await chat.evaluate((way) => {
    document.addEventListener('input', ({ target }) => {
      if (!(target instanceof HTMLTextAreaElement)) return;
      if (way === 'empties at each key') {
        target.value = '';
        return;
      }
      const fresh = target.cloneNode() as HTMLTextAreaElement;
      fresh.value = target.value;
      target.replaceWith(fresh);
      fresh.focus();
      fresh.setSelectionRange(fresh.value.length, fresh.value.length);
    });
  }, how);
}

const ORDER = 'You should just talk to your parents';

test('a composer that renders anew at each key is read all the same, without the card coming and going', async ({
  chat,
  panel,
}) => {
  await say(chat, 'nobody ever listens to me at home');
  await makeUnruly(chat, 'renders anew at each key');
  await chat.locator('.chat-textarea').focus();
  await chat.keyboard.type('You should just');
  const draft = panel.getByRole('region', { name: 'Your draft' });
  await expect(draft.locator('.draft-text')).toHaveText('You should just');
  const losses = await panel.evaluateHandle(() => {
    const counted = { gone: 0 };
    new MutationObserver(() => {
      if (document.querySelector('.draft-text') === null) counted.gone += 1;
    }).observe(document.body, { childList: true, subtree: true });
    return counted;
  });
  await chat.keyboard.type(' talk to your parents');
  await expect(draft.locator('mark').first()).toHaveText(ORDER);
  expect(await losses.evaluate(({ gone }) => gone)).toBe(0);
});

test('a composer that is emptied at each key shows no draft, and the panel goes on', async ({
  chat,
  panel,
}) => {
  await say(chat, 'nobody ever listens to me at home');
  await makeUnruly(chat, 'empties at each key');
  await chat.locator('.chat-textarea').focus();
  await chat.keyboard.type(ORDER);
  await say(chat, 'are you there');
  await expect(panel.getByText('2 messages')).toBeVisible();
  await expect(panel.getByRole('region', { name: 'Your draft' })).toHaveCount(0);
});

test('of two composers the one being written in is shown', async ({ chat, panel }) => {
  await say(chat, 'nobody ever listens to me at home');
  await chat.evaluate(() => {
    const thread = document.createElement('textarea');
    thread.className = 'chat-textarea thread';
    document.querySelector('.chat-textarea')?.after(thread);
  });
  const draft = panel.getByRole('region', { name: 'Your draft' });
  await chat.locator('.chat-textarea').first().pressSequentially('It sounds lonely.');
  await expect(draft.locator('.draft-text')).toHaveText('It sounds lonely.');
  await chat.locator('.thread').pressSequentially(ORDER);
  await expect(draft.locator('.draft-text')).toHaveText(ORDER);
  await expect(draft.locator('.draft-flag')).toHaveCount(1);
});

test('a draft that is very long, only emoji, in another language or pasted disturbs nothing', async ({
  chat,
  panel,
}) => {
  await say(chat, 'nobody ever listens to me at home');
  const composer = chat.locator('.chat-textarea');
  const draft = panel.getByRole('region', { name: 'Your draft' });
  await composer.fill('Lo siento mucho, deberías hablar con tus padres esta noche');
  await expect(draft).toContainText('in English only');
  await composer.fill('[18:02] Sam: hi\n[18:03] Me: you should rest\n[18:04] Sam: no\n[18:05] Me: ok then');
  await expect(draft).toContainText('looks like a copied chat');
  await composer.fill('😞👍🏽');
  await expect(draft.locator('.draft-text')).toHaveText('😞👍🏽');
  await expect(draft.locator('.draft-says')).toBeEmpty();
  await composer.fill('You should just talk to them. '.repeat(700));
  await expect(draft.locator('.draft-flag').first()).toBeVisible();
  await composer.fill('');
  await expect(draft).toHaveCount(0);
});
