import { afterEach, describe, expect, it, vi } from 'vitest';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { LLM_ERROR_CODES, type LlmErrorCode } from '@/utils/llm/error-codes';
import { LLM_ERROR_WORDS } from '@/utils/llm/error-words';
import { systemTimers, type CallLimits } from '@/utils/llm/timers';
import * as server from '../../support/llm-server/behaviours';
import { fittingHints } from '../../support/llm-server/read-request';
import { closedPort, startLlmServer, type Behaviour, type LlmServer } from '../../support/llm-server/server';
import { ask, endOf } from './moment';

let running: LlmServer[] = [];

async function serve(...script: Behaviour[]): Promise<LlmServer> {
  const started = await startLlmServer({ script });
  running.push(started);
  return started;
}

afterEach(async () => {
  await Promise.all(running.map((one) => one.close()));
  running = [];
});

interface Fault {
  name: string;
  behaviour: Behaviour;
  code: LlmErrorCode;
  /** Requests that may be made: one retry where the fault often passes by itself. */
  requests?: number;
  limits?: Partial<CallLimits>;
}

const FAULTS: readonly Fault[] = [
  { name: '401', behaviour: server.badKey, code: 'bad-key' },
  {
    name: '402 out of credit',
    behaviour: server.refuses(402, server.apiError('no credit')),
    code: 'forbidden',
  },
  {
    name: '403 with a reason',
    behaviour: server.refuses(403, server.apiError('You may not use this model.')),
    code: 'forbidden',
  },
  { name: '403 of Ollama, empty', behaviour: server.ollamaRefusesOrigin, code: 'ollama-origin' },
  { name: '404 of a model', behaviour: server.unknownModel, code: 'unknown-model' },
  {
    name: '404 of a model, as Ollama tells it',
    behaviour: server.refuses(404, { error: { message: 'model "x" not found, try pulling it first' } }),
    code: 'unknown-model',
  },
  {
    name: '404 of a model, as vLLM tells it',
    behaviour: server.refuses(404, { object: 'error', message: 'The model `x` does not exist.', code: 404 }),
    code: 'unknown-model',
  },
  { name: '404 of a path', behaviour: server.refuses(404, { detail: 'Not Found' }), code: 'not-an-api' },
  { name: '404 web page', behaviour: server.webPage(404), code: 'not-an-api' },
  { name: '405', behaviour: server.refuses(405), code: 'not-an-api' },
  { name: '408', behaviour: server.refuses(408), code: 'timeout' },
  { name: '413', behaviour: server.refuses(413), code: 'too-large' },
  {
    name: '400 context length',
    behaviour: server.refuses(
      400,
      server.apiError('maximum context length is 512 tokens, reduce max_tokens'),
    ),
    code: 'too-large',
  },
  {
    name: '400 content filter',
    behaviour: server.refuses(
      400,
      server.apiError('triggered the content management policy', 'content_filter'),
    ),
    code: 'filtered',
  },
  {
    name: '400 unknown model',
    behaviour: server.refuses(400, server.apiError('x is not a valid model ID')),
    code: 'unknown-model',
  },
  {
    name: '400 of a server that does not chat',
    behaviour: server.refuses(400, server.apiError('this deployment only makes embeddings')),
    code: 'unsupported',
  },
  { name: '429', behaviour: server.refuses(429, server.apiError('slow down')), code: 'rate-limited' },
  {
    name: '429 out of credit',
    behaviour: server.refuses(429, server.apiError('You exceeded your current quota', 'insufficient_quota')),
    code: 'forbidden',
  },
  { name: '500', behaviour: server.refuses(500, server.apiError('oops')), code: 'server-error', requests: 2 },
  { name: '503', behaviour: server.refuses(503), code: 'server-error', requests: 2 },
  { name: '502 web page', behaviour: server.webPage(502), code: 'server-error', requests: 2 },
  { name: 'a reset before the answer', behaviour: server.resetsAtOnce, code: 'unreachable', requests: 2 },
  { name: 'a reset after the headers', behaviour: server.resetsAfter(0), code: 'cut-off', requests: 2 },
  { name: 'a reset mid-stream', behaviour: server.resetsAfter(10), code: 'cut-off', requests: 2 },
  { name: 'a stream that just ends', behaviour: server.endsAfter(10), code: 'cut-off', requests: 2 },
  { name: 'an empty stream', behaviour: server.endsAfter(0), code: 'cut-off', requests: 2 },
  {
    name: 'silence before the headers',
    behaviour: server.silentBeforeHeaders,
    code: 'timeout',
    limits: { headersMs: 30 },
  },
  {
    name: 'silence after the headers',
    behaviour: server.silentAfter(0),
    code: 'stalled',
    limits: { idleMs: 30 },
  },
  { name: 'silence mid-stream', behaviour: server.silentAfter(10), code: 'stalled', limits: { idleMs: 30 } },
  { name: 'an endless slow drip', behaviour: server.drips(5, 1), code: 'stalled', limits: { totalMs: 60 } },
  { name: 'endless pings', behaviour: server.pings(5), code: 'stalled', limits: { totalMs: 60 } },
  { name: 'a web page', behaviour: server.webPage(), code: 'not-an-api' },
  { name: 'some other JSON', behaviour: server.refuses(200, { status: 'ok' }), code: 'not-an-api' },
  {
    name: 'plain words',
    behaviour: server.refuses(200, 'It works!', { 'content-type': 'text/plain' }),
    code: 'not-an-api',
  },
  {
    name: 'a body that is no JSON',
    behaviour: server.refuses(200, '{"choices": [', { 'content-type': 'application/json' }),
    code: 'bad-answer',
  },
  { name: 'an event that is no JSON', behaviour: server.brokenEvent, code: 'bad-answer' },
  {
    name: 'an event of another form',
    behaviour: server.refuses(200, 'data: {"choices":"none"}\n\n', { 'content-type': 'text/event-stream' }),
    code: 'bad-answer',
  },
  {
    name: 'an answer that is no JSON',
    behaviour: server.says(() => 'You could ask how they are.'),
    code: 'bad-answer',
  },
  {
    name: 'truncated JSON',
    behaviour: server.says((r) => JSON.stringify({ hints: fittingHints(r) }).slice(0, 90)),
    code: 'bad-answer',
  },
  {
    name: 'JSON of another form',
    behaviour: server.says(() => '{"suggestions":["a","b","c"]}'),
    code: 'bad-answer',
  },
  {
    name: 'quotes that nobody wrote',
    behaviour: server.says((r) => JSON.stringify({ hints: misquoted(fittingHints(r)) })),
    code: 'bad-answer',
  },
  {
    name: 'prototype keys',
    behaviour: server.says(
      () => '{"__proto__":{"hints":[]},"constructor":{"prototype":{"polluted":true}},"toString":1}',
    ),
    code: 'bad-answer',
  },
  { name: 'a refusal', behaviour: server.declines, code: 'refused' },
  { name: 'a content filter', behaviour: server.says(() => '', 'content_filter'), code: 'filtered' },
  {
    name: 'an answer cut at its longest',
    behaviour: server.says((r) => JSON.stringify({ hints: fittingHints(r) }).slice(0, 90), 'length'),
    code: 'cut-off',
  },
  {
    name: 'an error inside the stream',
    behaviour: server.errorAfter(3, { message: 'upstream failed', code: 502 }),
    code: 'server-error',
    requests: 2,
  },
  {
    name: 'a rate limit inside the stream',
    behaviour: server.errorAfter(0, { message: 'slow down', code: 429 }),
    code: 'rate-limited',
  },
  { name: 'ten megabytes in one event', behaviour: server.floods(10_000_000), code: 'bad-answer' },
  {
    name: 'an answer of twenty thousand words',
    behaviour: server.says(() => 'blah '.repeat(20_000)),
    code: 'bad-answer',
  },
];

