/**
 * Analyses conversations from standard input, as they come: JSON lines `{"id", "side", "text"}`, a blank line
 * between conversations. A line `{"draft"}` has the supporter's next message checked. A line that cannot be read becomes `{"line", "error"}`, and it goes on.
 */
import { once } from 'node:events';
import { loadModels } from '../models/load-models';
import { createLineAnalyser } from './analyse-lines';
import { readLines } from './read-lines';

const analyser = createLineAnalyser(loadModels());

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
