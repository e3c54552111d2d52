import { describe, expect, it } from 'vitest';
import { BASE_URL_WORDS, parseBaseUrl } from '@/utils/llm/base-url';
import { PRESETS, presetOf } from '@/utils/llm/presets';

describe('the address of an endpoint', () => {
  it.each([
    ['https://api.openai.com/v1', 'https://api.openai.com/v1', false],
    ['  https://api.openai.com/v1/  ', 'https://api.openai.com/v1', false],
    ['https://gateway.example.org', 'https://gateway.example.org', false],
    ['https://api.openai.com/v1/chat/completions', 'https://api.openai.com/v1', false],
    ['http://localhost:11434/v1', 'http://localhost:11434/v1', true],
    ['http://127.0.0.1:1234/v1/', 'http://127.0.0.1:1234/v1', true],
    ['HTTPS://API.Example.ORG/v1', 'https://api.example.org/v1', false],
  ])('%s is read', (typed, href, loopback) => {
    expect(parseBaseUrl(typed)).toMatchObject({ ok: true, url: { href, loopback } });
  });

  it.each([
    ['', 'empty'],
    ['   ', 'empty'],
    ['api.openai.com/v1', 'not-a-url'],
    ['localhost:11434', 'not-a-url'],
    ['javascript:alert(1)', 'not-a-url'],
    ['ftp://api.example.org', 'not-a-url'],
    ['http://api.example.org/v1', 'not-https'],
    ['http://192.168.1.20:11434/v1', 'not-https'],
    ['http://localhost.evil.example/v1', 'not-https'],
    ['http://127.0.0.1.evil.example/v1', 'not-https'],
    ['http://0.0.0.0:8000/v1', 'not-https'],
    ['http://[::1]:8000/v1', 'not-https'],
    ['https://me:secret@api.example.org/v1', 'has-password'],
    ['https://api.example.org/v1?key=abc', 'has-query'],
    ['https://api.example.org/v1#x', 'has-query'],
  ])('%j is refused as %s', (typed, problem) => {
    expect(parseBaseUrl(typed)).toEqual({ ok: false, problem });
    expect(BASE_URL_WORDS[problem as keyof typeof BASE_URL_WORDS]).toMatch(/\.|v1$/);
  });
});

describe('presets', () => {
  it('have addresses that can be used as they are, or none', () => {
    for (const { baseUrl } of PRESETS) expect(baseUrl === '' || parseBaseUrl(baseUrl).ok).toBe(true);
    expect(PRESETS.at(-1)?.id).toBe('other');
  });

  it('are found again by their address', () => {
    for (const { id, baseUrl } of PRESETS) if (baseUrl !== '') expect(presetOf(baseUrl).id).toBe(id);
    expect(presetOf('https://my-team.openai.azure.com/openai/v1').id).toBe('azure');
    expect(presetOf('http://127.0.0.1:11434/v1').id).toBe('ollama');
    expect(presetOf('https://gateway.example.org/v1').id).toBe('other');
    expect(presetOf('not an address').id).toBe('other');
  });
});