describe('every fault has exactly one end with its own code', () => {
  it.each(FAULTS)('$name', async ({ behaviour, code, requests = 1, limits = {} }) => {
    const one = await serve(behaviour);
    const end = endOf(await ask(one.url, { limits }));
    expect(end).toMatchObject({ kind: 'error', code });
    expect(one.requests).toHaveLength(requests);
  });

  it('a port where nobody listens', async () => {
    expect(endOf(await ask(await closedPort()))).toEqual({ kind: 'error', code: 'unreachable' });
  });

  it('a host name that does not exist', async () => {
    expect(endOf(await ask('https://nowhere.invalid/v1'))).toEqual({ kind: 'error', code: 'unreachable' });
  });

  it('a server without TLS behind an https address', async () => {
    const one = await serve(server.attentive);
    const end = endOf(await ask(one.url.replace('http:', 'https:')));
    expect(end).toEqual({ kind: 'error', code: 'unreachable' });
    expect(one.requests).toHaveLength(0);
  });

  it('a TLS handshake that fails', async () => {
    // Without a certificate, no handshake can succeed.
    const broken = createServer({});
    await new Promise<void>((resolve) => broken.listen(0, '127.0.0.1', resolve));
    const { port } = broken.address() as AddressInfo;
    const end = endOf(await ask(`https://127.0.0.1:${port}/v1`));
    broken.close();
    expect(end).toEqual({ kind: 'error', code: 'unreachable' });
  });

  it('a computer that slept in the middle of an answer: asked once more, by itself', async () => {
    const one = await serve(server.silentAfter(0), server.attentive);
    let slept = 0;
    const timers = { ...systemTimers, now: () => Date.now() + slept };
    const asked = ask(one.url, { timers, limits: { beatMs: 20 } });
    await vi.waitFor(() => {
      expect(one.requests).toHaveLength(1);
    });
    slept = 3_600_000;
    expect(endOf(await asked).kind).toBe('done');
    expect(one.requests).toHaveLength(2);
  });

  it('a computer that slept after hints were shown: told as cut off, and they stay', async () => {
    const one = await serve(server.silentAfter(40));
    let slept = 0;
    const timers = { ...systemTimers, now: () => Date.now() + slept };
    const events = await ask(one.url, {
      timers,
      limits: { beatMs: 20 },
      onEvent: () => {
        slept = 3_600_000;
      },
    });
    expect(events[0]?.kind).toBe('partial');
    expect(endOf(events)).toEqual({ kind: 'error', code: 'cut-off' });
  });

  it('no code of the closed list is without a fault that a test produces, nor without words', () => {
    const produced = new Set<LlmErrorCode>(FAULTS.map(({ code }) => code));
    // Before anything is sent, or inside the browser: see the tests of the worker and of the built-in model.
    const before: LlmErrorCode[] = ['not-configured', 'not-allowed', 'over-budget', 'model-missing'];
    for (const code of [...before, 'disconnected'] as const) produced.add(code);
    expect([...produced].sort()).toEqual([...LLM_ERROR_CODES].sort());
    for (const code of produced) {
      const { title, cause, action } = LLM_ERROR_WORDS[code];
      expect(title).toMatch(/\.$/);
      expect(cause).not.toBe('');
      expect(action.do === 'none' ? '' : action.label).toBe(action.label);
    }
  });

  it('a redirect to another host: refused, and neither words nor key arrive there', async () => {
    const elsewhere = await serve(server.attentive);
    const one = await serve(server.redirects(`${elsewhere.origin}/v1/chat/completions`));
    expect(endOf(await ask(one.url))).toEqual({ kind: 'error', code: 'unreachable' });
    expect(elsewhere.requests).toHaveLength(0);
  });
});

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

function misquoted(hints: readonly unknown[]): unknown[] {
  return hints.map((hint) => ({
    ...(hint as object),
    because: { id: 'm3', quote: 'i want to quit my job' },
  }));
}
