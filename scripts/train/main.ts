/**
 * Trains the models that ship inside: `npm run train -- --data FOLDER`. Writes `public/models/*.bin` and
 * `docs/model-card.md`. The same data and code give the same bytes.
 */
import path from 'node:path';
import { parseArgs } from 'node:util';
import { CARD_PARTS, writeModelCard } from '@/scripts/measure/model-card';
import { measureParts } from '@/scripts/measure/parts';
import { trainCodes } from './codes';
import { missingData } from './data/missing';
import { trainEmotion } from './emotion';
import { trainSafety } from './safety';

const ROOT = path.join(import.meta.dirname, '../..');
const START = performance.now();

function progress(line: string): void {
  const seconds = ((performance.now() - START) / 1000).toFixed(0);
  console.error(`${seconds.padStart(4)} s  ${line}`);
}

async function main(): Promise<void> {
  const { values } = parseArgs({ options: { data: { type: 'string' } } });
  if (!values.data) throw new Error('Where is the data? npm run train -- --data FOLDER');
  const dataFolder = path.resolve(values.data);
  const missing = missingData(dataFolder);
  if (missing.length > 0) throw new Error(`${dataFolder} lacks:\n${missing.join('\n')}`);

  const codes = trainCodes({ root: ROOT, progress });
  progress(`codes: ${(codes.gzipBytes / 1000).toFixed(0)} kB gzip, from ${codes.messages} written messages`);
  const safety = trainSafety({ dataFolder, root: ROOT, progress });
  const parts = ({ explicit, indirect, check }: typeof safety.heldLines): string =>
    [explicit, indirect, check].map((part) => `${(100 * part).toFixed(0)} %`).join(', ');
  progress(`safety: ${(safety.gzipBytes / 1000).toFixed(0)} kB gzip, from ${safety.lines} written lines`);
  progress('safety, by the layer alone; explicit, indirect, past or about others:');
  progress(`  families left out: ${parts(safety.unseenFamilies)}`);
  progress(`  lines left out: ${parts(safety.heldLines)}`);
  const emotion = trainEmotion({ dataFolder, root: ROOT, progress });
  progress(
    `all weights: ${((codes.gzipBytes + safety.gzipBytes + emotion.gzipBytes) / 1000).toFixed(0)} kB gzip`,
  );

  progress('measuring the new weights for the model card');
  await writeModelCard(ROOT, await measureParts({ dataFolder, root: ROOT, progress }, CARD_PARTS));
  progress('docs/model-card.md written');
}

main().catch((error: unknown) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
