import { describe, expect, test } from 'vitest';
import { createTranscript } from '@/scripts/read/transcript-lines';
import type { Delta } from '@/utils/conversation/delta';
import type { Message } from '@/utils/conversation/message';
import type { ReaderMessage } from '@/utils/messaging/reader-protocol';

const HEALTH = { rows: 2, withText: 2, withSide: 2, withId: 2, busy: false };
const m = (id: string, text: string): Message => ({ id, side: 'client', author: 'Sam', text, at: 5 });

function said(delta: Delta, key = 'sam', site = 'Converse.js'): ReaderMessage {
  const conversation = { key, title: key };
  return { kind: 'delta', session: 's', seq: 0, site, conversation, delta, health: HEALTH };
}

const events = (lines: readonly { event: string }[]) => lines.map(({ event }) => event);

describe('the transcript of `read`', () => {
  test('names site, adapter and health once, then each message with its side, author, text and time', () => {
    const lines = createTranscript();
    const first = lines(said({ kind: 'snapshot', messages: [m('a', 'hi')] }));
    expect(first).toEqual([
      { event: 'reading', site: 'Converse.js', adapter: 'converse', health: HEALTH },
      { event: 'switched', id: 'sam', title: 'sam' },
      { event: 'added', id: 'a', side: 'client', author: 'Sam', text: 'hi', at: 5 },
    ]);
    expect(events(lines(said({ kind: 'added', after: 'a', messages: [m('b', 'again')] })))).toEqual([
      'added',
    ]);
  });

  test('says what changed, what was confirmed under another id, and what is gone', () => {
    const lines = createTranscript();
    lines(said({ kind: 'snapshot', messages: [m('a', 'hi'), m('p', 'on its way')] }));
    const changed = lines(
      said({
        kind: 'changed',
        messages: [{ message: m('a', 'hi there') }, { message: m('c', 'on its way'), was: 'p' }],
      }),
    );
    expect(changed).toMatchObject([
      { event: 'changed', id: 'a', text: 'hi there' },
      { event: 'changed', id: 'c', was: 'p' },
    ]);
    expect(lines(said({ kind: 'removed', ids: ['a'] }))).toEqual([{ event: 'removed', id: 'a' }]);
  });

  test('does not repeat what a renewed snapshot brings again, and tells two conversations apart', () => {
    const lines = createTranscript();
    const snapshot: Delta = { kind: 'snapshot', messages: [m('a', 'hi')] };
    lines(said(snapshot));
    expect(lines(said(snapshot))).toEqual([]);
    expect(events(lines(said(snapshot, 'kim')))).toEqual(['switched', 'added']);
    expect(events(lines(said(snapshot)))).toEqual(['switched']);
  });

  test('says that a page is read by guess, and when it holds no conversation', () => {
    const lines = createTranscript();
    const guess = {
      ...said({ kind: 'snapshot', messages: [] }, 'x', 'Unknown'),
      isGuess: true,
    } as ReaderMessage;
    expect(lines(guess)[0]).toMatchObject({ event: 'reading', adapter: 'guess' });
    expect(lines({ kind: 'status', session: 's', status: 'no-chat' })).toEqual([{ event: 'no-chat' }]);
    expect(lines({ kind: 'status', session: 's', status: 'no-chat' })).toEqual([]);
  });
});
