import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundleWeight } from './bundle-weight';
import type { BenchRow } from './row';

const BUILT = '.output/chrome-mv3';

const PARTS: { name: string; files: RegExp; aim: number }[] = [
  { name: 'reader, in the host page', files: /^chat-reader\.js$/, aim: 30 },
  { name: 'panel, scripts and styles', files: /^(chunks|assets)\/(?!options).*\.(js|css)$/, aim: 200 },
  { name: 'weights of the models', files: /^models\//, aim: 400 },
];

/** What the built package weighs, gzipped, beside what was promised. */
export function bench(): Promise<BenchRow[]> {
  const files = readdirSync(BUILT, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(BUILT, name)).isFile(),
  );
  const worker = bundleWeight(readFileSync(join(BUILT, 'background.js'), 'utf8'));
  const row = (name: string, ours: number, aim: number): BenchRow => ({
    name: `size, ${name}`,
    unit: 'kB gzip',
    ours,
    baselineName: 'aim',
    baseline: aim,
    ratio: ours / aim,
  });
  return Promise.resolve([
    row('worker, program', worker.code, 120),
    row('worker, knowledge in it (rules, lexicons, phrases)', worker.data, 400),
    ...PARTS.map(({ name, files: pattern, aim }) => {
      const bytes = files
        .filter((file) => pattern.test(file))
        .reduce((sum, file) => sum + gzipSync(readFileSync(join(BUILT, file))).length, 0);
      return row(name, bytes / 1_000, aim);
    }),
  ]);
}
