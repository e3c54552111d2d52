import { describe, expect, it, vi } from 'vitest';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { LLM_ERROR_CODES, type LlmErrorCode } from '@/utils/llm/error-codes';
import { LLM_ERROR_WORDS } from '@/utils/llm/error-words';
import { systemTimers } from '@/utils/llm/timers';
import * as server from '../../support/llm-server/behaviours';
import { closedPort } from '../../support/llm-server/server';
import { FAULTS } from './fault-table';
import { ask, endOf } from './moment';
import { serve } from './serve';

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
