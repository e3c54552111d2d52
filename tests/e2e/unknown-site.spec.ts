import { expect, test, type Page } from '@playwright/test';
import { launchExtension } from '../support/extension/launch';
import { guardPage } from '../support/host-guard/guard-page';
import { expectUntouched } from '../support/pages/side-by-side';
import { serveUnknown } from '../support/platforms/serve-unknown';

async function beside(name: string, run: (chat: Page, panel: Page) => Promise<void>): Promise<void> {
  const site = await serveUnknown(name);
  const sidelight = await launchExtension();
  await sidelight.grantHost(site.url);
  const chat = await sidelight.context.newPage();
  const guard = await guardPage(chat, sidelight.extensionId);
  await chat.goto(site.url);
  const panel = await sidelight.openPanel(chat);
  await panel.getByRole('button', { name: /^Read this conversation on/ }).click();
  await run(chat, panel);
  await expectUntouched(guard);
  await sidelight.close();
  await site.close();
}

test('a chat that nobody described is read by guess, says so, and asks once which name is yours', async () => {
  await beside('hashed-soup', async (chat, panel) => {
    await expect(panel.getByRole('region', { name: /I don\u2019t know this site/ })).toContainText(
      '8 messages',
    );
    await panel.getByRole('button', { name: 'Theo', exact: true }).click();
    await expect(panel.getByText('You are Theo; your client is Nadia.')).toBeVisible();
    await expect(panel.getByRole('region', { name: /I don\u2019t know this site/ })).toContainText(
      '5 theirs and 3 yours',
    );
    await expect(panel.getByRole('region', { name: 'Which of these is you?' })).toHaveCount(0);
    await chat.reload();
    await expect(panel.getByRole('region', { name: /I don\u2019t know this site/ })).toContainText(
      '5 theirs and 3 yours',
    );
    await expect(panel.getByRole('region', { name: 'Which of these is you?' })).toHaveCount(0);
    await panel.getByRole('button', { name: 'Not so?' }).click();
    await expect(panel.getByRole('region', { name: 'Which of these is you?' })).toBeVisible();
  });
});

test('a name that is to be remembered is known again after the session, until it is taken back', async () => {
  const site = await serveUnknown('hashed-soup');
  const sidelight = await launchExtension();
  await sidelight.grantHost(site.url);
  const open = async () => {
    const chat = await sidelight.context.newPage();
    await chat.goto(site.url);
    return { chat, panel: await sidelight.openPanel(chat) };
  };
  const first = await open();
  await first.panel.getByRole('button', { name: /^Read this conversation on/ }).click();
  await first.panel.getByRole('checkbox', { name: /Remember me on this site/ }).check();
  await first.panel.getByRole('button', { name: 'Theo', exact: true }).click();
  await expect(first.panel.getByText('You are Theo; your client is Nadia.')).toBeVisible();
  const kept = await (
    await sidelight.worker()
  ).evaluate(async () => {
    const all = await (globalThis as unknown as { chrome: typeof chrome }).chrome.storage.local.get(null);
    return JSON.stringify(all['own-names']);
  });
  expect(kept).toContain(new URL(site.url).origin);
  expect(kept).not.toContain('Theo');
  await first.chat.close();
  // Another tab knows nothing of the first one's session.
  const second = await open();
  await expect(second.panel.getByText('You are Theo; your client is Nadia.')).toBeVisible();
  await second.panel.getByRole('button', { name: 'Not so?' }).click();
  await expect(second.panel.getByRole('region', { name: 'Which of these is you?' })).toBeVisible();
  await second.chat.close();
  const third = await open();
  await expect(third.panel.getByRole('region', { name: 'Which of these is you?' })).toBeVisible();
  await sidelight.close();
  await site.close();
});

test('what leaves the composer and comes back as a row tells whose bubbles are whose', async () => {
  await beside('rtl-bubbles', async (chat, panel) => {
    const note = panel.getByRole('region', { name: /I don\u2019t know this site/ });
    await expect(note).toContainText('6 messages, and I can\u2019t tell whose they are');
    await chat.getByRole('textbox').fill('أنا أسمعك يا ليلى');
    await chat.evaluate(() => {
      const box = document.querySelector('textarea');
      const row = document.querySelectorAll('.bubble-row')[2]?.cloneNode(true);
      if (!box || !(row instanceof HTMLElement)) throw new Error('the page is not as it was written');
      row.setAttribute('data-key', '990');
      const words = row.querySelector('p');
      if (words) words.textContent = box.value;
      box.value = '';
      box.dispatchEvent(new Event('input', { bubbles: true }));
      document.querySelector('.stream')?.append(row);
    });
    await expect(note).toContainText('7 messages, 4 theirs and 3 yours');
  });
});

test('a chat in nested shadow roots is read by guess, and what comes, changes and goes in them is seen', async () => {
  await beside('shadow-app', async (chat, panel) => {
    const note = panel.getByRole('region', { name: /I don\u2019t know this site/ });
    await expect(note).toContainText('8 messages, 5 theirs and 3 yours');
    const inLog = (change: (log: Element) => void) =>
      chat.evaluate(
        `(${change.toString()})(document.querySelector('support-app').shadowRoot.querySelector('.log'))`,
      );
    await inLog((log) => {
      const line = document.createElement('chat-line') as HTMLElement & {
        show(who: string, text: string): void;
      };
      log.append(line);
      line.show('Nadia', 'thank you for asking');
    });
    await expect(note).toContainText('9 messages, 6 theirs and 3 yours');
    await inLog((log) => {
      const words = log.lastElementChild?.shadowRoot?.querySelector('.text');
      if (words) words.textContent = 'I want to kill myself';
    });
    await expect(panel.getByRole('alert')).toContainText('I want to kill myself');
  });
});
