import type { ServerResponse } from 'node:http';

export const STREAM_HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-cache',
};

/** One event of the chat completions stream. */
export function event(data: unknown): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}

export const DONE = 'data: [DONE]\n\n';

/** A chunk with words, or with the reason of the end. */
export function chunk(delta: Record<string, unknown>, finish: string | null = null): Record<string, unknown> {
  return {
    id: 'chatcmpl-1',
    object: 'chat.completion.chunk',
    created: 1_700_000_000,
    model: 'stand-in',
    choices: [{ index: 0, delta, finish_reason: finish }],
  };
}

/** Cuts a text into pieces of a few characters, as tokens arrive. */
export function pieces(text: string, size = 7): string[] {
  return text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'gu')) ?? [];
}

/** Streams a text as chunks and ends it. */
export function streamText(response: ServerResponse, text: string, finish = 'stop'): void {
  response.writeHead(200, STREAM_HEADERS);
  response.write(event(chunk({ role: 'assistant', content: '' })));
  for (const piece of pieces(text)) response.write(event(chunk({ content: piece })));
  response.write(event(chunk({}, finish)));
  response.write(
    event({
      ...chunk({}),
      choices: [],
      usage: { prompt_tokens: 640, completion_tokens: 120, total_tokens: 760 },
    }),
  );
  response.end(DONE);
}
