import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, type Page } from '@playwright/test';
import { launchExtension } from '@/tests/support/extension/launch';
import { countActs, guardPage } from '@/tests/support/host-guard/guard-page';
import { CLIENT_TURNS, serveChatPage, SUPPORTER_TURNS } from './chat-page/serve';

interface Tally {
  messages: number;
  readings: number;
  hints: number;
}

/** Plays the whole conversation in both colour schemes; what was seen in the light one is printed. */
export async function playByItself(out: string): Promise<void> {
  mkdirSync(out, { recursive: true });
  await playOnce(out, 'dark', () => undefined);
  const { tally, changes } = await playOnce(out, 'light', (line) => {
    console.log(line);
  });
  const { messages, readings, hints } = tally;
  console.log(`demo: ${messages} messages, ${readings} readings, ${hints} hints, ${changes} page changes`);
  if (changes > 0) process.exitCode = 1;
}

async function playOnce(
  out: string,
  colorScheme: 'light' | 'dark',
  print: (line: string) => void,
): Promise<{ tally: Tally; changes: number }> {
  const chatPage = await serveChatPage();
  const sidelight = await launchExtension({ colorScheme });
  try {
    await sidelight.grantHost(chatPage.url);
    const chat = await sidelight.context.newPage();
    const guard = await guardPage(chat, sidelight.extensionId);
    await chat.goto(`${chatPage.url}?pace=step`);
    const panel = await sidelight.openPanel(chat);
    await panel.emulateMedia({ colorScheme });
    await panel.screenshot({ path: join(out, `consent-${colorScheme}.png`) });
    await panel.getByRole('button', { name: /^Read this conversation on/ }).click();
    const tally = await play(chat, panel, print, (name) => shoot(out, `${name}-${colorScheme}`, chat, panel));
    const report = await guard.report();
    if (report.watched === 0)
      throw new Error('Nothing of the extension ran in the page, so nothing was watched.');
    return { tally, changes: countActs(report) };
  } finally {
    await sidelight.close();
    await chatPage.close();
  }
}

async function play(
  chat: Page,
  panel: Page,
  print: (line: string) => void,
  shot: (name: string) => Promise<void>,
): Promise<Tally> {
  const tally: Tally = { messages: 0, readings: 0, hints: 0 };
  let total = 0;
  for (const [turn, texts] of CLIENT_TURNS.entries()) {
    for (const text of texts) {
      await chat.evaluate('quietCorner.next()');
      total += 1;
      await expect(panel.getByText(countWords(total), { exact: true })).toBeVisible();
      const seen = await look(panel);
      tally.messages += 1;
      tally.readings += seen.reading === null ? 0 : 1;
      tally.hints += seen.hints.length;
      print(`\nMaya: ${text}\n  seems: ${seen.reading ?? 'no reading'}`);
      for (const line of seen.safety ?? seen.hints) print(`  ${line}`);
    }
    if (turn === 4) await shot('reading');
    if (await isSafetyOpen(panel)) {
      await shot('safety');
      // The supporter has seen it and acts on it, as their protocol says.
      for (const button of await panel.getByRole('button', { name: /^I’ve handled this/ }).all())
        await button.click();
    }
    const reply = SUPPORTER_TURNS[turn] ?? '';
    await chat.getByRole('textbox', { name: 'Message' }).fill(reply);
    if (turn === 5) {
      await expect(panel.getByText(reply.slice(0, 20))).toBeVisible();
      await shot('draft');
    }
    await chat.keyboard.press('Enter');
    total += 1;
    await expect(panel.getByText(countWords(total), { exact: true })).toBeVisible();
  }
  await shot('end');
  return tally;
}

const countWords = (total: number) => (total === 1 ? '1 message' : `${total} messages`);

interface Seen {
  reading: string | null;
  hints: string[];
  /** Lines of the safety card, when it stands in the place of hints. */
  safety: string[] | null;
}

/** What a person sees in the panel now, once it has caught up with the last message. */
async function look(panel: Page): Promise<Seen> {
  const [name, facts] = await panel.locator('.now').first().locator('> *').allInnerTexts();
  const isSafety = await isSafetyOpen(panel);
  const hints = await panel.locator('.hint').evaluateAll((items) =>
    items.map((item) =>
      [...item.querySelectorAll('p')]
        .slice(0, 2)
        .map((part) => part.innerText.trim())
        .join(': '),
    ),
  );
  return {
    reading: name === undefined ? null : [name, facts].filter(Boolean).join(' · '),
    hints,
    safety: isSafety
      ? (await panel.getByRole('alert').first().innerText()).split('\n').filter((line) => line !== '')
      : null,
  };
}

function isSafetyOpen(panel: Page): Promise<boolean> {
  return panel
    .getByRole('button', { name: /^I’ve handled this/ })
    .first()
    .isVisible();
}

async function shoot(out: string, name: string, chat: Page, panel: Page): Promise<void> {
  await panel.screenshot({ path: join(out, `panel-${name}.png`), fullPage: true });
  await chat.screenshot({ path: join(out, `page-${name}.png`) });
}
