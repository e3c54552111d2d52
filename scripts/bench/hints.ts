import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { z } from '@/utils/schema';
import { prepareDeviceHints } from '@/utils/suggestions/device/prepare';
import { suggestOnDevice } from '@/utils/suggestions/device/suggest';
import { loadModels } from '../models/load-models';
import { readMoments } from '../eval/moments';
import type { BenchRow } from './row';

const CORPUS = path.join(import.meta.dirname, '../../tests/corpora/hints');
/** What the panel may wait for hints on the device, in milliseconds. */
const AIM = 10;
const ROUNDS = 5;
/** Processes whose first call is measured; the middle one counts. */
const PROCESSES = 5;

/**
 * Time for the three hints of a client message, alone and at the end of the written moments, beside a JSON
 * round trip of the same conversation (what passing it between two parts of the extension costs at least),
 * and the first hints of a process with and without `prepareDeviceHints`.
 */
export function bench(): Promise<BenchRow[]> {
  prepareDeviceHints();
  const { hintModels: models } = loadModels();
  const alone = written().map((message) => [message]);
  const moments = readMoments(path.join(CORPUS, 'moments.jsonl')).map(({ messages }) => messages);
  const conversations = [...alone, ...moments];
  const hints = measure(conversations, (messages) => {
    suggestOnDevice({ messages, readings: () => null, models, round: 0 });
  });
  const json = measure(conversations, (messages) => {
    JSON.parse(JSON.stringify(messages));
  });
  const row = (name: string, ours: number, baselineName: string, baseline: number): BenchRow => ({
    name,
    unit: 'ms',
    ours,
    baselineName,
    baseline,
    ratio: ours / baseline,
  });
  const each = `three hints on the device, ${conversations.length} client messages`;
  const cold = firstCall([]);
  return Promise.resolve([
    row(`${each}, median`, at(hints, 0.5), 'JSON round trip of the conversation', at(json, 0.5)),
    row(`${each}, 95th percentile`, at(hints, 0.95), 'aim', AIM),
    row(`${each}, slowest`, hints.at(-1) ?? 0, 'aim', AIM),
    row('first hints of a process, prepared', firstCall(['--prepared']), 'not prepared', cold),
  ]);
}

const messageSchema = z.object({ id: z.string(), text: z.string() });

function written(): { id: string; side: 'client'; text: string }[] {
  return readFileSync(path.join(CORPUS, 'messages.jsonl'), 'utf8')
    .split('\n')
    .filter(Boolean)
    .map((line) => ({ ...messageSchema.parse(JSON.parse(line)), side: 'client' }));
}

/** Milliseconds for each item, sorted: the middle one of its rounds, so that a busy machine counts less. */
function measure<T>(items: readonly T[], run: (item: T) => void): number[] {
  const times = items.map((): number[] => []);
  for (let round = 0; round < ROUNDS; round++)
    items.forEach((item, i) => {
      const start = performance.now();
      run(item);
      times[i]?.push(performance.now() - start);
    });
  return times.map((rounds) => at(ascending(rounds), 0.5)).sort((a, b) => a - b);
}

const ascending = (values: readonly number[]): number[] => [...values].sort((a, b) => a - b);

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

function firstCall(argv: readonly string[]): number {
  const script = path.join(import.meta.dirname, 'hints-first.ts');
  const times = Array.from({ length: PROCESSES }, () =>
    Number(execFileSync(process.execPath, ['--import', 'tsx', script, ...argv], { encoding: 'utf8' })),
  );
  return at(ascending(times), 0.5);
}
