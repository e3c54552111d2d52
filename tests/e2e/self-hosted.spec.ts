import { expect, test } from '@playwright/test';
import { launchExtension } from '../support/extension/launch';
import { guardPage } from '../support/host-guard/guard-page';
import { expectUntouched } from '../support/pages/side-by-side';
import { servePlatform } from '../support/platforms/serve-platform';

/** Messages in the open conversation of the fixture, before and after the other one is opened. */
const HOSTED = [
  { fixture: 'rocket-chat', messages: 6, afterSwitch: 3 },
  { fixture: 'mattermost', messages: 8, afterSwitch: 3 },
];

for (const { fixture, messages, afterSwitch } of HOSTED) {
  test(`the extension knows a self-hosted ${fixture} on an unknown domain, follows a switch and touches nothing`, async () => {
    const platform = await servePlatform(fixture);
    const sidelight = await launchExtension();
    await sidelight.grantHost(platform.url);
    const chat = await sidelight.context.newPage();
    const guard = await guardPage(chat, sidelight.extensionId);
    await chat.goto(platform.url);
    const panel = await sidelight.openPanel(chat);
    await panel.getByRole('button', { name: /^Read this conversation on/ }).click();
    await expect(panel.getByRole('heading', { name: 'Maya Brook' })).toBeVisible();
    await expect(panel.getByText(`${messages} messages`)).toBeVisible();
    await chat.evaluate(() => (globalThis as unknown as { play(step: string): void }).play('switch'));
    await expect(panel.getByRole('heading', { name: 'Alex Moor' })).toBeVisible();
    await expect(panel.getByText(`${afterSwitch} messages`)).toBeVisible();
    await expectUntouched(guard);
    await sidelight.close();
    await platform.close();
  });
}
