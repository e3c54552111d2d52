import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { adapterSchema } from '@/utils/sites/adapter';
import { ADAPTERS } from '@/utils/sites/registry';

describe.each(ADAPTERS.map((adapter) => [adapter.id, adapter] as const))(
  'the adapter of %s',
  (_, adapter) => {
    test('fits its schema and holds nothing else', () => {
      expect(adapterSchema.parse(adapter)).toEqual(adapter);
    });

    test('has a row in README', () => {
      const readme = readFileSync('README.md', 'utf8');
      expect(readme).toMatch(new RegExp(`^\\| ${adapter.name.replace('.', '\\.')}\\b.*\\|`, 'm'));
    });
  },
);

test('no two adapters share an id', () => {
  const ids = ADAPTERS.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
