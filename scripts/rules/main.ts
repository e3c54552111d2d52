/** Writes `docs/rules.md` and `docs/competences.md` from their data. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { competencePage } from './competence-page';
import { ruleBook } from './rule-book';

for (const [name, text] of [
  ['rules.md', ruleBook()],
  ['competences.md', competencePage()],
] as const) {
  const page = path.join(import.meta.dirname, '../../docs', name);
  const options = await resolveConfig(page);
  writeFileSync(page, await format(text, { ...options, parser: 'markdown' }));
}
