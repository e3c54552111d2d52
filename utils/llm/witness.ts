import { z } from '../schema';
import { isForeignContent, type RefusedAnswer } from './classify-error';

/** Most characters kept of a refusal's body: enough for its words. */
const MAX_REFUSAL = 8_000;

type Refusal = Omit<RefusedAnswer, 'baseUrl' | 'now'>;

export interface Witness {
  fetch: typeof fetch;
  /** The answer that was no success, with the body that the client throws away. */
  refused: () => Refusal | null;
  /** It said that it streams. Of the rest, what brings no piece at all was no API's answer. */
  streaming: () => boolean;
  /** The server had begun to answer. */
  answering: () => boolean;
}

/**
 * Looks over the shoulder of the `openai` client: it keeps what the client drops of a refusal, reports signs
 * of life, and turns an answer that came in one piece into a stream of one piece.
 */
export function witnessed(inner: typeof fetch, alive: () => void): Witness {
  let refusal: Refusal | null = null;
  let began = false;
  let streaming = false;

  const witnessedFetch: typeof fetch = async (input, init) => {
    const response = await inner(input, init);
    began = true;
    alive();
    const contentType = response.headers.get('content-type');
    if (!response.ok) {
      refusal = {
        status: response.status,
        contentType,
        body: '',
        retryAfter: response.headers.get('retry-after'),
      };
      const body = await response.text().catch(() => '');
      refusal.body = body.slice(0, MAX_REFUSAL);
      return new Response(null, { status: response.status });
    }
    if (isForeignContent(contentType)) {
      await response.body?.cancel();
      return streamOf('');
    }
    streaming = /event-stream/i.test(contentType ?? '');
    if (!streaming && /json/i.test(contentType ?? '')) return streamOf(asPiece(await response.text()));
    return response.body ? streamOf(response.body.pipeThrough(pulse(alive))) : streamOf('');
  };

  return {
    fetch: witnessedFetch,
    refused: () => refusal,
    streaming: () => streaming,
    answering: () => began,
  };
}

function streamOf(body: string | ReadableStream<Uint8Array>): Response {
  return new Response(body, { headers: { 'content-type': 'text/event-stream' } });
}

function pulse(alive: () => void): TransformStream<Uint8Array, Uint8Array> {
  return new TransformStream({
    transform(chunk, controller) {
      alive();
      controller.enqueue(chunk);
    },
  });
}

const wholeSchema = z.object({
  choices: z.array(z.looseObject({ message: z.unknown() })),
  usage: z.optional(z.unknown()),
});

/**
 * A whole completion as one streamed piece: servers that cannot stream send `message` where a stream has
 * `delta`. Empty when it is JSON of some other service.
 * @throws SyntaxError when the body is no JSON
 */
function asPiece(body: string): string {
  const json: unknown = JSON.parse(body);
  if (typeof json === 'object' && json !== null && 'error' in json) return eventOf(json);
  const whole = wholeSchema.safeParse(json);
  if (!whole.success) return '';
  const choices = whole.data.choices.map(({ message, ...rest }) => ({ ...rest, delta: message }));
  return eventOf({ choices, usage: whole.data.usage });
}

function eventOf(data: unknown): string {
  return `data: ${JSON.stringify(data)}\n\n`;
}
