import { expect, test, type Page } from '@playwright/test';
import { HISTORY, serveDeepChat, type DeepChatSite } from '../support/deep-chat/serve-deep-chat';
import { launchExtension } from '../support/extension/launch';
import { guardPage, type HostGuard } from '../support/host-guard/guard-page';
import { expectUntouched } from '../support/pages/side-by-side';
import { pointAt, startTeaching } from '../support/pages/teach-by-hand';

/** A real chat client that no adapter knows, all of it in a shadow root, with the panel beside it. */
async function beside(
  run: (chat: Page, panel: Page, site: DeepChatSite, guard: HostGuard) => Promise<void>,
): Promise<void> {
  const site = await serveDeepChat();
  const sidelight = await launchExtension();
  await sidelight.grantHost(site.url);
  const chat = await sidelight.context.newPage();
  const guard = await guardPage(chat, sidelight.extensionId);
  await chat.goto(site.url);
  await expect(chat.getByText('Everybody at work thinks I am lazy')).toBeVisible();
  const panel = await sidelight.openPanel(chat);
  await panel.getByRole('button', { name: /^Read this conversation on/ }).click();
  await run(chat, panel, site, guard);
  await sidelight.close();
  await site.close();
}

test('a real client that nobody described is read by guess while people write in it', async () => {
  await beside(async (chat, panel, site, guard) => {
    const note = panel.getByRole('region', { name: /I don\u2019t know this site/ });
    await expect(note).toContainText(`${String(HISTORY.length)} messages`);
    await panel.getByRole('button', { name: 'Robin', exact: true }).click();
    await expect(note).toContainText('4 theirs and 2 yours');

    site.say('and nobody notices');
    await expect(note).toContainText('5 theirs and 2 yours');
    await chat.locator('#text-input').click();
    await chat.keyboard.type('Nobody notices how hard you try.');
    await chat.keyboard.press('Enter');
    await expect(note).toContainText('5 theirs and 3 yours');
    expect(site.sent).toEqual(['Nobody notices how hard you try.']);

    site.edit(6, 'and I want to kill myself');
    await expect(panel.getByRole('alert')).toContainText('I want to kill myself');
    await expectUntouched(guard);
  });
});

test('two clicks teach a real client, and the client hears none of them', async () => {
  await beside(async (chat, panel, site) => {
    const html = () => chat.evaluate(() => document.documentElement.outerHTML);
    const before = await html();
    const layer = await startTeaching(chat, panel);
    await pointAt(chat, 'Everybody at work thinks I am lazy');
    await expect(panel.getByRole('heading', { name: 'Now click one that you wrote' })).toBeVisible();
    await pointAt(chat, 'And you know that there is more to it than that.');
    await expect(panel.getByText('4 theirs, 2 yours, 0 not sure')).toBeVisible();
    await expect(layer.getByText('you write here')).toBeVisible();
    await layer.getByRole('button', { name: 'Save' }).click();
    await expect(panel.getByRole('banner')).toContainText('Reading');
    await expect(panel.getByText('6 messages', { exact: true })).toBeVisible();
    await expect.poll(html).toBe(before);
    site.say('and nobody notices');
    await expect(panel.getByText('7 messages', { exact: true })).toBeVisible();
    expect(site.sent).toEqual([]);

    // The box to write in is known, too.
    await chat.locator('#text-input').click();
    await chat.keyboard.type('You should just get up earlier.');
    await expect(panel.getByRole('region', { name: /draft/i })).toContainText('You should');
  });
});
