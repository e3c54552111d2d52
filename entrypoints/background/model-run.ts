import { BUILTIN_LIMITS } from '@/utils/llm/builtin-model';
import { createEgress } from '@/utils/llm/egress';
import { endpointModel, type ModelRun } from '@/utils/llm/openai-engine';
import type { Engine } from '@/utils/messaging/view';
import { readKey } from '@/utils/privacy/key-vault';
import { loadEndpoint } from '@/utils/storage/settings';
import type { BuiltinHosts } from './builtin-hosts';

export type Builtin = Pick<BuiltinHosts, 'stream'>;

/**
 * The language model that the person chose, for one request; null when the endpoint is not the one that they
 * allowed any more.
 */
export async function modelRun(
  engine: Engine & { kind: 'llm' },
  builtin: Builtin,
  signal: AbortSignal,
): Promise<ModelRun | null> {
  if (engine.builtin) {
    return {
      source: 'builtin',
      signal,
      limits: BUILTIN_LIMITS,
      call: (request) => builtin.stream(request, signal),
    };
  }
  const endpoint = await loadEndpoint();
  if (!endpoint?.consented) return null;
  const url = new URL(endpoint.baseUrl);
  if (url.host !== engine.host) return null;
  const apiKey = await readKey(url.origin);
  return endpointModel({ signal, endpoint, apiKey, ...createEgress(endpoint.baseUrl) });
}
