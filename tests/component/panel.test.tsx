// @vitest-environment happy-dom
import { act, fireEvent, within } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { NOTICES } from '@/components/common/notices';
import { STATE_SCREENS } from '@/components/common/state-words';
import type { View } from '@/utils/messaging/view';
import { READING, SCENES } from '../support/gallery/scenes';
import { receive, renderPanel } from './render-panel';

const OTHER: View = {
  ...READING,
  tabId: 8,
  conversation: { key: 'sam', title: 'Sam' },
  points: READING.points.slice(0, 1),
};

describe('the panel follows one tab', () => {
  it('draws nothing of the tab before once another is in front', () => {
    const { container, store } = renderPanel(READING);
    expect(container.textContent).toContain('Robin');
    act(() => {
      store.getState().tabInFront(8);
    });
    expect(container.textContent).not.toContain('Robin');
    expect(container.querySelector('.hint, .timeline, .detail')).toBeNull();
  });

  it('keeps what is on show when its own tab comes to the front', () => {
    const { container, store } = renderPanel(READING);
    act(() => {
      store.getState().tabInFront(READING.tabId);
    });
    expect(container.textContent).toContain('Robin');
  });

  it('carries no opened message over to another conversation', () => {
    const { container, getByRole, queryByRole, store } = renderPanel(READING);
    fireEvent.keyDown(getByRole('slider'), { key: 'Home' });
    expect(getByRole('region', { name: 'Message 1' })).toBeTruthy();
    // The other conversation has a message of the same id, as two conversations of one site may.
    receive(store, OTHER);
    expect(queryByRole('region', { name: 'Message 1' })).toBeNull();
    expect(container.textContent).not.toContain('Robin');
  });

  it('sends every intent for the tab on show', async () => {
    const { getByRole, sent, store, user } = renderPanel(READING);
    await user.click(getByRole('button', { name: 'Pause reading' }));
    receive(store, { ...OTHER, state: 'paused' });
    await user.click(within(getByRole('banner')).getByRole('button', { name: 'Go on reading' }));
    expect(sent).toEqual([
      { kind: 'pause', tabId: 7 },
      { kind: 'resume', tabId: 8 },
    ]);
  });
});

describe('the states without a conversation', () => {
  it.each(Object.keys(STATE_SCREENS) as (keyof typeof STATE_SCREENS)[])('say what to do: %s', (state) => {
    const { getByRole, queryByRole } = renderPanel({ ...READING, state, points: [] });
    expect(getByRole('heading', { level: 1 }).textContent).toBe(STATE_SCREENS[state].title);
    expect(queryByRole('slider')).toBeNull();
  });

  it('never offers a button that reloads the page', () => {
    const { queryByRole } = renderPanel(SCENES['outdated']?.view ?? null);
    expect(queryByRole('button', { name: /reload/i })).toBeNull();
  });

  it('says in counts why a page cannot be read', () => {
    const { getByText } = renderPanel(SCENES['unreadable']?.view ?? null);
    expect(
      getByText(
        /I see 12 rows that may be messages. I find words in 9 of them. I can tell who wrote 2 of them./,
      ),
    ).toBeTruthy();
  });

  it('says that the panel itself is out of date', () => {
    const { container, store } = renderPanel(READING);
    act(() => {
      store.getState().linked('orphaned');
    });
    expect(container.textContent).toContain('Close and reopen this panel.');
    expect(container.textContent).not.toContain('Robin');
  });

  it('does not guess whose words are whose', () => {
    const { getByText } = renderPanel(SCENES['reading-unknown-sides']?.view ?? null);
    expect(getByText('Whose words are whose?')).toBeTruthy();
  });
});

describe('notices', () => {
  it.each(Object.keys(NOTICES) as (keyof typeof NOTICES)[])(
    'are in words and can be closed: %s',
    async (problem) => {
      const { getByRole, getByText, sent, user } = renderPanel({ ...READING, problem });
      expect(getByText(`${NOTICES[problem].title}.`)).toBeTruthy();
      await user.click(getByRole('button', { name: 'Close this notice' }));
      expect(sent).toEqual([{ kind: 'dismiss-problem', tabId: 7 }]);
    },
  );

  it('say quietly that a restart lost nothing', () => {
    const { getByText, queryByText, store } = renderPanel(READING);
    expect(queryByText('Picked up where we were.')).toBeNull();
    act(() => {
      store.getState().resumedNote(true);
    });
    expect(getByText('Picked up where we were.')).toBeTruthy();
  });
});

describe('leaving a site', () => {
  it('asks once before it forgets', async () => {
    const { getByRole, sent, user } = renderPanel(READING);
    await user.click(getByRole('button', { name: 'Stop reading on chat.example.org' }));
    expect(sent).toEqual([]);
    await user.click(getByRole('button', { name: 'Stop and forget' }));
    expect(sent).toEqual([{ kind: 'stop-site', tabId: 7, origin: 'https://chat.example.org' }]);
  });

  it('can be called off', async () => {
    const { getByRole, sent, user } = renderPanel(READING);
    await user.click(getByRole('button', { name: /^Stop reading/ }));
    await user.click(getByRole('button', { name: 'Keep reading' }));
    expect(sent).toEqual([]);
    expect(document.activeElement).toBe(getByRole('button', { name: /^Stop reading/ }));
  });

  it('is not offered where nothing is read', () => {
    const { queryByRole } = renderPanel(SCENES['consent']?.view ?? null);
    expect(queryByRole('button', { name: /^Stop reading/ })).toBeNull();
  });
});

describe('a screen reader', () => {
  it('hears a new message once, in one sentence', () => {
    const { container, store } = renderPanel({ ...READING, points: READING.points.slice(0, 6) });
    const status = container.querySelector('[role="status"]');
    expect(status?.textContent).toBe('Reading Robin.');
    receive(store, READING);
    expect(status?.textContent).toBe('New message from them: sadness, strong. New suggestions.');
  });
});

describe('the draft', () => {
  it('is shown as read, and only while there is one', () => {
    const draft = 'You  should\njust <b>talk</b>';
    const { container, queryByText, store } = renderPanel({ ...READING, draft });
    expect(container.querySelector('.draft-text')?.textContent).toBe(draft);
    receive(store, { ...READING, draft: '  ' });
    expect(queryByText('Your draft')).toBeNull();
  });
});

describe('settings', () => {
  it('open from the header', async () => {
    const openSettings = vi.fn();
    const { getByRole, user } = renderPanel(READING, { openSettings });
    await user.click(getByRole('button', { name: 'Settings' }));
    expect(openSettings).toHaveBeenCalledOnce();
  });
});
