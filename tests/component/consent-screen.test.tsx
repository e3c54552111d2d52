// @vitest-environment happy-dom
import { fireEvent } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { browserActions } from '@/components/live/browser-actions';
import type { View } from '@/utils/messaging/view';
import { SCENES } from '../support/gallery/scenes';
import { renderPanel } from './render-panel';

const VIEW = SCENES['consent']?.view as View;
const READ = 'Read this conversation on chat.example.org';
const nowhere = { writeText: () => Promise.resolve() };

function api(request: (asked: { origins: string[] }) => Promise<boolean>) {
  return {
    permissions: { request },
    runtime: {
      openOptionsPage: () => Promise.resolve(),
      sendMessage: () => Promise.resolve({ outgoing: null }),
    },
  };
}

describe('asking to read a site', () => {
  it('says what is read, where it goes, what is kept and what is never done, before anything happens', () => {
    const { getByText, sent } = renderPanel(VIEW);
    for (const words of [
      /messages on this page/,
      /^Nowhere/,
      /after you close the browser/,
      /^Type, click or send/,
    ]) {
      expect(getByText(words)).toBeTruthy();
    }
    expect(sent).toEqual([]);
  });

  it('does not say that nothing leaves when an endpoint is set up', () => {
    const engine = { kind: 'llm', host: 'api.example.com', model: 'm', allowed: false } as const;
    const { getByText, queryByText } = renderPanel({ ...VIEW, engine });
    expect(
      getByText('Nowhere yet. Before a conversation goes to api.example.com, you are asked again.'),
    ).toBeTruthy();
    expect(queryByText(/Reading happens on this device/)).toBeNull();
  });

  it('asks the browser within the click itself, for this host alone', () => {
    const request = vi.fn(() => Promise.resolve(true));
    const { getByRole } = renderPanel(
      { ...VIEW, origin: 'https://chat.example.org:8443' },
      browserActions(api(request), nowhere),
    );
    // No awaiting between the click and the look: the gesture would be gone by then.
    fireEvent.click(getByRole('button', { name: 'Read this conversation on chat.example.org:8443' }));
    expect(request.mock.calls).toEqual([[{ origins: ['https://chat.example.org/*'] }]]);
  });

  it('tells the worker only after the person said yes to the browser', async () => {
    let answer: (allowed: boolean) => void = () => undefined;
    const request = () => new Promise<boolean>((done) => (answer = done));
    const { getByRole, sent } = renderPanel(VIEW, browserActions(api(request), nowhere));
    fireEvent.click(getByRole('button', { name: READ }));
    expect(sent).toEqual([]);
    answer(true);
    await vi.waitFor(() => {
      expect(sent).toEqual([{ kind: 'allowed', tabId: VIEW.tabId, origin: VIEW.origin }]);
    });
  });

  it('takes no for an answer, and says so', async () => {
    const { findByRole, getByRole, sent } = renderPanel(
      VIEW,
      browserActions(
        api(() => Promise.resolve(false)),
        nowhere,
      ),
    );
    fireEvent.click(getByRole('button', { name: READ }));
    expect((await findByRole('alert')).textContent).toContain('nothing is read');
    expect(sent).toEqual([]);
  });

  it('says what to do when the browser will not ask', async () => {
    const { findByRole, getByRole } = renderPanel(
      VIEW,
      browserActions(
        api(() => Promise.reject(new Error('no gesture'))),
        nowhere,
      ),
    );
    fireEvent.click(getByRole('button', { name: READ }));
    expect((await findByRole('alert')).textContent).toContain('icon in the toolbar');
  });

  it('lets the person put it off, and come back to it', async () => {
    const { getByRole, queryByRole, sent, user } = renderPanel(VIEW);
    await user.click(getByRole('button', { name: 'Not now' }));
    expect(queryByRole('button', { name: 'Not now' })).toBeNull();
    expect(sent).toEqual([]);
    expect(getByRole('button', { name: READ })).toBeTruthy();
  });

  it('offers no button for a page without a web address', () => {
    const { queryByRole } = renderPanel({ ...VIEW, origin: 'file://' });
    expect(queryByRole('button', { name: /^Read this/ })).toBeNull();
  });
});
