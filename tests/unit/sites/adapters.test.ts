import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { withoutNotes } from '@/scripts/build/slim-adapters';
import { adapterSchema, type DocumentedAdapter } from '@/utils/sites/adapter';
import { ADAPTERS, adaptersWith, KNOWN_SITES } from '@/utils/sites/registry';
import { platformTable } from './platform-table';

const FOLDER = 'utils/sites/adapters';
const written = readdirSync(FOLDER).map(
  (name) => JSON.parse(readFileSync(`${FOLDER}/${name}`, 'utf8')) as DocumentedAdapter,
);
const all = adaptersWith(new Set(written.map(({ id }) => id)));

describe.each(written.map((adapter) => [adapter.id, adapter] as const))(
  'the adapter of %s',
  (id, adapter) => {
    test('fits its schema and holds nothing else', () => {
      expect(adapterSchema.parse(adapter)).toEqual(adapter);
    });

    test('is in the registry, and in the list that the panel shows', () => {
      const { name, tier, state, tested } = adapter;
      expect(all.map((known) => known.id)).toContain(id);
      expect(KNOWN_SITES).toContainEqual({ id, name, tier, state, tested });
    });

    test('is found true on a day that has been', () => {
      const days = JSON.stringify(adapter).match(/\d{4}-\d{2}-\d{2}/g) ?? [];
      expect(days.filter((day) => !(Date.parse(day) <= Date.now() + 86_400_000))).toEqual([]);
    });
  },
);

test('the registry holds each site once, in the order of the list', () => {
  expect(all.map(({ id }) => id)).toEqual(KNOWN_SITES.map(({ id }) => id));
  expect(new Set(all.map(({ id }) => id)).size).toBe(written.length);
});

test('an experimental site is read only when it was turned on', () => {
  const experimental = KNOWN_SITES.filter(({ state }) => state === 'experimental').map(({ id }) => id);
  expect(ADAPTERS.filter(({ id }) => experimental.includes(id))).toEqual([]);
  for (const id of experimental)
    expect(adaptersWith(new Set([id])).map((adapter) => adapter.id)).toContain(id);
});

test('the reader gets the adapters without reasons, confidence and dates, and nothing else is lost', () => {
  for (const adapter of written) {
    const slim = withoutNotes(adapter);
    expect(JSON.stringify(slim)).not.toMatch(/"(why|confidence|seen|tested)":/);
    expect(slim).toMatchObject({
      id: adapter.id,
      row: adapter.row.map(({ css }) => ({ css })),
      settle: adapter.settle,
    });
  }
});

test('the table of platforms in README is the registry', () => {
  const readme = readFileSync('README.md', 'utf8');
  const [, section = ''] = readme.split('\n## Platforms\n');
  const rows =
    section
      .split('\n## ')[0]
      ?.split('\n')
      .filter((line) => line.startsWith('|')) ?? [];
  const cells = rows.map((row) =>
    row
      .split('|')
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
  const byId = new Map(written.map((adapter) => [adapter.id, adapter]));
  const wanted = platformTable(KNOWN_SITES.flatMap(({ id }) => byId.get(id) ?? []));
  expect(cells.filter(([first]) => !/^-+$/.test(first ?? ''))).toEqual(wanted);
});
