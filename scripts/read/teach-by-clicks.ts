import { expect, type Page } from '@playwright/test';

/** CSS selectors of a message of theirs and one of yours. */
export interface TwoRows {
  theirs: string;
  yours: string;
}

/** Teaches a site as a person would: by the panel's menu, two real clicks in the page, and Save. */
export async function teachByClicks(page: Page, panel: Page, { theirs, yours }: TwoRows): Promise<void> {
  await panel.getByRole('button', { name: 'More' }).click();
  await panel.getByRole('button', { name: 'Teach this site…' }).click();
  await clickOn(page, panel, theirs, 'Click a message that they wrote');
  await clickOn(page, panel, yours, 'Now click one that you wrote');
  await expect(panel.getByText(/\d+ theirs, \d+ yours/), await alertIn(panel)).toBeVisible();
  await saveIn(page);
  await expect(panel.getByRole('banner')).toContainText('Reading');
}

/** The picker is a frame of its own over the page. */
async function saveIn(page: Page): Promise<void> {
  for (const frame of page.frames()) {
    const save = frame.getByRole('button', { name: 'Save', exact: true });
    if (frame !== page.mainFrame() && (await save.count()) === 1) return save.click();
  }
  throw new Error('The picker shows no button to save.');
}

async function clickOn(page: Page, panel: Page, css: string, step: string): Promise<void> {
  await expect(panel.getByRole('heading', { name: step }), await alertIn(panel)).toBeVisible();
  const row = page.locator(css).first();
  await row.scrollIntoViewIfNeeded();
  const box = await row.boundingBox();
  if (!box) throw new Error(`Nothing in the page fits "${css}".`);
  await page.mouse.click(box.x + Math.min(60, box.width / 2), box.y + box.height / 2);
}

/** What the panel says is wrong. */
async function alertIn(panel: Page): Promise<string> {
  return (await panel.getByRole('alert').allInnerTexts()).join(' ').trim() || 'the panel did not say why.';
}
