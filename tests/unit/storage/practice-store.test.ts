import { beforeAll, expect, test } from 'vitest';
import { respond, startSession } from '@/utils/practice/play';
import { newRecord, type SessionRecord, withRead, withSession } from '@/utils/practice/record';
import { findScenario } from '@/utils/practice/scenarios/index';
import { MAX_SESSION_CHARACTERS, MAX_SESSIONS, PracticeStore } from '@/utils/storage/practice-store';
import { memoryArea } from '../../support/memory-area';

let base: SessionRecord;
beforeAll(() => {
  const scenario = findScenario('exam-stress');
  if (!scenario) throw new Error('no such scenario');
  const session = respond(
    scenario,
    startSession(scenario, 3),
    'That sounds like a lot. What is it like at night?',
    {
      codeModel: null,
    },
  );
  base = newRecord({ id: 'a', scenario, session, startedAt: 1_000 });
});

const other = (id: string, startedAt: number): SessionRecord => ({ ...base, id, startedAt });

test('what is saved comes back whole, and the newest session is listed first', async () => {
  const store = new PracticeStore(memoryArea());
  await store.save(base);
  await store.save(other('b', 2_000));
  expect(await store.load('a')).toEqual({ ok: true, record: base });
  expect((await store.list()).map(({ id, supporterTurns }) => [id, supporterTurns])).toEqual([
    ['b', 1],
    ['a', 1],
  ]);
});

test('a session that goes on is written in its own place', async () => {
  const store = new PracticeStore(memoryArea());
  await store.save(base);
  const next = respond(base.scenario, base.session, 'I see.', { codeModel: null });
  await store.save(withSession(base, next, 5_000));
  expect(await store.list()).toHaveLength(1);
  expect((await store.list())[0]?.supporterTurns).toBe(2);
});

test('what another hand broke is reported, and can be discarded; the rest stays', async () => {
  const area = memoryArea();
  const store = new PracticeStore(area);
  await store.save(base);
  area.items.set('practice:session:bad', { ...base, id: 'bad', session: { ...base.session, turns: 'none' } });
  area.items.set('practice:session:later', { version: 9 });
  const { records, damaged } = await store.loadAll();
  expect(records.map(({ id }) => id)).toEqual(['a']);
  expect(damaged.map(({ id, reason }) => [id, reason])).toEqual([
    ['bad', 'damaged'],
    ['later', 'newer'],
  ]);
  expect(damaged[0]?.problem).toContain('session.turns');
  expect(await store.load('bad')).toMatchObject({ ok: false, reason: 'damaged' });
  await store.discard('bad');
  expect(await store.load('bad')).toMatchObject({ ok: false, reason: 'missing' });
  expect((await store.list()).map(({ id }) => id)).toEqual(['a']);
});

test('a lost or broken index is made anew', async () => {
  const area = memoryArea();
  const store = new PracticeStore(area);
  await store.save(base);
  await store.save(other('b', 2_000));
  area.items.set('practice:index', 'rubbish');
  expect((await store.list()).map(({ id }) => id)).toEqual(['b', 'a']);
});

test('the oldest go when there are too many, and are named', async () => {
  const store = new PracticeStore(memoryArea());
  const small = { ...base, session: { ...base.session, turns: base.session.turns.slice(0, 1) } };
  for (let i = 0; i < MAX_SESSIONS; i += 1)
    await store.save({ ...small, id: `s${String(i)}`, startedAt: i + 1 });
  expect(await store.save({ ...small, id: 'new', startedAt: 10_000 })).toMatchObject({ ok: true });
  const list = await store.list();
  expect(list.length).toBeLessThanOrEqual(MAX_SESSIONS);
  expect(list[0]?.id).toBe('new');
  expect(await store.load('s0')).toMatchObject({ ok: false, reason: 'missing' });
});

test('a session beyond all bounds and a full browser are said, and lose nothing', async () => {
  const store = new PracticeStore(memoryArea());
  await store.save(base);
  const huge = {
    ...base,
    session: {
      ...base.session,
      used: Array.from({ length: MAX_SESSION_CHARACTERS / 10 }, () => '0123456789'),
    },
  };
  expect(await store.save(huge)).toEqual({ ok: false, reason: 'too-long' });
  expect(await store.load('a')).toMatchObject({ ok: true });
  expect(await new PracticeStore(memoryArea(100)).save(base)).toEqual({ ok: false, reason: 'full' });
});

test('one call removes all of it, with what cannot be read, and nothing else', async () => {
  const area = memoryArea();
  const store = new PracticeStore(area);
  await store.save(base);
  area.items.set('practice:session:bad', 1);
  area.items.set('settings.wording', 'mine');
  await store.deleteAll();
  expect([...area.items.keys()]).toEqual(['settings.wording']);
});

test('two pages that save at once lose neither', async () => {
  const store = new PracticeStore(memoryArea());
  await Promise.all([store.save(base), store.save(other('b', 2_000)), store.save(other('c', 3_000))]);
  expect((await store.list()).map(({ id }) => id)).toEqual(['c', 'b', 'a']);
});

test('what was read of a message stands once, in order', () => {
  const read = { label: 'sadness', valence: -0.4, arousal: 0.1 };
  let record = withRead(base, { turn: 3, message: 0, ...read });
  record = withRead(record, { turn: 1, message: 0, ...read });
  record = withRead(record, { turn: 3, message: 0, ...read, label: 'fear' });
  expect(record.read.map(({ turn, label }) => [turn, label])).toEqual([
    [1, 'sadness'],
    [3, 'fear'],
  ]);
});
