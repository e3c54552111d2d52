// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { draftPieces } from '@/components/draft/draft-pieces';
import type { View } from '@/utils/messaging/view';
import { READING, SCENES } from '../support/gallery/scenes';
import { renderPanel } from './render-panel';

const FLAGGED = SCENES['draft-flagged']?.view as View;
const NAME = FLAGGED.draftCheck?.flags[0]?.name ?? '';

describe('the draft', () => {
  it('shows which of its words a remark is about, why, and what to do instead', () => {
    const { container, getByText } = renderPanel(FLAGGED);
    expect([...container.querySelectorAll('mark')].map(({ textContent }) => textContent)).toEqual([
      'You should just talk to your parents',
      'they’ll understand',
    ]);
    expect(container.querySelector('.draft-text')?.textContent).toBe(FLAGGED.draft);
    expect(getByText(/nobody ever listens to me at home/)).toBeTruthy();
    expect(getByText('Say back what you heard first.')).toBeTruthy();
  });

  it('gives another way on request, as words to make one’s own', async () => {
    const { getAllByRole, getByRole, user } = renderPanel(FLAGGED);
    const ways = getAllByRole('button', { name: /^Another way/ });
    expect(ways).toHaveLength(1);
    await user.click(getByRole('button', { name: `Another way, instead of: ${NAME}` }));
    const empathise = READING.hints?.hints.find(({ kind }) => kind === 'empathise')?.text;
    expect(getByRole('textbox', { name: 'In your own words' })).toHaveProperty('value', empathise);
  });

  it('lets a remark be stopped here or everywhere', async () => {
    const { getByRole, sent, user } = renderPanel(FLAGGED);
    await user.click(getByRole('button', { name: `Not helpful: ${NAME}` }));
    await user.click(getByRole('button', { name: 'Not in this chat' }));
    await user.click(getByRole('button', { name: 'Never' }));
    const flag = { kind: 'flag', tabId: 7, flag: 'advice-too-early', on: false };
    expect(sent).toEqual([
      { ...flag, where: 'here' },
      { ...flag, where: 'everywhere' },
    ]);
  });

  it('says briefly what is good, and nothing when there is nothing to say', () => {
    const { getByText } = renderPanel(SCENES['draft-good']?.view as View);
    expect(getByText(/leave them room/)).toBeTruthy();
    const { container } = renderPanel({ ...READING, draft: 'ok', draftCheck: { flags: [] } });
    expect(container.querySelector('.draft-says')?.textContent).toBe('');
  });

  it('says why a draft in another language is not checked', () => {
    const { getByText } = renderPanel({
      ...READING,
      draft: 'lo siento mucho',
      draftCheck: { flags: [], unread: 'language' },
    });
    expect(getByText(/in English only/)).toBeTruthy();
  });

  it('marks nothing where the words have changed since', () => {
    expect(draftPieces('I hear you', [{ start: 0, end: 10, text: 'You should' }])).toEqual([
      { text: 'I hear you', isMarked: false },
    ]);
  });
});
