import { readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { ruleBook } from '@/scripts/rules/rule-book';

test('the page of rules says what the rules say; npm run rules brings it up to date', async () => {
  const page = 'docs/rules.md';
  const options = await resolveConfig(page);
  expect(readFileSync(page, 'utf8')).toBe(await format(ruleBook(), { ...options, parser: 'markdown' }));
});
