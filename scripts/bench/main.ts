import { writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { buildExtension } from '../build/build-extension';
import type { BenchRow } from './row';

/** Every benchmark by its name; `npm run bench -- reader sizes` runs some of them. */
const BENCHES: Record<string, () => Promise<{ bench(): Promise<BenchRow[]> }>> = {
  sizes: () => import('./sizes'),
  reader: () => import('./reader'),
  latency: () => import('./latency'),
  emotion: () => import('./emotion'),
  hints: () => import('./hints'),
  drafts: () => import('./drafts'),
  llm: () => import('./llm'),
};

async function main(): Promise<void> {
  const wanted = process.argv.slice(2).filter((name) => !name.startsWith('-'));
  const unknown = wanted.filter((name) => !(name in BENCHES));
  if (unknown.length > 0)
    throw new Error(`No benchmark ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.`);
  buildExtension();
  const rows: BenchRow[] = [];
  for (const [name, load] of Object.entries(BENCHES)) {
    if (wanted.length > 0 && !wanted.includes(name)) continue;
    console.error(`${name} ...`);
    rows.push(...(await (await load()).bench()));
  }
  const table = toTable(rows);
  console.log(table);
  if (wanted.length === 0) writeFileSync('docs/performance.md', page(table));
}

function toTable(rows: readonly BenchRow[]): string {
  const lines = rows.map(
    ({ name, unit, ours, baselineName, baseline, ratio }) =>
      `| ${name} | ${figure(ours)} ${unit} | ${baselineName} | ${figure(baseline)} ${unit} | ${figure(ratio)} |`,
  );
  return ['| what | Sidelight | beside | that takes | ratio |', '|---|---|---|---|---|', ...lines].join('\n');
}

/** Three significant digits, without an exponent. */
function figure(value: number): string {
  if (!Number.isFinite(value)) return 'n/a';
  if (value === 0) return '0';
  return Number(value.toPrecision(3)).toLocaleString('en', { maximumSignificantDigits: 3 });
}

function page(table: string): string {
  return `# Performance

Written by \`npm run bench\`. Every figure stands beside a baseline that was measured in the same run; the ratio
is what counts, since the times depend on the machine (this run: ${cpus().length} cores, Node ${process.version}).

${table}

**How.** *Reader*: script time by the browser's own count for 60 messages that arrive one by one, less that of the
same page with nobody watching, least of three rounds; beside an observer that only reads the \`textContent\` of
what was added, and beside a reader that goes through the whole list at each change. *Latency*: 40 messages, from
the moment the page adds one to the moment the panel's document shows it, in Chromium with the built extension;
then 40 more in one burst, where the reader takes its time so as not to slow the page down.
*Sizes*: the production build, gzipped. *Hints*: all written client messages and moments, in Node, the middle of
five rounds each; the first call in processes of its own. *Readings*: five messages of 70 characters in turn, the
middle of seven rounds, in Node and in a worker of Chromium. *Calls*: 200 calls after 20 to warm up, over real HTTP
to a stand-in on this machine that answers at once, a new message before each; the bare client hands out its first
piece, Sidelight a whole checked hint.
`;
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
