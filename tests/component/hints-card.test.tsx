// @vitest-environment happy-dom
import { act } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { LLM_ERROR_CODES } from '@/utils/llm/error-codes';
import { LLM_ERROR_WORDS } from '@/utils/llm/error-words';
import type { View } from '@/utils/messaging/view';
import type { Suggestions } from '@/components/live/suggest-client';
import type { PanelStore } from '@/components/live/panel-store';
import { OUTGOING, READING, SCENES } from '../support/gallery/scenes';
import { receive, renderPanel } from './render-panel';

const ASKING = SCENES['llm-consent']?.view as View;
const DECLINED = SCENES['llm-kept']?.view as View;
const ALLOWED = SCENES['llm-writing']?.view as View;
const WRITING = SCENES['llm-writing']?.suggestions as Suggestions;
const device = READING.hints?.hints ?? [];

function suggest(store: PanelStore, suggestions: Suggestions | null): void {
  act(() => {
    store.getState().suggest(suggestions);
  });
}

afterEach(() => {
  vi.useRealTimers();
});

describe('the three suggestions', () => {
  it('are one of each kind, with their technique', () => {
    const { getByText } = renderPanel(READING);
    for (const kind of ['Explore', 'Empathise', 'Support']) expect(getByText(kind)).toBeTruthy();
    expect(getByText('Explore').parentElement?.textContent).toBe('Explore · open question');
  });

  it('copy exactly their words, on the click and not before', async () => {
    const copied: string[] = [];
    const { getByRole, user } = renderPanel(READING, {
      copy: (text) => {
        copied.push(text);
        return Promise.resolve();
      },
    });
    expect(copied).toEqual([]);
    await user.click(getByRole('button', { name: 'Copy the suggestion to empathise' }));
    expect(copied).toEqual([device[1]?.text]);
    expect(getByRole('status').textContent).toBe('Copied the suggestion to empathise.');
  });

  it('offer their words for copying by hand when the browser refuses', async () => {
    const { findByRole, getByRole, user } = renderPanel(READING, {
      copy: () => Promise.reject(new Error('not allowed')),
    });
    await user.click(getByRole('button', { name: 'Copy the suggestion to explore' }));
    expect((await findByRole('alert')).textContent).toContain('press Ctrl');
    expect(getSelection()?.toString()).toBe(device[0]?.text);
  });

  it('say on request which words of which message they answer', async () => {
    const { getAllByRole, getByText, user } = renderPanel(READING);
    const quote = getByText('nobody even noticed I stopped coming');
    expect(quote.closest('p')?.hidden).toBe(true);
    const [why] = getAllByRole('button', { name: 'Why?' });
    if (why === undefined) throw new Error('there is a Why button');
    await user.click(why);
    expect(quote.closest('p')?.hidden).toBe(false);
    expect(quote.closest('p')?.textContent).toContain('message 13');
  });

  it('can be asked for again', async () => {
    const { getByRole, sent, user } = renderPanel(READING);
    await user.click(getByRole('button', { name: /^Again/ }));
    expect(sent).toEqual([{ kind: 'again', tabId: 7 }]);
  });

  it('say why there are none', () => {
    const view: View = { ...READING, hints: { messageId: 'm13', hints: [], reason: 'language', round: 0 } };
    const { getByText, queryByRole } = renderPanel(view);
    expect(getByText(/can’t suggest anything in this language/)).toBeTruthy();
    expect(queryByRole('button', { name: /^Again/ })).toBeNull();
  });

  it('are not shown for a message about safety, even once its card is handled', () => {
    const view: View = {
      ...READING,
      hints: { messageId: 'm13', hints: [...device], reason: 'safety', round: 0 },
    };
    const { queryByText } = renderPanel(view);
    for (const hint of device) expect(queryByText(hint.text)).toBeNull();
  });
});

describe('sending to an endpoint', () => {
  it('is asked for this conversation, naming the host, and starts from the device', () => {
    const { getByRole, getByText } = renderPanel(ASKING);
    expect(getByRole('heading', { name: /redacted, to api\.example\.com\?/ })).toBeTruthy();
    expect(getByText(device[0]?.text ?? '')).toBeTruthy();
  });

  it('happens only when allowed', async () => {
    const { getByRole, sent, user } = renderPanel(ASKING);
    await user.click(getByRole('button', { name: 'Allow' }));
    expect(sent).toEqual([{ kind: 'allow-llm', tabId: 7, allow: true }]);
  });

  it('can be declined without being asked again in this conversation, and reconsidered', async () => {
    const { getByRole, queryByRole, sent, store, user } = renderPanel(ASKING);
    await user.click(getByRole('button', { name: 'Keep on this device' }));
    receive(store, DECLINED);
    expect(queryByRole('heading', { name: /redacted/ })).toBeNull();
    await user.click(getByRole('button', { name: 'Use api.example.com' }));
    receive(store, ASKING);
    expect(getByRole('heading', { name: /redacted/ })).toBeTruthy();
    expect(sent).toEqual([
      { kind: 'allow-llm', tabId: 7, allow: false },
      { kind: 'allow-llm', tabId: 7, allow: null },
    ]);
  });

  it('can be stopped', async () => {
    const { getByRole, sent, user } = renderPanel(ALLOWED);
    await user.click(getByRole('button', { name: 'Keep on this device' }));
    expect(sent).toEqual([{ kind: 'allow-llm', tabId: 7, allow: false }]);
  });
});

