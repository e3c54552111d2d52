import { describe, expect, it } from 'vitest';
import { ShapeMemory } from '@/utils/llm/request-shape';
import * as server from '../../support/llm-server/behaviours';
import { chatBody, fittingHints, promptRows } from '../../support/llm-server/read-request';
import { ask, endOf } from './moment';
import { serve } from './serve';

describe('hints from an endpoint', () => {
  it('come one by one, each whole, and end once with all three', async () => {
    const { url } = await serve(server.attentive);
    const events = await ask(url);
    const partials = events.filter((event) => event.kind === 'partial');
    expect(partials.map(({ hints }) => hints.length)).toEqual([1, 2, 3]);
    const end = endOf(events);
    expect(end).toMatchObject({ kind: 'done', usage: { prompt: 640, completion: 120 } });
    expect(end.kind === 'done' && end.hints.map(({ kind }) => kind)).toEqual([
      'explore',
      'empathise',
      'support',
    ]);
  });

  it('point at the exact words of the message that they answer', async () => {
    const { url } = await serve(server.attentive);
    const end = endOf(await ask(url));
    const because = end.kind === 'done' ? end.hints[0]?.because : undefined;
    expect(because).toEqual({ id: 'a3', start: 54, end: 76, text: 'at home really notices' });
  });

  it('carry names back that never left', async () => {
    const hint = {
      kind: 'empathise',
      because: { id: 'm3', quote: 'since the call with [NAME_1]' },
      technique: 'reflection of feeling',
      text: 'It sounds like the call with [NAME_1] took all your strength.',
    };
    const one = await serve(server.says(() => JSON.stringify({ hints: [hint] })));
    const end = endOf(await ask(one.url));
    expect(one.requests[0]?.text).not.toContain('Priya');
    expect(end).toMatchObject({
      kind: 'done',
      hints: [{ text: 'It sounds like the call with Priya took all your strength.' }],
    });
    expect(end.kind === 'done' && end.hints[0]?.because).toEqual({
      id: 'a3',
      start: 0,
      end: 25,
      text: 'since the call with Priya',
    });
  });

  it('may be none, when the model has nothing to say', async () => {
    const { url } = await serve(server.says(() => '{"hints":[]}'));
    expect(endOf(await ask(url))).toEqual({
      kind: 'done',
      hints: [],
      usage: { prompt: 640, completion: 120 },
    });
  });

  it.each([
    ['a Markdown fence', (json: string) => '```json\n' + json + '\n```'],
    ['a sentence around it', (json: string) => `Sure, here's "what" you asked for:\n${json}\nHope it helps!`],
    ['thoughts before it', (json: string) => `<think>{"hints":[{"kind":"explore"}]} hm, no</think>\n${json}`],
    ['a bare list', (json: string) => json.slice('{"hints":'.length, -1)],
  ])('are found inside %s', async (_, dress) => {
    const hints = (request: Parameters<typeof promptRows>[0]): string => {
      const id = promptRows(request).at(-1)?.id;
      const because = { id, quote: 'nobody at home' };
      return dress(
        JSON.stringify({
          hints: [
            {
              kind: 'explore',
              because,
              technique: 'open question',
              text: 'What would being noticed look like?',
            },
            { kind: 'support', because, technique: 'affirmation', text: 'You found words for it here.' },
          ],
        }),
      );
    };
    const { url } = await serve(server.says(hints));
    const end = endOf(await ask(url));
    expect(end.kind === 'done' && end.hints.map(({ kind }) => kind)).toEqual(['explore', 'support']);
  });

  it('come from servers that do not stream', async () => {
    const { url } = await serve(server.answersInOnePiece);
    const end = endOf(await ask(url));
    expect(end).toMatchObject({ kind: 'done', usage: { prompt: 640, completion: 120 } });
    expect(end.kind === 'done' && end.hints).toHaveLength(3);
  });

  it('come from slow servers too, as long as they keep going', async () => {
    const { url } = await serve(server.drips(2, 40));
    const end = endOf(await ask(url, { limits: { headersMs: 5_000, idleMs: 5_000 } }));
    expect(end.kind === 'done' && end.hints).toHaveLength(3);
  });

  it('are not disturbed by fields that nobody asked for, and do not keep them', async () => {
    const { url } = await serve(server.addsUnknownFields);
    const end = endOf(await ask(url));
    expect(end.kind === 'done' && Object.keys(end.hints[0] ?? {})).toEqual([
      'kind',
      'technique',
      'text',
      'because',
    ]);
  });
});

