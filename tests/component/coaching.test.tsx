// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { balanceMeaning, isTelling } from '@/components/coaching/balance-words';
import { NO_BALANCE } from '@/utils/conversation/balance';
import type { View } from '@/utils/messaging/view';
import { READING, SCENES } from '../support/gallery/scenes';
import { renderPanel } from './render-panel';

const COACHED = SCENES['coaching']?.view as View;

describe('what waits for an answer', () => {
  it('is quoted, and a click shows its message', async () => {
    const { getAllByRole, getByRole, user } = renderPanel(COACHED);
    const buttons = getAllByRole('button', { name: /^message \d+$/ });
    const last = buttons.at(-1);
    expect(last?.textContent).toBe('message 13');
    if (last) await user.click(last);
    expect(getByRole('region', { name: 'Message 13' })).toBeTruthy();
  });

  it('says what was taken up and how many more there are', () => {
    const { getByText } = renderPanel(COACHED);
    expect(getByText('you took that up')).toBeTruthy();
    expect(getByText(/^And 2 more/)).toBeTruthy();
  });

  it('takes no room when there is nothing', () => {
    const { queryByText } = renderPanel({ ...READING, cues: { open: [], more: 0, takenUp: [] } });
    expect(queryByText('Not answered yet')).toBeNull();
  });
});

describe('the balance', () => {
  const some = (change: Partial<typeof NO_BALANCE>) => ({ ...NO_BALANCE, ...change });

  it('waits until there is enough to say', () => {
    expect(isTelling(some({ reflections: 1, openQuestions: 2 }))).toBe(false);
    const { queryByText } = renderPanel({ ...READING, balance: some({ reflections: 1 }) });
    expect(queryByText('Your balance')).toBeNull();
  });

  it.each([
    [{ advice: 3, reflections: 1, openQuestions: 1 }, /More advice than listening/],
    [{ reflections: 1, openQuestions: 1, closedQuestions: 4 }, /yes or no/],
    [{ reflections: 1, openQuestions: 4 }, /More questions than reflections/],
    [{ reflections: 4, openQuestions: 3 }, /fair balance/],
    [{ reflections: 6, openQuestions: 3 }, /opens people up/],
    [{ reflections: 6, openQuestions: 3, supporterWords: 80, clientWords: 20 }, /writing more than they are/],
  ])('says in one line what it means: %j', (change, words) => {
    expect(balanceMeaning(some(change))).toMatch(words);
  });
});
