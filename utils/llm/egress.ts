import { parseBaseUrl } from './base-url';

/**
 * Most bytes of one answer. A streamed token takes some 250: three hints need a hundred thousand bytes, a
 * long train of thought before them a million.
 */
export const MAX_ANSWER_BYTES = 2_000_000;

/** Nothing else about this browser or this computer goes along. */
const HEADERS_THAT_LEAVE = ['accept', 'authorization', 'content-type'] as const;

/** A request that was never sent, because it was not for the one configured place. */
export class EgressRefused extends Error {
  override readonly name = 'EgressRefused';
}

/** The server sent more than any honest answer holds. */
export class AnswerTooLarge extends Error {
  override readonly name = 'AnswerTooLarge';
}

export interface Egress {
  /** For the `openai` client. Rejects with EgressRefused for every address outside the base URL. */
  fetch: typeof fetch;
  /**
   * True when a program on this computer answers at the origin, whatever it says. Carries no key and no
   * words. Always false for other hosts, which are not asked.
   */
  answers: (signal: AbortSignal) => Promise<boolean>;
}

/**
 * The one door out of the device: it leads to one base URL and nowhere else, follows no redirect, and takes
 * no cookies, no referrer and no headers but three.
 * @param send the browser's own fetch, unless a test stands in for it
 * @throws EgressRefused when the base URL is neither https nor http on this computer
 */
export function createEgress(
  baseUrl: string,
  send: typeof fetch = (input, init) => fetch(input, init),
): Egress {
  const parsed = parseBaseUrl(baseUrl);
  if (!parsed.ok) throw new EgressRefused(`address refused: ${parsed.problem}`);
  const { href, origin, loopback } = parsed.url;

  const guarded: typeof fetch = async (input, init = {}) => {
    if (input instanceof Request) throw new EgressRefused('only plain addresses are sent');
    const url = new URL(input);
    if (url.origin !== origin || !`${url.origin}${url.pathname}`.startsWith(`${href}/`)) {
      throw new EgressRefused('not the configured endpoint');
    }
    const response = await send(url.href, {
      ...closedInit(init.signal ?? null),
      method: init.method ?? 'GET',
      headers: headersThatLeave(init.headers),
      body: init.body ?? null,
    });
    return bounded(response);
  };

  const answers = async (signal: AbortSignal): Promise<boolean> => {
    if (!loopback) return false;
    try {
      // Opaque on purpose: it passes where a server refuses the extension, and shows nothing of the answer.
      // Browsers allow opaque requests only with `follow`; there is nothing in this one to carry off.
      await send(`${origin}/`, { ...closedInit(signal), method: 'GET', mode: 'no-cors', redirect: 'follow' });
      return true;
    } catch {
      return false;
    }
  };

  return { fetch: guarded, answers };
}

function closedInit(signal: AbortSignal | null): RequestInit {
  return {
    signal,
    redirect: 'error',
    credentials: 'omit',
    referrerPolicy: 'no-referrer',
    cache: 'no-store',
  };
}

function headersThatLeave(given: HeadersInit | undefined): Headers {
  const all = new Headers(given);
  const kept = new Headers();
  for (const name of HEADERS_THAT_LEAVE) {
    const value = all.get(name);
    if (value !== null) kept.set(name, value);
  }
  return kept;
}

/** The same answer, cut with an error once it grows past MAX_ANSWER_BYTES. */
function bounded(response: Response): Response {
  if (!response.body) return response;
  let bytes = 0;
  const meter = new TransformStream<Uint8Array, Uint8Array>({
    transform(chunk, controller) {
      bytes += chunk.byteLength;
      if (bytes > MAX_ANSWER_BYTES) controller.error(new AnswerTooLarge('answer too large'));
      else controller.enqueue(chunk);
    },
  });
  return new Response(response.body.pipeThrough(meter), {
    status: response.status,
    statusText: response.statusText,
    headers: response.headers,
  });
}
