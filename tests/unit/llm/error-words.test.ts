import { describe, expect, it } from 'vitest';
import { LLM_ERROR_CODES } from '@/utils/llm/error-codes';
import { LLM_ERROR_WORDS, OLLAMA_ORIGINS, ollamaOriginsLine } from '@/utils/llm/error-words';

describe('words for what can go wrong', () => {
  it.each(LLM_ERROR_CODES)('%s has a title, a cause and one action', (code) => {
    const { title, cause, action } = LLM_ERROR_WORDS[code];
    expect(title).toMatch(/^[A-Z].+\.$/);
    expect(cause).toMatch(/^[A-Z].+\.$/);
    expect(action.label !== '').toBe(action.do !== 'none');
  });

  it('exist for no code that cannot happen', () => {
    expect(Object.keys(LLM_ERROR_WORDS).sort()).toEqual([...LLM_ERROR_CODES].sort());
  });

  it('are different for each code', () => {
    const titles = LLM_ERROR_CODES.map((code) => LLM_ERROR_WORDS[code].title);
    expect(new Set(titles).size).toBe(titles.length);
  });

  it('are plain: no codes, no shouting, no blame', () => {
    for (const code of LLM_ERROR_CODES) {
      const { title, cause } = LLM_ERROR_WORDS[code];
      expect(`${title} ${cause}`).not.toMatch(
        /!|\b(4\d\d|5\d\d|invalid request|failed to fetch|you (failed|forgot))\b/i,
      );
    }
  });

  it('give the exact line for a local Ollama, for each browser', () => {
    expect(ollamaOriginsLine('chrome-extension://abc/options.html')).toBe(
      'OLLAMA_ORIGINS=chrome-extension://*',
    );
    expect(ollamaOriginsLine('moz-extension://abc/options.html')).toBe('OLLAMA_ORIGINS=moz-extension://*');
    const { cause } = LLM_ERROR_WORDS['ollama-origin'];
    expect(cause).toContain(OLLAMA_ORIGINS.chrome);
    expect(cause).toContain(OLLAMA_ORIGINS.firefox);
  });
});
