/** Writes `docs/rules.md` from the rules' own data. */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { ruleBook } from './rule-book';

const page = path.join(import.meta.dirname, '../../docs/rules.md');
const options = await resolveConfig(page);
writeFileSync(page, await format(ruleBook(), { ...options, parser: 'markdown' }));
