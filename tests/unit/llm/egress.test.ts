import { afterEach, describe, expect, it, vi } from 'vitest';
import { createEgress, EgressRefused, MAX_ANSWER_BYTES } from '@/utils/llm/egress';

const BASE = 'https://api.example.org/v1';
const PATH = `${BASE}/chat/completions`;

function recorder(): { send: typeof fetch; calls: { url: string; init: RequestInit }[] } {
  const calls: { url: string; init: RequestInit }[] = [];
  const send: typeof fetch = (input, init) => {
    calls.push({ url: String(input instanceof Request ? input.url : input), init: init ?? {} });
    return Promise.resolve(new Response('{}'));
  };
  return { send, calls };
}

describe('the one door out', () => {
  it('leads to the configured endpoint, and takes no cookies, referrer, redirects or copies', async () => {
    const { send, calls } = recorder();
    await createEgress(BASE, send).fetch(PATH, { method: 'POST', body: '{}' });
    expect(calls[0]?.url).toBe(PATH);
    expect(calls[0]?.init).toMatchObject({
      method: 'POST',
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      cache: 'no-store',
    });
  });

  it('cannot be talked into other manners', async () => {
    const { send, calls } = recorder();
    await createEgress(BASE, send).fetch(PATH, {
      redirect: 'follow',
      credentials: 'include',
      referrerPolicy: 'unsafe-url',
      keepalive: true,
    });
    expect(calls[0]?.init).toMatchObject({
      redirect: 'error',
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    });
    expect(calls[0]?.init).not.toHaveProperty('keepalive');
  });

  it('lets only three headers through', async () => {
    const { send, calls } = recorder();
    await createEgress(BASE, send).fetch(PATH, {
      headers: {
        Accept: 'application/json',
        Authorization: 'Bearer k',
        'Content-Type': 'application/json',
        Cookie: 'a=b',
        'User-Agent': 'me',
        'X-Stainless-OS': 'MacOS',
      },
    });
    const sent = new Headers(calls[0]?.init.headers);
    expect([...sent.keys()].sort()).toEqual(['accept', 'authorization', 'content-type']);
  });

  it.each([
    'https://evil.example/v1/chat/completions',
    'https://api.example.org.evil.example/v1/chat/completions',
    'http://api.example.org/v1/chat/completions',
    'https://api.example.org:8443/v1/chat/completions',
    'https://api.example.org/v2/chat/completions',
    'https://api.example.org/v1/../admin',
    'https://api.example.org/v1%2f..%2fadmin',
    'https://api.example.org@evil.example/v1/chat/completions',
    'data:text/plain,hello',
  ])('is shut for %s', async (url) => {
    const { send, calls } = recorder();
    await expect(createEgress(BASE, send).fetch(url)).rejects.toBeInstanceOf(EgressRefused);
    expect(calls).toHaveLength(0);
  });

  it('is shut for ready-made requests, which bring their own manners', async () => {
    const { send } = recorder();
    await expect(createEgress(BASE, send).fetch(new Request(PATH))).rejects.toBeInstanceOf(EgressRefused);
  });

  it.each(['http://api.example.org/v1', 'ftp://api.example.org', 'http://192.168.0.7:11434/v1', 'api', ''])(
    'is not built for %j',
    (base) => {
      expect(() => createEgress(base)).toThrow(EgressRefused);
    },
  );

  it('cuts an answer that is larger than any honest one', async () => {
    const block = new Uint8Array(100_000);
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += block.length;
        controller.enqueue(block);
      },
    });
    const { fetch } = createEgress(BASE, () => Promise.resolve(new Response(endless)));
    const response = await fetch(PATH);
    await expect(response.arrayBuffer()).rejects.toThrow('too large');
    expect(sent).toBeLessThan(MAX_ANSWER_BYTES * 2);
  });

  describe('knocking', () => {
    afterEach(() => vi.unstubAllGlobals());

    it('asks a program on this computer whether it is there, without key or words', async () => {
      const { send, calls } = recorder();
      const { answers } = createEgress('http://localhost:11434/v1', send);
      expect(await answers(new AbortController().signal)).toBe(true);
      expect(calls[0]).toMatchObject({
        url: 'http://localhost:11434/',
        init: { mode: 'no-cors', credentials: 'omit' },
      });
      expect(calls[0]?.init).not.toHaveProperty('headers');
      expect(calls[0]?.init).not.toHaveProperty('body');
    });

    it('says no when nobody is there', async () => {
      const { answers } = createEgress('http://localhost:11434/v1', () =>
        Promise.reject(new TypeError('no')),
      );
      expect(await answers(new AbortController().signal)).toBe(false);
    });

    it('never happens at other hosts', async () => {
      const { send, calls } = recorder();
      expect(await createEgress(BASE, send).answers(new AbortController().signal)).toBe(false);
      expect(calls).toHaveLength(0);
    });
  });
});
