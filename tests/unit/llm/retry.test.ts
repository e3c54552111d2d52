import { describe, expect, it } from 'vitest';
import * as server from '../../support/llm-server/behaviours';
import { ask, endOf } from './moment';
import { serve } from './serve';

describe('what is asked for a pause', () => {
  it('is told in seconds, when the server said so', async () => {
    const { url } = await serve(server.refuses(429, '', { 'retry-after': '17' }));
    expect(endOf(await ask(url))).toEqual({ kind: 'error', code: 'rate-limited', retryAfter: 17 });
  });

  it('is told in seconds, when the server named a date', async () => {
    const date = new Date(Date.now() + 60_000).toUTCString();
    const { url } = await serve(server.refuses(429, '', { 'retry-after': date }));
    const end = endOf(await ask(url));
    const wait = end.kind === 'error' ? end.retryAfter : undefined;
    expect(wait).toBeGreaterThan(50);
    expect(wait).toBeLessThanOrEqual(60);
  });

  it('is sat out once, when it is short', async () => {
    const one = await serve(server.refuses(429, '', { 'retry-after': '0' }), server.attentive);
    expect(endOf(await ask(one.url)).kind).toBe('done');
    expect(one.requests).toHaveLength(2);
  });

  it('is respected by an ailing server too', async () => {
    const one = await serve(server.refuses(503, '', { 'retry-after': '120' }));
    expect(endOf(await ask(one.url))).toEqual({ kind: 'error', code: 'server-error', retryAfter: 120 });
    expect(one.requests).toHaveLength(1);
  });
});

describe('a fault that passes', () => {
  it('is tried once more, without a word', async () => {
    const one = await serve(server.refuses(500), server.attentive);
    const events = await ask(one.url);
    expect(endOf(events).kind).toBe('done');
  });

  it('is not tried again once a hint was shown, and the hint stays good', async () => {
    const whole = await serve(server.attentive);
    const shown = (await ask(whole.url)).filter(({ kind }) => kind === 'partial')[0];
    const one = await serve(server.resetsAfter(30));
    const events = await ask(one.url);
    expect(events[0]).toEqual(shown);
    expect(endOf(events)).toEqual({ kind: 'error', code: 'cut-off' });
    expect(one.requests).toHaveLength(1);
  });
});
