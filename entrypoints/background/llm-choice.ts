import type { Endpoint } from '@/utils/llm/settings';
import type { Engine } from '@/utils/messaging/view';
import type { Spending } from '@/utils/llm/usage';
import { loadEndpoint, loadSpending, watchEndpoint, watchSpending } from '@/utils/storage/settings';

/** The choice as last read; every view needs it, and it hardly ever changes. */
let choice: Promise<Engine> | undefined;
let spending: Promise<Spending> | undefined;

/** The engine that the person chose: the device, unless an endpoint is set up and consented to. */
export function currentEngine(): Promise<Engine> {
  choice ??= loadEndpoint().then(toEngine);
  return choice;
}

/** Prices and budget as the person set them. */
export function currentSpending(): Promise<Spending> {
  spending ??= loadSpending();
  return spending;
}

/** Calls back when the person chose another engine, other prices or another budget. */
export function watchEngine(changed: () => void): void {
  watchEndpoint((endpoint) => {
    choice = Promise.resolve(toEngine(endpoint));
    changed();
  });
  watchSpending((now) => {
    spending = Promise.resolve(now);
    changed();
  });
}

function toEngine(endpoint: Endpoint | null): Engine {
  if (!endpoint?.consented || !URL.canParse(endpoint.baseUrl)) return { kind: 'device' };
  return { kind: 'llm', host: new URL(endpoint.baseUrl).host, model: endpoint.model, allowed: false };
}
