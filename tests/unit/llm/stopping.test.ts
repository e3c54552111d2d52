import { describe, expect, it, vi } from 'vitest';
import * as server from '../../support/llm-server/behaviours';
import { ask, endOf } from './moment';
import { serve } from './serve';

describe('stopping', () => {
  it.each([
    ['before the server answers', server.silentBeforeHeaders],
    ['while it answers', server.silentAfter(30)],
    ['during the pause before the retry', server.refuses(500)],
  ])('%s ends once with aborted and hangs up', async (_, behaviour) => {
    const one = await serve(behaviour);
    const stop = new AbortController();
    const asked = ask(one.url, { signal: stop.signal, limits: { retryMs: 2_900 } });
    await vi.waitFor(() => {
      expect(one.requests).toHaveLength(1);
    });
    stop.abort();
    expect(endOf(await asked)).toEqual({ kind: 'aborted' });
    await one.hungUp(0);
    expect(one.requests).toHaveLength(1);
  });

  it('before anything was sent sends nothing', async () => {
    const one = await serve(server.attentive);
    expect(await ask(one.url, { signal: AbortSignal.abort() })).toEqual([{ kind: 'aborted' }]);
    expect(one.requests).toHaveLength(0);
  });

  it('right after the first hint brings nothing more', async () => {
    const one = await serve(server.attentive);
    const stop = new AbortController();
    const events = await ask(one.url, {
      signal: stop.signal,
      onEvent: () => {
        stop.abort();
      },
    });
    expect(events.map(({ kind }) => kind)).toEqual(['partial', 'aborted']);
  });
});
