// @vitest-environment happy-dom
import { act, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import type { Rewording, RewordTarget } from '@/components/draft/reword-client';
import { draftPieces } from '@/components/draft/draft-pieces';
import type { View } from '@/utils/messaging/view';
import { EXPLICIT, OUTGOING, READING, SCENES } from '../support/gallery/scenes';
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

  const REWORD = `Show another way to say it, instead of: ${NAME}`;
  const WAY = 'Nobody listens to you at home. That sounds so lonely.';

  it('shows what a model would be sent of the draft before it is asked, where it leaves the device', async () => {
    const asked: unknown[] = [];
    const readOutgoing = (...about: unknown[]) => {
      asked.push(about);
      return Promise.resolve(OUTGOING);
    };
    const { getByRole, getByText, queryByRole, store, user } = renderPanel(
      SCENES['draft-model-asked']?.view as View,
      { readOutgoing },
    );
    const look = within(getByRole('region', { name: 'Your draft' })).getByRole('button', {
      name: 'See exactly what is sent',
    });
    await user.click(look);
    expect(asked).toEqual([[7, { draft: FLAGGED.draft, flag: 'advice-too-early', round: 0 }]]);
    // Once the first way was asked for, what would go is the request for another one.
    await user.click(getByRole('button', { name: REWORD }));
    await user.click(
      within(getByRole('region', { name: 'Your draft' })).getByRole('button', {
        name: 'See exactly what is sent',
      }),
    );
    expect(asked.at(-1)).toEqual([7, { draft: FLAGGED.draft, flag: 'advice-too-early', round: 1 }]);
    expect(getByText('The conversation and your draft')).toBeTruthy();
    act(() => store.getState().receive(FLAGGED));
    expect(queryByRole('button', { name: 'See exactly what is sent' })).toBeNull();
  });

  /** A panel whose other ways are the test's to give. */
  function withWays(view: View) {
    const asked: RewordTarget[] = [];
    let show: (rewording: Rewording) => void = () => undefined;
    const stop = vi.fn();
    const copy = vi.fn(() => Promise.resolve());
    const screen = renderPanel(view, {
      copy,
      reword: (target, shown) => {
        asked.push(target);
        show = shown;
        return stop;
      },
    });
    return {
      ...screen,
      asked,
      stop,
      copied: copy,
      say: (rewording: Rewording) => act(() => show(rewording)),
    };
  }

  it('asks for another way only on a click, and gives it to copy or to make one’s own', async () => {
    const { asked, getByRole, getByText, user, say, copied } = withWays(FLAGGED);
    expect(asked).toEqual([]);
    await user.click(getByRole('button', { name: REWORD }));
    expect(asked).toEqual([{ tabId: 7, flag: 'advice-too-early', draft: FLAGGED.draft, round: 0 }]);
    say({ status: 'over', text: WAY, from: 'device' });
    expect(getByText('Made on this device')).toBeTruthy();
    await user.click(getByRole('button', { name: 'Copy this way to say it' }));
    expect(copied).toHaveBeenCalledWith(WAY);
    await user.click(getByRole('button', { name: 'Another' }));
    expect(asked.at(-1)).toMatchObject({ round: 1 });
    await user.click(getByRole('button', { name: 'Adapt this way to say it' }));
    expect(getByRole('textbox', { name: 'In your own words' })).toHaveProperty('value', WAY);
  });

  it('says the direction where no wording is good enough', async () => {
    const { getByRole, getByText, queryByRole, user, say, stop } = withWays(FLAGGED);
    await user.click(getByRole('button', { name: REWORD }));
    say({ status: 'over', text: null, from: 'device' });
    expect(getByText(/^No better wording found, try: Say back/)).toBeTruthy();
    expect(queryByRole('button', { name: 'Copy this way to say it' })).toBeNull();
    await user.click(getByRole('button', { name: 'Close' }));
    expect(stop).toHaveBeenCalled();
  });

  it('says before the click where the draft would go, and keeps the device’s way when the model fails', async () => {
    const engine = { kind: 'llm', host: 'api.example.com', model: 'small', allowed: true } as const;
    const { getByRole, getByText, user, say } = withWays({ ...FLAGGED, engine });
    expect(getByText(/redacted, to api\.example\.com\.$/)).toBeTruthy();
    await user.click(getByRole('button', { name: REWORD }));
    say({ status: 'waiting', text: WAY, from: 'device' });
    expect(getByText(/is asked for another/)).toBeTruthy();
    say({ status: 'over', text: WAY, from: 'device', trouble: 'unreachable' });
    expect(getByText(WAY)).toBeTruthy();
    expect(getByText('The service could not be reached.')).toBeTruthy();
  });

  it('offers no wording beside an open safety cue', () => {
    const { queryByRole } = withWays({ ...FLAGGED, safety: [EXPLICIT] });
    expect(queryByRole('button', { name: REWORD })).toBeNull();
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
