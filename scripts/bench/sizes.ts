import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { bundleWeight } from './bundle-weight';
import type { BenchRow } from './row';

const BUILT = '.output/chrome-mv3';

/** Scripts and styles that the panel's page loads: other pages share its folder. */
const ofPanel = (): Set<string> =>
  new Set(
    [
      ...readFileSync(join(BUILT, 'sidepanel.html'), 'utf8').matchAll(
        /(?:src|href)="\/([^"]+\.(?:js|css))"/g,
      ),
    ].map(([, path]) => path ?? ''),
  );

/** What the built package weighs, gzipped, beside what was promised. */
export function bench(): Promise<BenchRow[]> {
  const files = readdirSync(BUILT, { recursive: true, encoding: 'utf8' }).filter((name) =>
    statSync(join(BUILT, name)).isFile(),
  );
  const panel = ofPanel();
  const parts: { name: string; holds: (file: string) => boolean; aim: number }[] = [
    { name: 'reader, in the host page', holds: (file) => file === 'chat-reader.js', aim: 30 },
    { name: 'panel, scripts and styles', holds: (file) => panel.has(file), aim: 200 },
    { name: 'weights of the models', holds: (file) => /^models\/.*\.bin$/.test(file), aim: 400 },
  ];
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
    ...parts.map(({ name, holds, aim }) => {
      const bytes = files
        .filter(holds)
        .reduce((sum, file) => sum + gzipSync(readFileSync(join(BUILT, file))).length, 0);
      return row(name, bytes / 1_000, aim);
    }),
  ]);
}
