/**
 * Analyses conversations from standard input, as they come: JSON lines `{"id", "side", "text"}`, a blank line
 * between conversations. A line `{"draft"}` has the supporter's next message checked. A line that cannot be read becomes `{"line", "error"}`, and it goes on.
 */
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseCodeModel } from '@/utils/analysis/codes/code-model';
import { createEmotionReader } from '@/utils/analysis/emotion/reader';
import { parseWeights } from '@/utils/analysis/emotion/weights';
import { createLineAnalyser } from './analyse-lines';
import { readLines } from './read-lines';

const MODELS = path.join(import.meta.dirname, '../../public/models');

/** What `read` makes of a model file, or null when the file is missing or damaged, which is said. */
function load<T>(name: string, without: string, read: (bytes: Uint8Array<ArrayBuffer>) => T): T | null {
  try {
    return read(new Uint8Array(readFileSync(path.join(MODELS, name))));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${name} cannot be used, going on ${without}: ${why}\n`);
    return null;
  }
}

const analyser = createLineAnalyser({
  reader: load('emotion.bin', 'without readings', (bytes) => createEmotionReader(parseWeights(bytes.buffer))),
  codeModel: load('codes.bin', 'with the rules of codes alone', parseCodeModel),
});

// A reader that stops early (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

async function print(lines: readonly string[]): Promise<void> {
  for (const line of lines) {
    if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
  }
}

process.stdin.setEncoding('utf8');
let number = 0;
for await (const line of readLines(process.stdin as AsyncIterable<string>)) {
  number += 1;
  await print(analyser.line(line, number));
}
await print(analyser.end());
