import { expect, test } from 'vitest';
import { startSession } from '@/utils/practice/play';
import { newRecord, parseRecord } from '@/utils/practice/record';
import { allScenarios } from '@/utils/practice/scenarios/index';

const [scenario] = allScenarios();
if (!scenario) throw new Error('no scenario');
const record = newRecord({ id: 'x', scenario, session: startSession(scenario, 1), startedAt: 1 });

test('a record survives JSON', () => {
  expect(parseRecord(JSON.parse(JSON.stringify(record)))).toEqual({ ok: true, record });
});

test('older versions are brought up to date step by step', () => {
  const migrations = {
    [-1]: (old: Record<string, unknown>) => ({ ...old, version: 0, keep: true }),
    0: (old: Record<string, unknown>) => ({ ...old, version: 1, voice: 'device' }),
  };
  const old: Record<string, unknown> = { ...record, version: -1 };
  delete old['voice'];
  delete old['keep'];
  expect(parseRecord(old, migrations)).toEqual({ ok: true, record });
});

test.each([null, 4, 'text', [], {}, { version: 'one' }, { version: 0 }, { ...record, id: '../x' }])(
  'anything else is damaged, and says where: %j',
  (value) => {
    const parsed = parseRecord(value);
    expect(parsed.ok ? '' : parsed.reason).toBe('damaged');
  },
);

test('a newer version is told from a damaged record', () => {
  expect(parseRecord({ ...record, version: 2 })).toMatchObject({ ok: false, reason: 'newer' });
});

test('a migration that does not move on does not run for ever', () => {
  expect(parseRecord({ ...record, version: 0 }, { 0: (old) => old })).toMatchObject({ ok: false });
});
