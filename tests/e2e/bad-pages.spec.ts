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

test('a list that the page replaces every second is read each time, and nothing of it piles up', async ({
  chat,
  panel,
}) => {
  await chat.evaluate(() => {
    const page = (globalThis as unknown as { chat: ChatOnPage }).chat;
    page.fill(40, 'over and over');
    setInterval(() => {
      const list = document.querySelector('converse-message-history');
      if (list) list.replaceWith(list.cloneNode(true));
    }, 1_000);
  });
  await expect(panel.getByText('40 messages')).toBeVisible();
  // Three lists later it is still the same conversation of as many messages.
  await chat.evaluate(
    () =>
      new Promise<void>((resolve) => {
        let lists = 0;
        const observer = new MutationObserver((records) => {
          const isNew = ({ addedNodes }: MutationRecord) =>
            [...addedNodes].some(({ nodeName }) => nodeName === 'CONVERSE-MESSAGE-HISTORY');
          lists += records.filter(isNew).length;
          if (lists < 3) return;
          observer.disconnect();
          resolve();
        });
        observer.observe(document, { subtree: true, childList: true });
      }),
  );
  await say(chat, 'one that is new');
  await expect(panel.getByText('41 messages')).toBeVisible();
  await expect(panel.getByRole('banner')).toContainText('Reading');
});

test('a list that is taken out of the page ends the reading in words, and one that comes back goes on', async ({
  chat,
  panel,
}) => {
  await say(chat, 'said before');
  await expect(panel.getByText('1 message', { exact: true })).toBeVisible();
  await chat.evaluate(() => {
    const root = document.querySelector('converse-root');
    const around = root?.parentElement;
    root?.remove();
    Object.assign(globalThis, {
      putBack: () => {
        if (root) around?.append(root);
      },
    });
  });
  await expect(panel.getByRole('heading', { name: 'No conversation in sight' })).toBeVisible();
  await chat.evaluate(() => {
    (globalThis as unknown as { putBack(): void }).putBack();
  });
  await expect(panel.getByText('1 message', { exact: true })).toBeVisible();
});

test('leave that is taken back in the browser ends the reading; the page throws nothing, and leave can be given again', async ({
  sidelight,
  pages,
  chat,
  panel,
}) => {
  const errors: string[] = [];
  chat.on('pageerror', ({ message }) => errors.push(message));
  await say(chat, 'said before');
  await expect(panel.getByText('1 message', { exact: true })).toBeVisible();
  await sidelight.revokeHost(pages.url('converse-like.html'));
  const ask = panel.getByRole('button', { name: /^Read this conversation on/ });
  await expect(ask).toBeVisible();
  await say(chat, 'nobody reads this');
  expect(errors).toEqual([]);
  await sidelight.grantHost(pages.url('converse-like.html'));
  await ask.click();
  await expect(panel.getByText('2 messages')).toBeVisible();
});
