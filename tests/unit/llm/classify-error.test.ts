import { describe, expect, it } from 'vitest';
import {
  classifyAnswer,
  classifyThrown,
  secondsToWait,
  type RefusedAnswer,
} from '@/utils/llm/classify-error';
import { AnswerTooLarge, EgressRefused } from '@/utils/llm/egress';

const NOW = Date.UTC(2026, 10, 20, 12, 0, 0);

function answer(change: Partial<RefusedAnswer>): RefusedAnswer {
  return {
    status: 500,
    contentType: 'application/json',
    body: '',
    retryAfter: null,
    baseUrl: 'https://api.example.org/v1',
    now: NOW,
    ...change,
  };
}

describe('the wait that a server asks for', () => {
  it.each([
    ['30', 30],
    [' 2 ', 2],
    ['0', 0],
    ['1.5', 2],
    ['Fri, 20 Nov 2026 12:01:00 GMT', 60],
    ['Fri, 20 Nov 2026 11:00:00 GMT', 0],
    ['86400', 3_600],
  ])('%j is %i seconds', (retryAfter, seconds) => {
    expect(secondsToWait({ retryAfter, now: NOW })).toBe(seconds);
  });

  it.each([null, '', 'soon', '-5', 'NaN', '9'.repeat(400)])('%j is nothing to go by', (retryAfter) => {
    const seconds = secondsToWait({ retryAfter, now: NOW });
    expect(seconds === undefined || (seconds >= 0 && seconds <= 3_600)).toBe(true);
  });
});

describe('403', () => {
  it.each([
    ['http://localhost:11434/v1', '', 'ollama-origin'],
    ['http://127.0.0.1:8080/v1', '', 'ollama-origin'],
    ['https://box.example.org:11434/v1', '', 'ollama-origin'],
    ['https://ollama.example.org/v1', '', 'ollama-origin'],
    ['https://ollama.example.org/v1', '{"error":"no"}', 'forbidden'],
    ['https://api.example.org/v1', '', 'forbidden'],
    ['http://localhost:11434/v1', '{"error":"requires a subscription"}', 'forbidden'],
  ])('from %s with body %j is %s', (baseUrl, body, code) => {
    expect(classifyAnswer(answer({ status: 403, baseUrl, body, contentType: null })).code).toBe(code);
  });
});

describe('the server’s own words', () => {
  it.each([
    ['{"error":{"message":"No such model."}}', 'No such model.'],
    ['{"error":"No such model."}', 'No such model.'],
    ['{"object":"error","message":"No such model."}', 'No such model.'],
    ['{"detail":[{"message":"No such model."}]}', 'No such model.'],
    ['[{"error":{"message":"No such model."}}]', 'No such model.'],
    ['No such\n  model.', 'No such model.'],
  ])('are found in %s', (body, detail) => {
    expect(classifyAnswer(answer({ status: 404, body })).detail).toBe(detail);
  });

  it('are short, and never a web page', () => {
    expect(classifyAnswer(answer({ body: 'x'.repeat(5_000) })).detail).toHaveLength(200);
    expect(
      classifyAnswer(answer({ body: '<html><body>Bad gateway', contentType: null })).detail,
    ).toBeUndefined();
  });
});

describe('what is thrown', () => {
  it('is looked for behind what wraps it', () => {
    const wrapped = (cause: unknown): Error => new Error('outer', { cause: new Error('inner', { cause }) });
    expect(classifyThrown(wrapped(new EgressRefused('no')), false).code).toBe('not-configured');
    expect(classifyThrown(wrapped(new AnswerTooLarge('much')), true).code).toBe('bad-answer');
    expect(classifyThrown(wrapped(new SyntaxError('json')), true).code).toBe('bad-answer');
    expect(classifyThrown(wrapped(new TypeError('terminated')), true).code).toBe('cut-off');
    expect(classifyThrown(wrapped(new TypeError('Failed to fetch')), false).code).toBe('unreachable');
    expect(classifyThrown('odd', false).code).toBe('unreachable');
  });
});
