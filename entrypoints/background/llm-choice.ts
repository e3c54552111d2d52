import type { Engine } from '@/utils/messaging/view';
import { loadEndpoint } from '@/utils/storage/settings';

/** The engine that the person chose: the device, unless an endpoint is set up and consented to. */
export async function currentEngine(): Promise<Engine> {
  const endpoint = await loadEndpoint();
  if (!endpoint?.consented) return { kind: 'device' };
  return { kind: 'llm', host: new URL(endpoint.baseUrl).host, model: endpoint.model, allowed: false };
}
