import { describe, expect, test, vi } from 'vitest';
import type { Engine } from '@/entrypoints/background/engine';
import { TabSession } from '@/entrypoints/background/tab-session';
import type { Delta } from '@/utils/conversation/delta';
import type { Message } from '@/utils/conversation/message';
import type { ReaderMessage } from '@/utils/messaging/reader-protocol';
import { draftRules } from '@/utils/coaching/rule-set';
import { memoryArea } from '@/tests/support/memory-area';

const DEVICE = { kind: 'device' } as const;
const HEALTH = { rows: 1, withText: 1, withSide: 1, withId: 1, busy: false };
const SAM = { key: 'sam', title: 'Sam' };

const engine: Engine = {
  hasReadings: true,
  learnLanguages: () => Promise.resolve(),
  checkDraft: () => ({ flags: [] }),
  reword: () => null,
  withRules: (input) => ({ ...input, rules: draftRules() }),
  read: (text) => ({
    label: 'sadness',
    emotions: { sadness: 1, fear: 0, anger: 0, disgust: 0, happiness: 0, surprise: 0, neutral: 0 },
    valence: -0.5,
    arousal: 0,
    intensity: 0.5,
    confidence: 0.5,
    evidence: [{ start: 0, end: 1, text: text.slice(0, 1), weight: 1 }],
  }),
  codeMessage: () => [],
  findSafetyCues: (text) => {
    const start = text.indexOf('end it');
    if (start < 0) return [];
    return [{ class: 'suicide', strength: 'indirect', start, end: start + 6, text: 'end it', rule: 'test' }];
  },
  maskMethods: (text) => text,
  suggest: ({ messages, round }) => {
    const last = messages.at(-1);
    if (!last) return { hints: [], reason: 'no-client-message' };
    const because = { id: last.id, start: 0, end: last.text.length, text: last.text };
    return {
      hints: [{ kind: 'explore', technique: 'open question', text: `${last.text}? (${round})`, because }],
    };
  },
};

const m = (id: string, text = `text ${id}`, side: Message['side'] = 'client'): Message => ({
  id,
  side,
  text,
});

function delta(seq: number, change: Delta, conversation = SAM, session = 'one'): ReaderMessage {
  return { kind: 'delta', session, seq, site: 'Converse.js', conversation, delta: change, health: HEALTH };
}

function setUp(area = memoryArea()) {
  const world = { area, engine, onChange: vi.fn() };
  return { area, world, open: (origin = 'https://a.example') => TabSession.open(1, origin, world) };
}

