/**
 * Hints for conversations from standard input: JSON lines `{"id", "side", "text"}`, a blank line between
 * conversations. For each conversation one line `{"conversation", "stage", "safety", "hints"}`. A line that
 * cannot be read becomes `{"line", "error"}`, and it goes on.
 */
import { once } from 'node:events';
import { readLines } from '../analyse/read-lines';
import { engineFrom, WrongOptions } from './engines';
import { loadModels } from '../models/load-models';
import { createLineSuggester } from './suggest-lines';

// A reader that stops early (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

async function print(lines: readonly string[]): Promise<void> {
  for (const line of lines) {
    if (!process.stdout.write(`${line}\n`)) await once(process.stdout, 'drain');
  }
}

try {
  const { engine } = engineFrom(process.argv.slice(2));
  const suggester = createLineSuggester(engine, loadModels());
  process.stdin.setEncoding('utf8');
  let number = 0;
  for await (const line of readLines(process.stdin as AsyncIterable<string>)) {
    number += 1;
    await print(await suggester.line(line, number));
  }
  await print(await suggester.end());
} catch (error) {
  if (!(error instanceof WrongOptions)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 2;
}
