import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { markdownTable, refreshPage } from '../figures/page';
import { buildExtension } from '../build/build-extension';
import { type BenchRow, LIMITS } from './row';

const PAGE = 'docs/performance.md';

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
  // A run of all parts is one machine's account of one build; parts of it are for whoever works on them.
  if (wanted.length > 0) return;
  writeFileSync(PAGE, refreshPage(readFileSync(PAGE, 'utf8'), `${machine()}\n\n${table}\n\n${missed(rows)}`));
}

const toTable = (rows: readonly BenchRow[]): string =>
  markdownTable([
    ['what', 'Sidelight', 'beside', 'that takes', 'ratio'],
    ...rows.map(({ name, unit, ours, baselineName, baseline, ratio }) => [
      name,
      `${figure(ours)} ${unit}`,
      baselineName,
      `${figure(baseline)} ${unit}`,
      figure(ratio),
    ]),
  ]);

const machine = (): string =>
  `Measured in one run on ${String(cpus().length)} cores with Node ${process.version}.`;

/** The rows that stand beside a limit and are over it. */
function missed(rows: readonly BenchRow[]): string {
  const over = rows.filter(({ baselineName, ratio }) => LIMITS.includes(baselineName) && ratio > 1);
  return over.length === 0
    ? 'All limits were met.'
    : `**Not met:** ${over.map(({ name, ours, baseline, unit }) => `${name} (${figure(ours)} of ${figure(baseline)} ${unit})`).join('; ')}.`;
}

/** Three significant digits, without an exponent. */
function figure(value: number): string {
  if (!Number.isFinite(value)) return 'n/a';
  if (value === 0) return '0';
  return Number(value.toPrecision(3)).toLocaleString('en', { maximumSignificantDigits: 3 });
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
