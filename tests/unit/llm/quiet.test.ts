import { afterAll, afterEach, expect, it } from 'vitest';
import * as server from '../../support/llm-server/behaviours';
import { startLlmServer, type LlmServer } from '../../support/llm-server/server';
import { ask, endOf } from './moment';

// Replaced before the first call and in a file of its own: the client keeps the methods that it first saw.
const METHODS = ['log', 'info', 'warn', 'error', 'debug', 'trace'] as const;
const terminal = globalThis.console;
const originals = METHODS.map((method) => [method, terminal[method]] as const);
const printed: unknown[] = [];
for (const method of METHODS) terminal[method] = (...words: unknown[]) => printed.push(words);

afterAll(() => {
  for (const [method, original] of originals) terminal[method] = original;
});

let running: LlmServer | undefined;

afterEach(() => running?.close());

it.each([
  ['a good answer', server.attentive],
  ['a broken one', server.brokenEvent],
  ['a refusal', server.badKey],
  ['a lost connection', server.resetsAfter(5)],
])('nothing that people or servers wrote is printed: %s', async (_, behaviour) => {
  running = await startLlmServer({ script: behaviour });
  endOf(await ask(running.url));
  expect(printed).toEqual([]);
});
