/**
 * Trains the models that ship inside: `npm run train -- --data FOLDER [part ...]`, all parts when none is named.
 * Writes `public/models/*.bin` and `docs/model-card.md`. The same data and code give the same bytes. `--brief` leaves
 * out what is only shown on the way.
 */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { CARD_PARTS, writeModelCard } from '@/scripts/measure/model-card';
import { measureParts } from '@/scripts/measure/parts';
import { trainCodes } from './codes';
import { missingData } from './data/missing';
import { trainEmotion } from './emotion';
import { trainSafety } from './safety';
import { trainFit } from './fit';
import { trainThemes } from './themes';
import { writeTrainedOn } from './trained-on';

const ROOT = path.join(import.meta.dirname, '../..');
const START = performance.now();

const kilobytes = (bytes: number): string => `${(bytes / 1000).toFixed(0)} kB`;

function progress(line: string): void {
  const seconds = ((performance.now() - START) / 1000).toFixed(0);
  console.error(`${seconds.padStart(4)} s  ${line}`);
}

/**
 * Each part rests on data and code alone, on no other part's weights, but for fit, which rests on those of themes and
 * stands behind them, and on the bank of lines: one by one gives the same bytes as all.
 */
const PARTS: Record<string, (dataFolder: string, brief: boolean) => void> = {
  codes() {
    const { gzipBytes, messages } = trainCodes({ root: ROOT, progress });
    progress(`codes: ${kilobytes(gzipBytes)} gzip, from ${String(messages)} written messages`);
  },
  safety(dataFolder, brief) {
    const safety = trainSafety({ dataFolder, root: ROOT, brief, progress });
    const parts = ({ explicit, indirect, check }: typeof safety.heldLines): string =>
      [explicit, indirect, check].map((part) => `${(100 * part).toFixed(0)} %`).join(', ');
    progress(`safety: ${kilobytes(safety.gzipBytes)} gzip, from ${String(safety.lines)} written lines`);
    progress('safety, by the layer alone; explicit, indirect, past or about others:');
    if (safety.unseenFamilies) progress(`  families left out: ${parts(safety.unseenFamilies)}`);
    progress(`  lines left out: ${parts(safety.heldLines)}`);
  },
  themes() {
    const { lines, gzipBytes } = trainThemes({ root: ROOT, progress });
    progress(`themes: ${kilobytes(gzipBytes)} gzip, from ${String(lines)} messages`);
  },
  fit() {
    const { verdicts, gzipBytes } = trainFit({ root: ROOT, progress });
    progress(`fit: ${kilobytes(gzipBytes)} gzip, from ${String(verdicts)} verdicts`);
  },
  emotion(dataFolder) {
    trainEmotion({ dataFolder, root: ROOT, progress });
  },
};

async function main(): Promise<void> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { data: { type: 'string' }, brief: { type: 'boolean', default: false } },
  });
  if (!values.data) throw new Error('Where is the data? npm run train -- --data FOLDER');
  const dataFolder = path.resolve(values.data);
  const missing = missingData(dataFolder);
  if (missing.length > 0) throw new Error(`${dataFolder} lacks:\n${missing.join('\n')}`);
  const names = positionals.length > 0 ? positionals : Object.keys(PARTS);
  const chosen = names.map((name) => {
    const train = PARTS[name];
    if (!train) throw new Error(`No part ${name}. There are: ${Object.keys(PARTS).join(', ')}.`);
    return train;
  });

  for (const train of chosen) train(dataFolder, values.brief);
  const sizes = Object.keys(PARTS).map((name) =>
    gzipSync(readFileSync(path.join(ROOT, `public/models/${name}.bin`)), { level: 9 }),
  );
  progress(`all weights: ${kilobytes(sizes.reduce((sum, { length }) => sum + length, 0))} gzip`);
  writeTrainedOn(ROOT, names);

  progress('measuring the new weights for the model card');
  await writeModelCard(ROOT, await measureParts({ dataFolder, root: ROOT, progress }, CARD_PARTS));
  progress('docs/model-card.md written');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