describe('suggestions from an endpoint', () => {
  it('take the place of the device’s as they arrive, and each says where it is from', () => {
    const { getByText, queryByText, store } = renderPanel(ALLOWED);
    suggest(store, { target: WRITING.target, status: 'waiting', hints: [] });
    for (const hint of device) expect(getByText(hint.text)).toBeTruthy();

    suggest(store, WRITING);
    expect(queryByText(device[0]?.text ?? '')).toBeNull();
    expect(getByText(WRITING.hints[0]?.text ?? '')).toBeTruthy();
    expect(getByText('api.example.com · writing')).toBeTruthy();
    expect(getByText('Support').parentElement?.textContent).toContain('on this device');
  });

  it('never appear under another message, another round or another tab', () => {
    const { queryByText, store } = renderPanel(ALLOWED);
    suggest(store, { ...WRITING, status: 'done' });
    const words = WRITING.hints[0]?.text ?? '';
    expect(queryByText(words)).toBeTruthy();
    const hints = ALLOWED.hints;
    if (hints === undefined) throw new Error('the fixture has hints');
    for (const other of [
      { ...ALLOWED, hints: { ...hints, messageId: 'm15' } },
      { ...ALLOWED, hints: { ...hints, round: 1 } },
      { ...ALLOWED, tabId: 8 },
    ]) {
      receive(store, other);
      expect(queryByText(words)).toBeNull();
      receive(store, ALLOWED);
      expect(queryByText(words)).toBeTruthy();
    }
  });

  it.each(LLM_ERROR_CODES)(
    'fail with words and at most one thing to do, on the device’s hints: %s',
    (code) => {
      const { getByRole, getByText, store } = renderPanel(ALLOWED);
      suggest(store, { target: WRITING.target, status: 'failed', hints: [], code });
      const words = LLM_ERROR_WORDS[code];
      const alert = getByRole('alert');
      expect(alert.textContent).toContain(words.title);
      expect(alert.textContent).toContain(words.cause);
      expect(alert.querySelectorAll('button')).toHaveLength(words.action.do === 'none' ? 0 : 1);
      for (const hint of device) expect(getByText(hint.text)).toBeTruthy();
    },
  );

  it('lead to the settings, or ask again, as the words say', async () => {
    const openSettings = vi.fn();
    const retrySuggestions = vi.fn();
    const { getByRole, store, user } = renderPanel(ALLOWED, { openSettings, retrySuggestions });
    suggest(store, { target: WRITING.target, status: 'failed', hints: [], code: 'bad-key' });
    await user.click(getByRole('button', { name: LLM_ERROR_WORDS['bad-key'].action.label }));
    expect(openSettings).toHaveBeenCalledOnce();
    suggest(store, { target: WRITING.target, status: 'failed', hints: [], code: 'disconnected' });
    await user.click(getByRole('button', { name: LLM_ERROR_WORDS.disconnected.action.label }));
    expect(retrySuggestions).toHaveBeenCalledOnce();
  });

  it('cannot be asked again before the wait that the server named is over', () => {
    vi.useFakeTimers();
    const { getByRole, store } = renderPanel(ALLOWED);
    suggest(store, {
      target: WRITING.target,
      status: 'failed',
      hints: [],
      code: 'rate-limited',
      retryAfter: 3,
    });
    const button = () =>
      getByRole('button', { name: new RegExp(LLM_ERROR_WORDS['rate-limited'].action.label) });
    expect(button()).toHaveProperty('disabled', true);
    expect(button().textContent).toContain('3 s');
    act(() => {
      vi.advanceTimersByTime(3_000);
    });
    expect(button()).toHaveProperty('disabled', false);
  });
});

describe('what an endpoint costs and gets', () => {
  const USED = SCENES['llm-used']?.view as View;

  it('is counted in words, with what is estimated said to be so', () => {
    const { getByText, store } = renderPanel(USED);
    expect(getByText('This conversation so far: 4 calls, 4,467 tokens, about €0.0093.')).toBeTruthy();
    receive(store, SCENES['llm-budget']?.view as View);
    expect(getByText('This conversation so far: 20 calls, about 23,467 tokens.')).toBeTruthy();
    expect(getByText(/calls that you allowed .* are used up/)).toBeTruthy();
  });

  it('can be read word for word before it is allowed, and never without a click', async () => {
    const asked: number[] = [];
    const { getByRole, getByText, queryByText, user } = renderPanel(ASKING, {
      readOutgoing: (tabId) => {
        asked.push(tabId);
        return Promise.resolve(OUTGOING);
      },
    });
    expect(asked).toEqual([]);
    await user.click(getByRole('button', { name: 'See exactly what is sent' }));
    expect(asked).toEqual([7]);
    expect(getByText(/I stopped coming to \[PLACE_1\]/)).toBeTruthy();
    await user.click(getByRole('button', { name: 'See exactly what is sent' }));
    expect(queryByText(/I stopped coming to \[PLACE_1\]/)).toBeNull();
  });

  it('says so when it cannot be shown', async () => {
    const { getByRole, findByRole, user } = renderPanel(ALLOWED, {
      readOutgoing: () => Promise.reject(new Error('gone')),
    });
    await user.click(getByRole('button', { name: 'See exactly what is sent' }));
    expect((await findByRole('alert')).textContent).toContain('could not say');
  });
});
