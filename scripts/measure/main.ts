/**
 * Measures the engine on public human annotation: `npm run measure -- --data FOLDER [--json FILE] [part ...]`.
 * Prints every figure beside its baseline from the same run. `--card` also writes `docs/model-card.md`,
 * which takes the parts that rest on weights.
 */
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { writeModelCard } from './model-card';
import { measureParts } from './parts';
import { figureTable } from './table';

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { data: { type: 'string' }, json: { type: 'string' }, card: { type: 'boolean' } },
  });
  if (!values.data) throw new Error('Where is the data? npm run measure -- --data FOLDER');
  const root = path.join(import.meta.dirname, '../..');
  const measured = await measureParts(
    {
      dataFolder: path.resolve(values.data),
      root,
      progress: (line) => {
        console.error(line);
      },
    },
    positionals,
    (section) => {
      const { title, coverage = [], details = [] } = section;
      console.log([`## ${title}`, '', figureTable(section), '', ...coverage, '', ...details, ''].join('\n'));
    },
  );
  for (const line of measured.failed) console.error(`NOT MEASURED ${line}`);
  if (values.json) writeFileSync(values.json, `${JSON.stringify(measured, null, 2)}\n`);
  if (values.card) await writeModelCard(root, measured);
  if (measured.failed.length > 0) process.exitCode = 1;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
