import type { LlmErrorCode } from '@/utils/llm/error-codes';
import type { CallLimits } from '@/utils/llm/timers';
import * as server from '../../support/llm-server/behaviours';
import { fittingHints } from '../../support/llm-server/read-request';
import type { Behaviour } from '../../support/llm-server/server';

interface Fault {
  name: string;
  behaviour: Behaviour;
  code: LlmErrorCode;
  /** Requests that may be made: one retry where the fault often passes by itself. */
  requests?: number;
  limits?: Partial<CallLimits>;
}

/** What an endpoint may do wrong, and what it is told as. */
export const FAULTS: readonly Fault[] = [
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

function misquoted(hints: readonly unknown[]): unknown[] {
  return hints.map((hint) => ({
    ...(hint as object),
    because: { id: 'm3', quote: 'i want to quit my job' },
  }));
}
