import { readFile } from 'node:fs/promises';
import { expect, test as base, type Page } from '@playwright/test';
import { launchExtension, type ExtensionBrowser } from '../support/extension/launch';
import { openPractice } from '../support/extension/open-practice';

const test = base.extend<{ sidelight: ExtensionBrowser }>({
  sidelight: async ({}, use) => {
    const sidelight = await launchExtension();
    await use(sidelight);
    await sidelight.close();
  },
});

const TURNS = [
  'It sounds like the exams weigh on you so much that you can hardly think.',
  'What is it like when you sit down with your notes?',
  'You should just make a timetable.',
  'Sorry, that was too quick of me. You sit there for hours and it just goes white.',
  'What is it like at home these days?',
];

/** Plays a session in the page, and looks back on it. */
async function playAndLookBack(sidelight: ExtensionBrowser): Promise<Page> {
  const page = await openPractice(sidelight);
  await page.getByRole('link', { name: 'Three weeks to the A levels' }).click();
  await page.getByRole('radio', { name: 'At once' }).check();
  await page.getByRole('button', { name: 'Begin the practice' }).click();
  for (const [i, turn] of TURNS.entries()) {
    await expect(page.locator('.chat-client')).toHaveCount(i + 1);
    await write(page, turn);
  }
  await expect(page.locator('.chat-client')).toHaveCount(TURNS.length + 1);
  await page.getByRole('button', { name: 'End and look back' }).click();
  await expect(page.getByRole('heading', { name: 'What happened between you' })).toBeVisible();
  return page;
}

async function write(page: Page, text: string): Promise<void> {
  await page.getByRole('textbox', { name: /^Write to/u }).fill(text);
  await page.getByRole('textbox', { name: /^Write to/u }).press('Enter');
}

const goTo = (page: Page, place: string) => page.goto(page.url().replace(/#.*/u, `#/${place}`));

test('a session is looked back on, saved as a file that needs nothing else, and deleted', async ({
  sidelight,
}) => {
  const page = await playAndLookBack(sidelight);
  await expect(page.getByRole('heading', { name: 'Keep' })).toBeVisible();
  await expect(page.getByText('What worked').first()).toBeVisible();
  await page.getByRole('button', { name: 'As a table' }).click();
  await expect(page.getByRole('table').getByRole('row')).toHaveCount(TURNS.length + 2);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as a file' }).click();
  const html = await readFile(await (await download).path(), 'utf8');
  expect(html).toContain('You should just make a timetable.');
  expect(html).not.toMatch(/<script|src=|https?:/u);

  await page.getByRole('button', { name: 'Delete this practice …' }).click();
  await page.getByRole('button', { name: 'Yes, delete it' }).click();
  // The page goes to the start by itself once it is gone.
  await expect(page.getByRole('heading', { name: 'Practise with a made-up person' })).toBeVisible();
  await goTo(page, 'growth');
  await expect(page.getByText('Nothing. A practice that you end')).toBeVisible();
});

test('another path is taken from a turn, and both stand side by side', async ({ sidelight }) => {
  const page = await playAndLookBack(sidelight);
  await page.getByRole('button', { name: /What if .* turn 6/u }).click();
  await expect(page.locator('.chat-supporter')).toHaveCount(2);
  await write(page, 'You sit there and nothing goes in. That sounds so lonely.');
  await expect(page.locator('.chat-client')).toHaveCount(4);
  await page.getByRole('button', { name: 'End and look back' }).click();
  await expect(page.getByText('They part at turn 6.')).toBeVisible();
  await expect(page.locator('.path')).toHaveText([/^As it was/u, /^Another way, 1/u]);
});

test('growth shows what cannot be read beside the rest, and all of it goes in one click', async ({
  sidelight,
}) => {
  const page = await playAndLookBack(sidelight);
  await goTo(page, 'growth');
  await expect(page.getByText('Seen in 1 session')).toBeVisible();
  await page.evaluate(() => chrome.storage.local.set({ 'practice:session:bad': { version: 1 } }));
  await page.reload();
  await expect(page.getByText(/One practice cannot be read/u)).toBeVisible();
  await page.getByRole('button', { name: 'Delete all practice' }).click();
  await expect(page.getByText('Nothing. A practice that you end')).toBeVisible();
});

test('a scenario is copied, checked in words, and offered at the start', async ({ sidelight }) => {
  const page = await openPractice(sidelight, 'practice.html#/scenarios');
  await page.getByRole('button', { name: /Copy and edit Three weeks/u }).click();
  await page.getByLabel('Trust at the start, 0 to 1').fill('7');
  await expect(page.getByText('trust at the start: this must be at most 1.')).toBeVisible();
  await page.getByLabel('Trust at the start, 0 to 1').fill('0.2');
  await page.getByLabel('Title', { exact: true }).fill('My own exam');
  await page.getByRole('button', { name: 'Save it' }).click();
  await page.getByRole('link', { name: 'Start' }).click();
  await expect(page.getByRole('link', { name: 'My own exam' })).toBeVisible();

  await page.getByRole('link', { name: 'Scenarios' }).click();
  const scenario = JSON.parse(await readFile('utils/practice/scenarios/break-up.json', 'utf8')) as object;
  await page.getByLabel('Choose a scenario file').setInputFiles({
    name: 'broken.json',
    mimeType: 'application/json',
    buffer: Buffer.from(JSON.stringify({ ...scenario, title: '', level: 9 })),
  });
  await expect(page.getByText('Nothing was taken over.')).toBeVisible();
  await expect(page.getByText('title: this is empty.')).toBeVisible();
  await expect(page.getByText('difficulty: this must be at most 3.')).toBeVisible();
});
