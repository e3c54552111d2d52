import type { Port } from '@/components/live/port';

/** A port whose other end is the test. */
export interface FakePort extends Port {
  sent: unknown[];
  /** We closed it. */
  closed: boolean;
  /** The other end says something. */
  say(message: unknown): void;
  /** The other end goes away. */
  drop(): void;
}

export function fakePort(): FakePort {
  const hear: ((message: unknown) => void)[] = [];
  const lost: (() => void)[] = [];
  const port: FakePort = {
    sent: [],
    closed: false,
    postMessage: (message) => {
      port.sent.push(message);
    },
    disconnect: () => {
      port.closed = true;
    },
    onMessage: { addListener: (listener) => hear.push(listener) },
    onDisconnect: { addListener: (listener) => lost.push(listener) },
    say: (message) => {
      hear.forEach((listener) => {
        listener(message);
      });
    },
    drop: () => {
      lost.forEach((listener) => {
        listener();
      });
    },
  };
  return port;
}
