import { describe, expect, test } from 'vitest';
import { createRunner, type RunnerWorld } from '@/components/practice/session-runner';
import type { Delta } from '@/utils/conversation/delta';
import { startSession } from '@/utils/practice/play';
import { newRecord, type NewRecord, type SessionRecord } from '@/utils/practice/record';
import { allScenarios } from '@/utils/practice/scenarios/index';

const [first] = allScenarios();
if (!first) throw new Error('no scenario');
const scenario = first;

/** A runner with a clock that the test turns by hand. */
function play(chosen: Partial<NewRecord> = {}, world: Partial<RunnerWorld> = {}, record?: SessionRecord) {
  const told: Delta[] = [];
  const drafts: string[] = [];
  const saved: SessionRecord[] = [];
  let timers: { at: number; run: () => void }[] = [];
  let now = 0;
  const session = startSession(scenario, 3);
  const runner = createRunner(record ?? newRecord({ id: 's1', scenario, session, startedAt: 1, ...chosen }), {
    tools: { codeModel: null },
    save: (changed) => {
      saved.push(changed);
      return Promise.resolve({ ok: true });
    },
    tell: (delta) => told.push(delta),
    draft: (text) => drafts.push(text),
    later: (ms, run) => {
      const timer = { at: now + ms, run };
      timers.push(timer);
      return () => {
        timers = timers.filter((one) => one !== timer);
      };
    },
    now: () => now,
    readings: () => Promise.resolve([]),
    ...world,
  });
  /** Lets everything happen that is due within `ms`. */
  const pass = async (ms = 600_000): Promise<void> => {
    const until = now + ms;
    for (;;) {
      await new Promise((resolve) => setTimeout(resolve));
      const [next] = timers.filter(({ at }) => at <= until).sort((a, b) => a.at - b.at);
      if (!next) break;
      timers = timers.filter((one) => one !== next);
      now = next.at;
      next.run();
    }
    now = until;
  };
  const state = () => runner.store.getState();
  const sides = () =>
    told.flatMap((delta) => (delta.kind === 'added' ? delta.messages.map(({ side }) => side) : []));
  return { runner, told, drafts, saved, pass, state, sides };
}

describe('at a person’s pace', () => {
  test('the client reads, types and sends one message after another', async () => {
    const { runner, pass, state, sides } = play();
    expect(state()).toMatchObject({ client: 'typing', arrived: 0 });
    await pass();
    const opening = state().arrived;
    expect(opening).toBe(state().record.session.turns[0]?.messages.length);
    runner.send('It sounds like you carry all of this alone.');
    expect(state()).toMatchObject({ client: 'reading', arrived: 0 });
    expect(sides()).toEqual([...Array<string>(opening).fill('client'), 'supporter']);
    await pass(800);
    expect(state().client).toBe('reading');
    await pass(5_000);
    expect(state().client).not.toBe('reading');
    await pass();
    expect(state().client).toBe('quiet');
  });

  test('what is sent before they type belongs to the same turn, later a new one', async () => {
    const { runner, pass, state } = play();
    await pass();
    runner.send('hey');
    runner.send('how are you feeling?');
    expect(state().record.session.turns).toHaveLength(3);
    expect(state().record.session.turns[1]?.messages).toEqual(['hey', 'how are you feeling?']);
    await pass(2_000);
    runner.send('take your time');
    expect(state().record.session.turns).toHaveLength(5);
    expect(state().record.session.turns[3]?.messages).toEqual(['take your time']);
  });

  test('whoever does not want to wait need not', async () => {
    const { runner, pass, state } = play({ pace: 'instant' });
    await pass(0);
    runner.send('What is it like?');
    await pass(0);
    expect(state().client).toBe('quiet');
    expect(state().arrived).toBeGreaterThan(0);
  });
});