describe('what is asked of a server', () => {
  it('is a strict JSON schema first', async () => {
    const one = await serve(server.attentive);
    await ask(one.url);
    expect(one.requests[0]?.body).toMatchObject({
      stream: true,
      response_format: { type: 'json_schema', json_schema: { strict: true } },
    });
  });

  it('becomes plainer when the server does not know that, and is remembered', async () => {
    const one = await serve(server.knowsFormats(['json_object']));
    const shapes = new ShapeMemory();
    expect(endOf(await ask(one.url, { shapes })).kind).toBe('done');
    expect(endOf(await ask(one.url, { shapes })).kind).toBe('done');
    const formats = one.requests.map((request) => chatBody(request).response_format?.type);
    expect(formats).toEqual(['json_schema', 'json_object', 'json_object']);
  });

  it('ends as a plain request, when no form of answer is known', async () => {
    const one = await serve(server.knowsFormats([]));
    expect(endOf(await ask(one.url)).kind).toBe('done');
    expect(chatBody(one.requests.at(-1) ?? fail()).response_format).toBeUndefined();
  });

  it.each(['max_tokens', 'temperature', 'stream_options'])(
    'leaves out %s where it is refused',
    async (name) => {
      const one = await serve(server.dislikes(name));
      expect(endOf(await ask(one.url)).kind).toBe('done');
      expect(one.requests).toHaveLength(2);
      expect(one.requests[1]?.body).toHaveProperty('response_format');
      if (name === 'max_tokens') expect(one.requests[1]?.body).toHaveProperty('max_completion_tokens');
    },
  );

  it('gives up with a clear word when nothing is plain enough', async () => {
    const one = await serve(server.refuses(400, server.apiError('I do not understand response_format')));
    expect(endOf(await ask(one.url))).toEqual({ kind: 'error', code: 'unsupported' });
    expect(one.requests).toHaveLength(3);
  });

  it('carries the key, three headers and nothing about this computer', async () => {
    const one = await serve(server.attentive);
    await ask(one.url);
    const sent = Object.keys(one.requests[0]?.headers ?? {}).filter((name) => !TRANSPORT.has(name));
    expect(sent.sort()).toEqual(['accept', 'authorization', 'content-type']);
    expect(one.requests[0]?.headers.authorization).toBe('Bearer sk-test');
  });

  it('carries no key where none is needed', async () => {
    const one = await serve(server.attentive);
    expect(endOf(await ask(one.url, { apiKey: null })).kind).toBe('done');
    expect(one.requests[0]?.headers).not.toHaveProperty('authorization');
  });
});

/** Set by the HTTP client of the test run itself, in a browser by the browser. */
const TRANSPORT = new Set([
  'host',
  'connection',
  'content-length',
  'accept-encoding',
  'accept-language',
  'sec-fetch-mode',
  'user-agent',
  'cache-control',
  'pragma',
]);

function fail(): never {
  throw new Error('a request was expected');
}

it('says by code why hints were dropped, for those who choose a model', async () => {
  const answer = (request: Parameters<typeof promptRows>[0]): string => {
    const [first, second, third] = fittingHints(request) as { text: string; because: object }[];
    const unsafe = { ...second, text: 'You should calm down.' };
    return JSON.stringify({
      hints: [first, unsafe, { ...third, because: { id: 'm3', quote: 'not there' } }],
    });
  };
  const { url } = await serve(server.says(answer));
  expect(endOf(await ask(url))).toMatchObject({
    kind: 'done',
    faults: [{ reason: 'unsafe', rule: 'you-should' }, { reason: 'quote' }],
  });
});
