import { expect, type Frame, type Page } from '@playwright/test';

/** Begins to teach the page from the panel; returns the picker's own document. */
export async function startTeaching(chat: Page, panel: Page): Promise<Frame> {
  await panel.getByRole('button', { name: 'More' }).click();
  await panel.getByRole('button', { name: 'Teach this site…' }).click();
  await expect(panel.getByRole('heading', { name: 'Click a message that they wrote' })).toBeVisible();
  const layer = chat.frames().find((frame) => frame !== chat.mainFrame());
  if (!layer) throw new Error('The picker is not in the page.');
  return layer;
}

/** A real click in the middle of what shows these words. */
export async function pointAt(chat: Page, words: string): Promise<void> {
  const box = await chat.getByText(words, { exact: true }).first().boundingBox();
  if (!box) throw new Error(`Nothing shows "${words}".`);
  await chat.mouse.click(box.x + Math.min(60, box.width / 2), box.y + box.height / 2);
}