describe('a conversation in the worker', () => {
  test('a killed worker resumes where it was, in the same order, with the hints for the same message', async () => {
    const { open } = setUp();
    const first = await open();
    await first.onReader(delta(0, { kind: 'snapshot', messages: [m('b'), m('c', 'hello', 'supporter')] }));
    await first.onReader(delta(1, { kind: 'prepended', before: 'b', messages: [m('a')] }));
    await first.onReader(delta(2, { kind: 'added', after: 'c', messages: [m('d')] }));
    const again = await open();
    const { points, hints, conversation, counts, state } = first.view(DEVICE);
    expect(again.view(DEVICE)).toMatchObject({ points, hints, conversation, counts, state });
    expect(again.messages.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
    expect(await again.onReader(delta(3, { kind: 'added', after: 'd', messages: [m('e')] }))).toBe('ok');
  });

  test('a delta that went missing makes it ask for a snapshot, and the snapshot loses nothing', async () => {
    const { open } = setUp();
    const session = await open();
    await session.onReader(delta(0, { kind: 'snapshot', messages: [m('a'), m('b')] }));
    expect(await session.onReader(delta(2, { kind: 'added', after: 'c', messages: [m('d')] }))).toBe(
      'resync',
    );
    const renewed = delta(0, { kind: 'snapshot', messages: [m('b'), m('c'), m('d')] }, SAM, 'two');
    expect(await session.onReader(renewed)).toBe('ok');
    expect(session.messages.map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd']);
  });

  test('two conversations of one tab are never mixed, and the first comes back whole', async () => {
    const { open } = setUp();
    const session = await open();
    const alex = { key: 'alex', title: 'Alex' };
    await session.onReader(delta(0, { kind: 'snapshot', messages: [m('a'), m('b')] }));
    await session.onReader(delta(1, { kind: 'snapshot', messages: [m('x')] }, alex));
    expect(session.view(DEVICE).points.map(({ id }) => id)).toEqual(['x']);
    expect(session.view(DEVICE).conversation).toEqual(alex);
    await session.onReader(delta(2, { kind: 'snapshot', messages: [m('b')] }));
    expect(session.messages.map(({ id }) => id)).toEqual(['a', 'b']);
  });

  test('whoever keeps a conversation on the device is not asked again, also after a restart of the worker', async () => {
    const { open } = setUp();
    const session = await open();
    await session.onReader(delta(0, { kind: 'snapshot', messages: [m('a')] }));
    const model = { kind: 'llm', host: 'api.example', model: 'small', allowed: false } as const;
    await session.onIntent({ kind: 'allow-llm', tabId: 1, allow: false });
    expect((await open()).view(model).engine).toMatchObject({ allowed: false, declined: true });
    await session.onIntent({ kind: 'allow-llm', tabId: 1, allow: null });
    expect(session.view(model).engine).not.toHaveProperty('declined');
  });

  test('what was read on one site is not shown on another that the tab goes to', async () => {
    const { open } = setUp();
    const session = await open('https://a.example');
    await session.onReader(delta(0, { kind: 'snapshot', messages: [m('a')] }));
    const other = await open('https://b.example');
    expect(other.view(DEVICE).points).toEqual([]);
  });

  test('while paused nothing is taken in, and the reader is told so', async () => {
    const { open } = setUp();
    const session = await open();
    await session.onReader(delta(0, { kind: 'snapshot', messages: [m('a')] }));
    await session.onIntent({ kind: 'pause', tabId: 1 });
    expect(await session.onReader(delta(1, { kind: 'added', after: 'a', messages: [m('b')] }))).toBe('pause');
    expect(session.messages.map(({ id }) => id)).toEqual(['a']);
    expect((await open()).view(DEVICE).state).toBe('paused');
  });

  test('a draft is shown, belongs to its conversation, and is never stored', async () => {
    const { open, area } = setUp();
    const session = await open();
    await session.onReader(delta(0, { kind: 'snapshot', messages: [m('a')] }));
    await session.onReader({ kind: 'draft', session: 'one', key: 'alex', text: 'for somebody else' });
    expect(session.view(DEVICE).draft).toBeUndefined();
    await session.onReader({ kind: 'draft', session: 'one', key: 'sam', text: 'that sounds hard' });
    expect(session.view(DEVICE).draft).toBe('that sounds hard');
    expect(JSON.stringify([...area.items])).not.toContain('that sounds hard');
  });

  test('a person’s own label wins over the reading and survives a restart', async () => {
    const { open } = setUp();
    const session = await open();
    await session.onReader(delta(0, { kind: 'snapshot', messages: [m('a')] }));
    await session.onIntent({ kind: 'correct', tabId: 1, messageId: 'a', label: 'fear' });
    const [point] = (await open()).view(DEVICE).points;
    expect(point).toMatchObject({ corrected: true, reading: { label: 'fear' } });
    await session.onIntent({ kind: 'correct', tabId: 1, messageId: 'a', label: null });
    expect(session.view(DEVICE).points[0]?.reading?.label).toBe('sadness');
  });

  test('asking again gives other hints for the same message; a new message starts afresh', async () => {
    const { open } = setUp();
    const session = await open();
    await session.onReader(delta(0, { kind: 'snapshot', messages: [m('a', 'first')] }));
    await session.onIntent({ kind: 'again', tabId: 1 });
    expect(session.view(DEVICE).hints).toMatchObject({ round: 1, hints: [{ text: 'first? (1)' }] });
    await session.onReader(delta(1, { kind: 'added', after: 'a', messages: [m('b', 'second')] }));
    expect(session.view(DEVICE).hints).toMatchObject({ round: 0, messageId: 'b' });
  });

  test('one long conversation writes one chunk for each new message', async () => {
    const { open, area } = setUp();
    const session = await open();
    const many = Array.from({ length: 200 }, (_, i) => m(`m${i}`));
    await session.onReader(delta(0, { kind: 'snapshot', messages: many }));
    await session.onReader(delta(1, { kind: 'added', after: 'm199', messages: [m('one more')] }));
    expect(area.writes.at(-1)?.filter((key) => key.startsWith('chunk:'))).toHaveLength(1);
  });

  test('when the browser’s storage is full the newest messages stay and the person is told', async () => {
    const { open } = setUp(memoryArea(400_000));
    const session = await open();
    const long = 'words '.repeat(1_200);
    let after: string | null = null;
    for (let i = 0; i < 80; i++) {
      const change: Delta =
        i === 0
          ? { kind: 'snapshot', messages: [m('m0', long)] }
          : { kind: 'added', after, messages: [m(`m${i}`, long)] };
      expect(await session.onReader(delta(i, change))).toBe('ok');
      after = `m${i}`;
    }
    expect(session.view(DEVICE).problem).toBe('storage-full');
    expect((await open()).messages.at(-1)?.id).toBe('m79');
  });
});

describe('a safety cue', () => {
  const cueMessage = m('a', 'sometimes I think I should just end it all tonight');

  test('takes the place of all hints until the supporter acknowledges it', async () => {
    const { open } = setUp();
    const session = await open();
    await session.onReader(delta(0, { kind: 'snapshot', messages: [cueMessage] }));
    expect(session.view(DEVICE)).toMatchObject({
      hints: { hints: [], reason: 'safety' },
      safety: [{ messageId: 'a', n: 1 }],
    });
    await session.onReader(delta(1, { kind: 'added', after: 'a', messages: [m('b', 'nice weather')] }));
    expect((await open()).view(DEVICE).hints).toMatchObject({ hints: [], reason: 'safety' });
    await session.onIntent({ kind: 'acknowledge-safety', tabId: 1, messageId: 'a' });
    expect(session.view(DEVICE).safety).toEqual([]);
    expect(session.view(DEVICE).hints?.hints).toHaveLength(1);
  });

  test('is known to what makes hints after it was acknowledged', async () => {
    const { world } = setUp();
    const suggest = vi.fn(engine.suggest);
    const session = await TabSession.open(1, 'https://a.example', {
      ...world,
      engine: { ...engine, suggest },
    });
    await session.onReader(delta(0, { kind: 'snapshot', messages: [m('x', 'hello')] }));
    session.view(DEVICE);
    expect(suggest.mock.lastCall?.[0].safetyRaised).toBe(false);
    await session.onReader(delta(1, { kind: 'added', after: 'x', messages: [cueMessage] }));
    await session.onIntent({ kind: 'acknowledge-safety', tabId: 1, messageId: 'a' });
    session.view(DEVICE);
    expect(suggest.mock.lastCall?.[0].safetyRaised).toBe(true);
  });

  test('stays when the message is taken back, and is not raised again once acknowledged', async () => {
    const { open } = setUp();
    const session = await open();
    await session.onReader(delta(0, { kind: 'snapshot', messages: [cueMessage] }));
    const gone: Message = { ...cueMessage, text: '', deleted: true };
    await session.onReader(delta(1, { kind: 'changed', messages: [{ message: gone }] }));
    expect(session.view(DEVICE).safety).toHaveLength(1);
    await session.onIntent({ kind: 'acknowledge-safety', tabId: 1, messageId: 'a' });
    await session.onReader(delta(0, { kind: 'snapshot', messages: [cueMessage] }, SAM, 'two'));
    expect(session.view(DEVICE).safety).toEqual([]);
  });

  test('is looked for in what somebody of unknown side wrote, and not in the supporter’s own words', async () => {
    const { open } = setUp();
    const session = await open();
    const own = { ...cueMessage, side: 'supporter' as const };
    await session.onReader(delta(0, { kind: 'snapshot', messages: [own] }));
    expect(session.view(DEVICE).safety).toEqual([]);
    const unknown = { ...cueMessage, id: 'u', side: 'unknown' as const };
    await session.onReader(delta(1, { kind: 'added', after: 'a', messages: [unknown] }));
    expect(session.view(DEVICE).safety).toHaveLength(1);
  });
});
