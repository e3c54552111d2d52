// @vitest-environment happy-dom
import { describe, expect, it } from 'vitest';
import { SCENES } from '../support/gallery/scenes';
import { sightInWords } from '@/components/sides/sight-words';
import { renderPanel } from './render-panel';

describe('a page read by guess', () => {
  it('says so, with counts, and offers to be taught', async () => {
    const { getByRole, sent, user } = renderPanel(SCENES['guess-read']?.view ?? null);
    const note = getByRole('region', { name: /don\u2019t know this site/ });
    expect(note.textContent).toContain('14 messages, 7 theirs and 7 yours');
    await user.click(getByRole('button', { name: 'Teach this site' }));
    expect(sent).toEqual([{ kind: 'teach', tabId: 7 }]);
  });

  it('asks which name is the person\u2019s, and sends the answer for that conversation', async () => {
    const { getByRole, sent, user } = renderPanel(SCENES['guess-sides-unknown']?.view ?? null);
    expect(getByRole('region', { name: 'Which of these is you?' })).toBeTruthy();
    await user.click(getByRole('button', { name: 'Robin Lee' }));
    await user.click(getByRole('button', { name: 'None of these' }));
    expect(sent).toEqual([
      { kind: 'who-is-who', tabId: 7, key: 'robin', about: 'me', name: 'Robin Lee' },
      { kind: 'who-is-who', tabId: 7, key: 'robin', about: 'me', name: null },
    ]);
  });

  it('remembers the answer past the tab only when the box is ticked', async () => {
    const { getByRole, sent, user } = renderPanel(SCENES['guess-sides-unknown']?.view ?? null);
    const box = getByRole('checkbox', { name: /Remember me on this site/ });
    expect((box as HTMLInputElement).checked).toBe(false);
    await user.click(box);
    await user.click(getByRole('button', { name: 'Robin Lee' }));
    expect(sent).toEqual([
      { kind: 'who-is-who', tabId: 7, key: 'robin', about: 'me', name: 'Robin Lee', remember: true },
    ]);
  });

  it('says what it was told, and takes it back', async () => {
    const { getByRole, getByText, sent, user } = renderPanel(SCENES['guess-read']?.view ?? null);
    expect(getByText(/You are Sam; your client is Robin\./)).toBeTruthy();
    await user.click(getByRole('button', { name: 'Not so?' }));
    expect(sent).toEqual([{ kind: 'forget-who', tabId: 7, key: 'robin' }]);
  });

  it('reads neither of two places that look alike', () => {
    const { getByRole } = renderPanel(SCENES['no-chat-unsure']?.view ?? null);
    expect(getByRole('heading', { level: 1 }).textContent).toBe('Which part is the chat?');
  });
});

describe('a chat in a frame of another site', () => {
  it('is asked for in a click, by name', async () => {
    const { getByRole, sent, user } = renderPanel(SCENES['no-chat-frame']?.view ?? null);
    await user.click(getByRole('button', { name: 'Read chat.example.net, too' }));
    expect(sent).toEqual([{ kind: 'allowed-frame', tabId: 7, origin: 'https://chat.example.net' }]);
  });

  it('that has gone is said to be gone', () => {
    const { getByRole } = renderPanel(SCENES['no-chat-frame-lost']?.view ?? null);
    expect(getByRole('heading', { level: 1 }).textContent).toBe('The chat has left the page');
  });
});

describe('what is seen of a page, in words', () => {
  it('counts what was found and what was not', () => {
    const busy = false;
    expect(sightInWords({ rows: 0, withText: 0, withSide: 0, withId: 0, busy })).toMatch(/not one row/);
    expect(sightInWords({ rows: 6, withText: 6, withSide: 0, withId: 6, busy })).toBe(
      'I see 6 rows that may be messages. I find words in all of them. I can\u2019t tell who wrote any of them.',
    );
    expect(sightInWords({ rows: 6, withText: 0, withSide: 0, withId: 0, busy })).toMatch(/no words in them/);
  });
});
