import { afterEach } from 'vitest';
import { startLlmServer, type Behaviour, type LlmServer } from '../../support/llm-server/server';

let running: LlmServer[] = [];

/** A server that behaves so, until the test is over. */
export async function serve(...script: Behaviour[]): Promise<LlmServer> {
  const started = await startLlmServer({ script });
  running.push(started);
  return started;
}

afterEach(async () => {
  await Promise.all(running.map((one) => one.close()));
  running = [];
});
