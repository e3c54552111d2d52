import { afterEach, describe, expect, it } from 'vitest';
import { addUsage, budgetReached, costOf, NO_USAGE, type CallUsage } from '@/utils/llm/usage';
import { fakeBrowser } from 'wxt/testing';
import { loadSpending, saveSpending } from '@/utils/storage/settings';
import { streamSuggestions } from '@/utils/llm/openai-engine';
import * as server from '../../support/llm-server/behaviours';
import { startLlmServer, type Behaviour, type LlmServer } from '../../support/llm-server/server';
import { contextFor, moment, redactor } from './moment';

let running: LlmServer | undefined;
afterEach(() => running?.close());

async function costs(
  behaviour: Behaviour,
  options: Parameters<typeof contextFor>[1] = {},
): Promise<CallUsage[]> {
  running = await startLlmServer({ script: behaviour });
  const calls: CallUsage[] = [];
  const request = { prompt: moment(), redactor, onUsage: (call: CallUsage) => calls.push(call) };
  for await (const event of streamSuggestions(request, contextFor(running.url, options))) {
    options.onEvent?.(event);
  }
  return calls;
}

describe('what a call costs', () => {
  it('is what the server counted', async () => {
    expect(await costs(server.attentive)).toEqual([{ prompt: 640, completion: 120, estimated: false }]);
  });

  it('is estimated, and says so, when the server did not count', async () => {
    const [call] = await costs(server.addsUnknownFields);
    expect(call?.estimated).toBe(true);
    expect(call?.prompt).toBeGreaterThan(500);
    expect(call?.completion).toBeGreaterThan(50);
  });

  it('counts when it was stopped in the middle', async () => {
    const stop = new AbortController();
    const calls = await costs(server.silentAfter(30), {
      signal: stop.signal,
      onEvent: () => stop.abort(),
      limits: { idleMs: 40 },
    });
    expect(calls).toHaveLength(1);
    expect(calls[0]).toMatchObject({ estimated: true });
  });

  it('counts as a call without tokens when it was refused', async () => {
    expect(await costs(server.badKey)).toEqual([{ prompt: 0, completion: 0, estimated: false }]);
  });

  it('counts the retry too', async () => {
    expect(await costs(server.refuses(500))).toHaveLength(2);
  });

  it('is nothing when no server was reached', async () => {
    expect(await costs(server.resetsAtOnce)).toEqual([]);
  });
});

describe('the sum of a conversation', () => {
  const call = { prompt: 1_000, completion: 200, estimated: false };
  const used = addUsage(addUsage(NO_USAGE, call), { ...call, estimated: true });

  it('says when a part of it is an estimate', () => {
    expect(used).toEqual({ calls: 2, prompt: 2_000, completion: 400, estimated: true });
  });

  it('has a cost only where the person set prices', () => {
    expect(costOf(used, {})).toBeNull();
    expect(costOf(used, { prices: { prompt: 2, completion: 10 } })).toBeCloseTo(0.008);
  });

  it.each([
    ['calls', { budget: { calls: 2 } }],
    ['tokens', { budget: { tokens: 2_400 } }],
    ['money', { budget: { money: 0.008 }, prices: { prompt: 2, completion: 10 } }],
  ])('stops at the budget of %s, and not before', (limit, spending) => {
    expect(budgetReached(used, spending)).toBe(limit);
    expect(budgetReached(addUsage(NO_USAGE, call), spending)).toBeNull();
  });

  it('has no limit where none is set, and a limit of money means nothing without prices', () => {
    expect(budgetReached(used, {})).toBeNull();
    expect(budgetReached(used, { budget: { money: 0 } })).toBeNull();
    expect(budgetReached(NO_USAGE, { budget: { calls: 0 } })).toBe('calls');
  });
});

describe('prices and budget', () => {
  it('are kept, and are none where something else is stored', async () => {
    fakeBrowser.reset();
    expect(await loadSpending()).toEqual({});
    await saveSpending({ prices: { prompt: 1, completion: 2 }, currency: '€', budget: { calls: 30 } });
    expect(await loadSpending()).toEqual({
      prices: { prompt: 1, completion: 2 },
      currency: '€',
      budget: { calls: 30 },
    });
    await fakeBrowser.storage.local.set({ 'settings.spending': { budget: { calls: -1 } } });
    expect(await loadSpending()).toEqual({});
  });
});
