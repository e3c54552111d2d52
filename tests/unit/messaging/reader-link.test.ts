import { beforeEach, describe, expect, test, vi } from 'vitest';
import type { Delta } from '@/utils/conversation/delta';
import type { ReaderReply } from '@/utils/messaging/reader-answers';
import type { ReaderMessage } from '@/utils/messaging/reader-protocol';
import { createReaderLink } from '@/utils/messaging/reader-link';

const HEALTH = { rows: 0, withText: 0, withSide: 0, withId: 0, busy: false };
const SAM = { key: 'sam', title: 'Sam' };
const PLACE = { site: 'Converse.js', conversation: SAM, isGuess: false };
const SNAPSHOT: Delta = { kind: 'snapshot', messages: [] };

function setUp(answer: (message: ReaderMessage) => ReaderReply | Error = () => 'ok') {
  const sent: ReaderMessage[] = [];
  let sessions = 0;
  const on = { onResync: vi.fn(), onPause: vi.fn(), onStop: vi.fn() };
  const state = { alive: true };
  const link = createReaderLink({
    send(message) {
      sent.push(message);
      const reply = answer(message);
      return reply instanceof Error ? Promise.reject(reply) : Promise.resolve({ reply });
    },
    isAlive: () => state.alive,
    newSession: () => `session ${++sessions}`,
    ...on,
  });
  const settle = () => vi.advanceTimersByTimeAsync(0);
  return { link, sent, on, state, settle };
}

beforeEach(() => {
  vi.useFakeTimers();
});

describe('the way from the page to the worker', () => {
  test('deltas go out one at a time, in order, each with the next number', async () => {
    const { link, sent, settle } = setUp();
    for (let i = 0; i < 3; i++) link.delta(PLACE, SNAPSHOT, HEALTH);
    expect(sent).toHaveLength(1);
    await settle();
    expect(sent.map((message) => message.kind === 'delta' && message.seq)).toEqual([0, 1, 2]);
  });

  test('when the worker missed something, a new session starts with what is in view', async () => {
    const { link, sent, on, settle } = setUp((message) =>
      message.session === 'session 1' ? 'resync' : 'ok',
    );
    link.delta(PLACE, SNAPSHOT, HEALTH);
    link.delta(PLACE, SNAPSHOT, HEALTH);
    await settle();
    expect(on.onResync).toHaveBeenCalledOnce();
    link.delta(PLACE, SNAPSHOT, HEALTH);
    await settle();
    expect(sent.at(-1)).toMatchObject({ session: 'session 2', seq: 0 });
    expect(sent).toHaveLength(2);
  });

  test('a worker that does not answer is tried again, ever more rarely, and nothing is lost', async () => {
    let isBack = false;
    const { link, on } = setUp(() => (isBack ? 'ok' : new Error('Could not establish connection')));
    on.onResync.mockImplementation(() => link.delta(PLACE, SNAPSHOT, HEALTH));
    link.delta(PLACE, SNAPSHOT, HEALTH);
    await vi.advanceTimersByTimeAsync(60_000);
    const tries = on.onResync.mock.calls.length;
    expect(tries).toBeGreaterThan(3);
    expect(tries).toBeLessThan(20);
    isBack = true;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(on.onStop).not.toHaveBeenCalled();
    expect(on.onResync.mock.calls.length).toBe(tries + 1);
  });

  test('an orphan of an updated extension stops at once and says nothing to the page', async () => {
    const { link, on, state, sent, settle } = setUp();
    state.alive = false;
    link.delta(PLACE, SNAPSHOT, HEALTH);
    await settle();
    expect(sent).toHaveLength(0);
    expect(on.onStop).toHaveBeenCalledOnce();
  });

  test('a worker that hangs does not make the page’s memory grow', () => {
    const { link, on, sent } = setUp();
    on.onResync.mockImplementation(() => undefined);
    const hanging = createReaderLink({
      send: () => new Promise(() => undefined),
      isAlive: () => true,
      newSession: () => 'x',
      ...on,
    });
    for (let i = 0; i < 500; i++) hanging.delta(PLACE, SNAPSHOT, HEALTH);
    expect(on.onResync).toHaveBeenCalled();
    expect(sent).toHaveLength(0);
    link.close();
  });

  test('pausing throws away what waited', async () => {
    const { link, on, sent, settle } = setUp(() => 'pause');
    link.delta(PLACE, SNAPSHOT, HEALTH);
    link.delta(PLACE, SNAPSHOT, HEALTH);
    await settle();
    expect(on.onPause).toHaveBeenCalledOnce();
    expect(sent).toHaveLength(1);
  });
});
