import { fileURLToPath } from 'node:url';
import { expect, test, type Page } from '@playwright/test';
import { launchExtension } from '../support/extension/launch';
import { keepJournal, readJournal, type Journal } from '../support/host-guard/journal';
import { servePages, type PageServer } from '../support/pages/serve-pages';
import { say, type ChatOnPage } from '../support/pages/side-by-side';

const MISBEHAVING = fileURLToPath(new URL('../fixtures/misbehaving-extension', import.meta.url));

let pages: PageServer;
test.beforeAll(async () => {
  pages = await servePages();
});
test.afterAll(() => pages.close());

const onPage = (chat: Page, act: (page: ChatOnPage) => void): Promise<void> =>
  chat.evaluate(`(${act.toString()})(globalThis.chat)`);

/**
 * An evening at the chat, with the hands of a person: real keys and a real mouse. `whenRead` waits until the
 * long history has been read, so that what leaves the list afterwards is known.
 */
async function anEvening(chat: Page, whenRead = () => Promise.resolve()): Promise<void> {
  await say(chat, 'I failed my exam and I feel so alone');
  await say(chat, 'nobody picks up the phone', { followUp: true });
  const composer = await chat.locator('textarea.chat-textarea').boundingBox();
  await chat.mouse.click((composer?.x ?? 0) + 5, (composer?.y ?? 0) + 5);
  await chat.keyboard.type('That sounds lonely.');
  await chat.keyboard.press('Shift+Home');
  await chat.keyboard.press('ControlOrMeta+c');
  await onPage(chat, (page) => {
    page.say('That sounds lonely.', { mine: true });
  });
  await chat.keyboard.press('Delete');
  await chat.evaluate(() => {
    const [first] = document.querySelectorAll('converse-chat-message-body');
    first?.setAttribute('text', 'I failed my second exam and I feel so alone');
    document.querySelector('.chat-msg--followup')?.classList.add('chat-msg--retracted');
  });
  await onPage(chat, (page) => {
    page.open('alex@chat.test', 'Alex');
    page.fill(120);
  });
  await whenRead();
  await chat.evaluate(() => {
    for (const row of [...document.querySelectorAll('converse-chat-message')].slice(0, 40)) row.remove();
  });
  await say(chat, 'a last one');
}

test('a quiet page beside a reading panel stays exactly as it is', async () => {
  const sidelight = await launchExtension();
  const chat = await sidelight.context.newPage();
  await keepJournal(chat);
  await chat.goto(pages.url('converse-like.html'));
  await say(chat, 'I failed my exam and I feel so alone');
  const before = await readJournal(chat);

  await sidelight.grantHost(chat.url());
  const panel = await sidelight.openPanel(chat);
  await panel.getByRole('button', { name: /^Read this conversation on/ }).click();
  await expect(panel.getByText('1 message', { exact: true })).toBeVisible();
  await panel.getByRole('button', { name: 'Pause reading' }).click();
  await expect(panel.getByRole('banner')).toContainText('Paused');
  await panel.getByRole('button', { name: 'Go on reading' }).first().click();
  await expect(panel.getByRole('banner')).toContainText('Reading');
  await panel.getByRole('button', { name: 'Again' }).click();
  await panel
    .getByRole('button', { name: /^Copy the suggestion/ })
    .first()
    .click();
  await sidelight.killWorker();
  await sidelight.reloadExtension();
  const renewed = await sidelight.openPanel(chat);
  await expect(renewed.getByText('1 message', { exact: true })).toBeVisible();
  await renewed.getByRole('button', { name: /^Stop reading on/ }).click();
  await renewed.getByRole('button', { name: 'Stop and forget' }).click();
  await expect(renewed.getByRole('button', { name: /^Read this conversation on/ })).toBeVisible();

  expect(await readJournal(chat)).toEqual(before);
  await sidelight.close();
});

async function eveningWithout(): Promise<Journal> {
  const browser = await launchExtension({ extension: null });
  const chat = await browser.context.newPage();
  await keepJournal(chat);
  await chat.goto(pages.url('converse-like.html'));
  await anEvening(chat);
  const journal = await readJournal(chat);
  await browser.close();
  return journal;
}

test('an evening of chat leaves the same journal with Sidelight and without', async () => {
  const without = await eveningWithout();
  // The journal tells the evening: an empty one would equal anything.
  expect(without.lines.length).toBeGreaterThan(150);

  const sidelight = await launchExtension();
  await sidelight.grantHost(pages.url(''));
  const chat = await sidelight.context.newPage();
  await keepJournal(chat);
  await chat.goto(pages.url('converse-like.html'));
  const panel = await sidelight.openPanel(chat);
  await panel.getByRole('button', { name: /^Read this conversation on/ }).click();
  await expect(panel.getByRole('banner')).toContainText('Reading');
  await chat.bringToFront();
  await anEvening(chat, () => expect(panel.getByText('120 messages')).toBeVisible());
  await expect(panel.getByRole('heading', { name: 'Alex' })).toBeVisible();
  await expect(panel.getByText('121 messages')).toBeVisible();

  expect(await readJournal(chat)).toEqual(without);
  await sidelight.close();
});

test('the same comparison sees an extension that only adds one attribute', async () => {
  const without = await eveningWithout();
  const browser = await launchExtension({ extension: MISBEHAVING });
  const chat = await browser.context.newPage();
  await keepJournal(chat);
  await chat.goto(`${pages.url('converse-like.html')}?sin=attribute`);
  await expect(chat.locator('converse-chat[data-seen]')).toHaveCount(1);
  await anEvening(chat);
  const { lines } = await readJournal(chat);
  const strange = lines.filter((line) => !without.lines.includes(line));
  expect(strange).toEqual(['change attributes <converse-chat> data-seen: null -> 1']);
  await browser.close();
});
