/**
 * Redacts JSON lines from standard input, as they come: `{"id", "text", "known"?, "conversation"?}` to
 * `{"id", "redacted", "found"}`. A line that cannot be read becomes `{"line", "error"}`, and it goes on.
 */
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { createLineRedactor } from './redact-lines';

const redactLine = createLineRedactor();
let number = 0;

// A reader that stops early (`| head`) is no fault.
process.stdout.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? 0 : 1));

for await (const line of createInterface({ input: process.stdin, crlfDelay: Infinity })) {
  number += 1;
  const output = redactLine(line, number);
  if (output === undefined) continue;
  if (!process.stdout.write(`${output}\n`)) await once(process.stdout, 'drain');
}
