import type { BuiltinState } from '@/utils/llm/builtin-model';
import type { Endpoint } from '@/utils/llm/settings';
import type { Engine } from '@/utils/messaging/view';
import { loadEndpoint, loadEngineChoice, watchEndpoint, watchEngineChoice } from '@/utils/storage/settings';

/** The browser's own model, as the panel names it. */
let builtin: Extract<Engine, { kind: 'llm' }> = {
  kind: 'llm',
  host: 'this browser’s own model',
  model: 'built in',
  allowed: false,
  builtin: 'absent',
};

/** The choice as last read; every view needs it, and it hardly ever changes. */
let choice: Promise<Engine> | undefined;

/** Told by the documents that run the browser's own model. */
export function noteBuiltin(state: BuiltinState): void {
  builtin = { ...builtin, builtin: state };
  choice = readChoice();
}

/** The engine that the person chose: the device, unless an endpoint is set up and consented to. */
export function currentEngine(): Promise<Engine> {
  choice ??= readChoice();
  return choice;
}

async function readChoice(): Promise<Engine> {
  const chosen = await loadEngineChoice();
  if (chosen === 'device') return { kind: 'device' };
  if (chosen === 'builtin') return builtin;
  return toEngine(await loadEndpoint());
}

/** Calls back when the person chose another engine. */
export function watchEngine(changed: () => void): void {
  const readAgain = (): void => {
    choice = readChoice();
    changed();
  };
  watchEndpoint(readAgain);
  watchEngineChoice(readAgain);
}

function toEngine(endpoint: Endpoint | null): Engine {
  if (!endpoint?.consented || !URL.canParse(endpoint.baseUrl)) return { kind: 'device' };
  return { kind: 'llm', host: new URL(endpoint.baseUrl).host, model: endpoint.model, allowed: false };
}
