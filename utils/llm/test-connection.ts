import { parseBaseUrl } from './base-url';
import { CallFailed } from './call-failed';
import { streamChat, type CallContext } from './chat-call';
import type { Failure } from './classify-error';
import { createEgress } from './egress';
import { ShapeMemory } from './request-shape';
import type { Endpoint } from './settings';
import { DEFAULT_LIMITS, systemTimers } from './timers';

export type ConnectionResult = { ok: true; model: string; millis: number } | ({ ok: false } & Failure);

export interface ConnectionTest {
  endpoint: Pick<Endpoint, 'baseUrl' | 'model'>;
  apiKey: string | null;
  /** The browser's own fetch; it is put behind the egress here. */
  fetch?: typeof fetch;
  signal: AbortSignal;
  timers?: CallContext['timers'];
  limits?: CallContext['limits'];
}

/**
 * Asks the endpoint for one word, so that key, model and address are tried as they will be used. Nobody's
 * words but ours leave.
 */
export async function testConnection({
  endpoint,
  apiKey,
  fetch,
  signal,
  timers = systemTimers,
  limits = DEFAULT_LIMITS,
}: ConnectionTest): Promise<ConnectionResult> {
  const parsed = parseBaseUrl(endpoint.baseUrl);
  if (!parsed.ok) return { ok: false, code: 'not-configured', detail: parsed.problem };
  const egress = createEgress(parsed.url.href, fetch);
  const started = timers.now();
  const call = streamChat(
    { messages: [{ role: 'user', content: 'Please answer with the one word: ready' }], maxTokens: 64 },
    {
      signal,
      ...egress,
      apiKey,
      endpoint: { baseUrl: parsed.url.href, model: endpoint.model },
      timers,
      limits,
      shapes: new ShapeMemory(),
    },
  );
  try {
    for await (const piece of call) {
      // The first sign of a real answer is enough; leaving the loop hangs up.
      if (piece.text !== '' || piece.finish !== null) {
        return { ok: true, model: endpoint.model, millis: Math.round(timers.now() - started) };
      }
    }
    if (!signal.aborted) return { ok: false, code: 'cut-off' };
    const tooLate = signal.reason instanceof DOMException && signal.reason.name === 'TimeoutError';
    return { ok: false, code: tooLate ? 'timeout' : 'disconnected' };
  } catch (error) {
    const failure: Failure = error instanceof CallFailed ? error.failure : { code: 'bad-answer' };
    const detail = apiKey === null ? failure.detail : failure.detail?.replaceAll(apiKey, '•••');
    return {
      ok: false,
      ...failure,
      // Some servers repeat the key in their error message.
      ...(detail !== undefined && { detail }),
    };
  }
}
