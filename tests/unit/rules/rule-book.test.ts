import { readFileSync } from 'node:fs';
import { format, resolveConfig } from 'prettier';
import { expect, test } from 'vitest';
import { competencePage } from '@/scripts/rules/competence-page';
import { ruleBook } from '@/scripts/rules/rule-book';

test.each([
  ['docs/rules.md', ruleBook()],
  ['docs/competences.md', competencePage()],
])('%s says what the data says; npm run rules brings it up to date', async (page, text) => {
  const options = await resolveConfig(page);
  expect(readFileSync(page, 'utf8')).toBe(await format(text, { ...options, parser: 'markdown' }));
});
