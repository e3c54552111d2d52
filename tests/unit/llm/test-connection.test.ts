import { afterEach, describe, expect, it } from 'vitest';
import { testConnection, type ConnectionResult } from '@/utils/llm/test-connection';
import { systemTimers } from '@/utils/llm/timers';
import * as server from '../../support/llm-server/behaviours';
import { closedPort, startLlmServer, type Behaviour, type LlmServer } from '../../support/llm-server/server';
import { PATIENT } from './moment';

let running: LlmServer[] = [];

afterEach(async () => {
  await Promise.all(running.map((one) => one.close()));
  running = [];
});

async function serve(behaviour: Behaviour): Promise<LlmServer> {
  const started = await startLlmServer({ script: behaviour });
  running.push(started);
  return started;
}

function test(
  baseUrl: string,
  change: Partial<Parameters<typeof testConnection>[0]> = {},
): Promise<ConnectionResult> {
  return testConnection({
    endpoint: { baseUrl, model: 'stand-in' },
    apiKey: 'sk-secret-1',
    signal: new AbortController().signal,
    timers: systemTimers,
    limits: PATIENT,
    ...change,
  });
}

describe('testing a connection', () => {
  it('says that it works, with the model and the time it took', async () => {
    const one = await serve(server.says(() => 'ready'));
    const result = await test(one.url);
    expect(result).toMatchObject({ ok: true, model: 'stand-in' });
    expect(result.ok && result.millis).toBeGreaterThanOrEqual(0);
    expect(one.requests).toHaveLength(1);
  });

  it('is content with a model that thinks for longer than the test allows', async () => {
    const one = await serve(server.says(() => '', 'length'));
    expect(await test(one.url)).toMatchObject({ ok: true });
  });

  it.each<[string, Behaviour, string]>([
    ['a wrong key', server.badKey, 'bad-key'],
    ['an unknown model', server.unknownModel, 'unknown-model'],
    ['an Ollama that was not told', server.ollamaRefusesOrigin, 'ollama-origin'],
    ['a web page', server.webPage(), 'not-an-api'],
    ['a wrong path', server.refuses(404, '404 page not found'), 'not-an-api'],
    ['a server in trouble', server.refuses(503), 'server-error'],
  ])('names %s', async (_, behaviour, code) => {
    const { url } = await serve(behaviour);
    expect(await test(url)).toMatchObject({ ok: false, code });
  });

  it('passes on the server’s own words, but not the key in them', async () => {
    const { url } = await serve(server.refuses(401, server.apiError('Key sk-secret-1 is not valid here')));
    expect(await test(url)).toEqual({ ok: false, code: 'bad-key', detail: 'Key ••• is not valid here' });
  });

  it('names a program that is not running', async () => {
    expect(await test(await closedPort())).toMatchObject({ ok: false, code: 'unreachable' });
  });

  it('tells a program that refuses extensions from one that is not running', async () => {
    // What a browser does when a server answers without leave for this origin: the body stays hidden.
    const refusedByBrowser: typeof fetch = (_, init) =>
      init?.mode === 'no-cors'
        ? Promise.resolve(Response.error())
        : Promise.reject(new TypeError('Failed to fetch'));
    const result = await test('http://localhost:11434/v1', { fetch: refusedByBrowser });
    expect(result).toEqual({ ok: false, code: 'ollama-origin' });
  });

  it('sends nothing over http to another computer', async () => {
    let called = false;
    const fetch = (): Promise<Response> => {
      called = true;
      return Promise.resolve(new Response());
    };
    expect(await test('http://192.168.0.7:11434/v1', { fetch })).toEqual({
      ok: false,
      code: 'not-configured',
      detail: 'not-https',
    });
    expect(called).toBe(false);
  });

  it('ends when its time is over or it is called off', async () => {
    const { url } = await serve(server.silentBeforeHeaders);
    expect(await test(url, { signal: AbortSignal.timeout(30) })).toEqual({ ok: false, code: 'timeout' });
    expect(await test(url, { signal: AbortSignal.abort() })).toEqual({ ok: false, code: 'disconnected' });
  });
});