test('the worker hears each message once and in order, and the whole of it when it asks', async () => {
  const { runner, told, pass, drafts } = play();
  await pass();
  runner.draft('It sou');
  runner.draft('It sounds');
  await pass(300);
  runner.send('It sounds hard.');
  await pass();
  const ids = told.flatMap((delta) => (delta.kind === 'added' ? delta.messages.map(({ id }) => id) : []));
  expect(new Set(ids).size).toBe(ids.length);
  const snapshot = runner.snapshot();
  expect(snapshot.kind === 'snapshot' && snapshot.messages.map(({ id }) => id)).toEqual(ids);
  expect(drafts).toEqual(['It sounds', '']);
});

test('what is said out of role is never told as the client’s words', async () => {
  const { runner, pass } = play({ pace: 'instant' });
  await pass();
  runner.send('Are you an AI?');
  await pass();
  const snapshot = runner.snapshot();
  expect(JSON.stringify(snapshot)).not.toContain('practice client');
});

test('every turn is stored at once, and a resumed session goes on as it would have', async () => {
  const first = play({ pace: 'instant' });
  await first.pass();
  first.runner.send('What has it been like at home?');
  const stored = first.saved.at(-1);
  expect(stored?.session.turns).toHaveLength(3);
  const again = play({}, {}, JSON.parse(JSON.stringify(stored)) as SessionRecord);
  expect(again.state()).toMatchObject({
    client: 'quiet',
    arrived: stored?.session.turns[2]?.messages.length,
  });
  await first.pass();
  first.runner.send('That must be lonely.');
  again.runner.send('That must be lonely.');
  expect(again.state().record.session.turns.at(-1)?.messages).toEqual(
    first.state().record.session.turns.at(-1)?.messages,
  );
});

test('a full storage is said, and the practice goes on', async () => {
  const { runner, pass, state } = play(
    { pace: 'instant' },
    { save: () => Promise.resolve({ ok: false, reason: 'full' }) },
  );
  await pass();
  runner.send('Hello, what brings you here?');
  await pass();
  expect(state()).toMatchObject({ unsaved: 'full', client: 'quiet' });
  expect(state().record.session.turns).toHaveLength(3);
});

test('real danger of the supporter stops it at once', async () => {
  const { runner, pass, state } = play();
  await pass();
  runner.send('I want to kill myself, I mean me');
  expect(state().record.session.ending).toBe('danger');
  expect(state().record.endedAt).not.toBeNull();
  expect(state().arrived).toBe(state().record.session.turns.at(-1)?.messages.length);
  runner.send('and more');
  expect(state().record.session.turns).toHaveLength(3);
});

describe('a language model’s voice', () => {
  test('its words take the place of the device’s, with the state as it was decided', async () => {
    const { runner, pass, state, saved } = play(
      { voice: 'llm', pace: 'instant' },
      { say: () => Promise.resolve({ by: 'model', messages: ['ya lor'] }) },
    );
    await pass();
    runner.send('It sounds like a lot.');
    const { trust } = state().record.session.state;
    await pass();
    expect(state().record.session.turns.at(-1)?.messages).toEqual(['ya lor']);
    expect(state().record.session.state.trust).toBe(trust);
    expect(saved.at(-1)?.session.turns.at(-1)?.messages).toEqual(['ya lor']);
    expect(state().voiceTrouble).toBeNull();
  });

  test('without it the device goes on and says why', async () => {
    const { runner, pass, state } = play(
      { voice: 'llm', pace: 'instant' },
      { say: () => Promise.reject(new Error('gone')) },
    );
    await pass();
    runner.send('It sounds like a lot.');
    await pass();
    expect(state().record.session.turns.at(-1)?.messages.length).toBeGreaterThan(0);
    expect(state()).toMatchObject({ client: 'quiet', voiceTrouble: { by: 'device', code: 'disconnected' } });
  });

  test('words that come too late are dropped', async () => {
    let speak: (said: { by: 'model'; messages: string[] }) => void = () => undefined;
    const { runner, pass, state } = play(
      { voice: 'llm', pace: 'instant' },
      {
        say: () =>
          new Promise((resolve) => {
            speak = resolve;
          }),
      },
    );
    await pass();
    runner.send('It sounds like a lot.');
    await runner.end();
    speak({ by: 'model', messages: ['too late'] });
    await pass();
    expect(JSON.stringify(state().record)).not.toContain('too late');
  });
});
