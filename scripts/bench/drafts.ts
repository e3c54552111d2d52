import path from 'node:path';
import { checkDraft } from '@/utils/coaching/check-draft';
import { readDrafts } from '@/tests/corpora/drafts/corpus';
import { inputFor } from '../measure/draft-input';
import { loadCodeModel } from '../measure/codes';
import type { BenchRow } from './row';

const ROOT = path.join(import.meta.dirname, '../..');
const MESSAGES = 1_000;
const DRAFT_LENGTH = 300;
/** What a pause in typing may cost, in milliseconds. */
const AIM = 5;
const ROUNDS = 40;

/**
 * Time of the draft check for drafts of 300 characters at the end of conversations of 1,000 messages, beside a JSON
 * round trip of the same conversation. What is known of the conversation (codes, cues, balance) was reckoned before.
 */
export function bench(): Promise<BenchRow[]> {
  const codeModel = loadCodeModel(ROOT);
  const lines = readDrafts(path.join(ROOT, 'tests/corpora/drafts')).filter(({ half }) => half === 'rules');
  const all = lines.flatMap(({ messages }) => messages);
  const inputs = lines.slice(0, ROUNDS).map(({ messages, draft }, i) => {
    const before = Array.from({ length: MESSAGES - messages.length }, (_, j) => all[(i + j) % all.length]);
    const filled = before.flatMap((message) => (message ? [message] : []));
    const long = `${draft} ${lines.map((line) => line.draft).join(' ')}`.slice(0, DRAFT_LENGTH);
    return inputFor({ messages: [...filled, ...messages], draft: long }, { codeModel });
  });
  const checks = measure(inputs, (input) => {
    checkDraft(input);
  });
  const json = measure(inputs, ({ messages, draft }) => {
    JSON.parse(JSON.stringify({ messages, draft }));
  });
  const name = `draft check, ${DRAFT_LENGTH} characters after ${MESSAGES} messages`;
  const row = (what: string, ours: number, baselineName: string, baseline: number): BenchRow => ({
    name: `${name}, ${what}`,
    unit: 'ms',
    ours,
    baselineName,
    baseline,
    ratio: ours / baseline,
  });
  return Promise.resolve([
    row('median', at(checks, 0.5), 'JSON round trip of the conversation', at(json, 0.5)),
    row('95th percentile', at(checks, 0.95), 'aim', AIM),
  ]);
}

/** Milliseconds of each call, sorted, after a first round that is thrown away. */
function measure<T>(items: readonly T[], run: (item: T) => void): number[] {
  for (const item of items) run(item);
  const times: number[] = [];
  for (let round = 0; round < 5; round++)
    for (const item of items) {
      const start = performance.now();
      run(item);
      times.push(performance.now() - start);
    }
  return times.sort((a, b) => a - b);
}

const at = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
