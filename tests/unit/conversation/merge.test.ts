import { describe, expect, test } from 'vitest';
import { MAX_MESSAGES } from '@/utils/conversation/limits';
import { applyDelta } from '@/utils/conversation/merge';
import type { Message } from '@/utils/conversation/message';

const m = (id: string, extra: Partial<Message> = {}): Message => ({
  id,
  side: 'client',
  text: `text of ${id}`,
  ...extra,
});
const ids = (messages: readonly Message[]) => messages.map((message) => message.id).join(' ');

describe('a conversation put together from deltas', () => {
  test('a new message goes behind the one it follows, even when a later one is known', () => {
    const { messages } = applyDelta([m('a'), m('c')], { kind: 'added', after: 'a', messages: [m('b')] });
    expect(ids(messages)).toBe('a b c');
  });

  test('older history goes before what was there', () => {
    const { messages } = applyDelta([m('c')], { kind: 'prepended', before: 'c', messages: [m('a'), m('b')] });
    expect(ids(messages)).toBe('a b c');
  });

  test('a window that shows only the newest rows takes nothing away', () => {
    const { messages } = applyDelta([m('a'), m('b'), m('c')], {
      kind: 'snapshot',
      messages: [m('c'), m('d')],
    });
    expect(ids(messages)).toBe('a b c d');
  });

  test('a run seen apart from all known ones goes where its time says', () => {
    const known = [m('x', { at: 1000 }), m('y', { at: 2000 })];
    const older = applyDelta(known, { kind: 'snapshot', messages: [m('a', { at: 10 })] });
    const newer = applyDelta(known, { kind: 'snapshot', messages: [m('z', { at: 3000 })] });
    expect(ids(older.messages)).toBe('a x y');
    expect(ids(newer.messages)).toBe('x y z');
  });

  test('a pending message that is confirmed under a new id stays one message, in its place', () => {
    const { messages } = applyDelta([m('a'), m('tmp', { pending: true }), m('c')], {
      kind: 'changed',
      messages: [{ message: m('b'), was: 'tmp' }],
    });
    expect(ids(messages)).toBe('a b c');
    expect(messages[1]?.pending).toBeUndefined();
  });

  test('when both the pending and the confirmed row were seen, one remains', () => {
    const { messages } = applyDelta([m('a'), m('tmp'), m('b')], {
      kind: 'changed',
      messages: [{ message: m('b'), was: 'tmp' }],
    });
    expect(ids(messages)).toBe('a b');
  });

  test('a row that no longer says who wrote it and when is still by the one it was by', () => {
    const known = [m('a', { author: 'Maya', at: 1000 }), m('b')];
    const again = applyDelta(known, { kind: 'snapshot', messages: [m('a'), m('b', { author: 'Maya' })] });
    expect(again.messages).toEqual([m('a', { author: 'Maya', at: 1000 }), m('b', { author: 'Maya' })]);
    const changed = applyDelta(known, { kind: 'changed', messages: [{ message: m('a', { text: 'more' }) }] });
    expect(changed.messages[0]).toEqual(m('a', { text: 'more', author: 'Maya', at: 1000 }));
  });

  test('a message that turns out to be of the other side keeps nothing of what was thought before', () => {
    const { messages } = applyDelta([m('a', { author: 'Maya' })], {
      kind: 'snapshot',
      messages: [m('a', { side: 'supporter' })],
    });
    expect(messages).toEqual([m('a', { side: 'supporter' })]);
  });

  test('an edit changes the words and not the place', () => {
    const { messages } = applyDelta([m('a'), m('b')], {
      kind: 'changed',
      messages: [{ message: m('a', { text: 'better words', edited: true }) }],
    });
    expect(messages[0]).toMatchObject({ id: 'a', text: 'better words', edited: true });
    expect(ids(messages)).toBe('a b');
  });

  test('the oldest are dropped, and counted, when the conversation passes its cap', () => {
    const full = Array.from({ length: MAX_MESSAGES }, (_, i) => m(`m${i}`));
    const { messages, dropped } = applyDelta(full, {
      kind: 'added',
      after: `m${MAX_MESSAGES - 1}`,
      messages: [m('new')],
    });
    expect(messages).toHaveLength(MAX_MESSAGES);
    expect(messages.at(-1)?.id).toBe('new');
    expect(dropped).toBe(1);
  });
});
