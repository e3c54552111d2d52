import type { CallLimits, Timers } from './timers';

/** Which limit of a call ran out. */
export type Expired = 'timeout' | 'stalled';

/**
 * Watches one request: aborts it when the caller does, when the server does not begin to answer in time,
 * when it falls silent, or when it drips for too long.
 */
export class CallWatch {
  readonly #controller = new AbortController();
  readonly #stopTotal: () => void;
  #stopIdle: () => void;
  readonly #outer: AbortSignal;
  readonly #limits: CallLimits;
  readonly #timers: Timers;
  expired: Expired | null = null;

  constructor(outer: AbortSignal, limits: CallLimits, timers: Timers) {
    this.#outer = outer;
    this.#limits = limits;
    this.#timers = timers;
    this.#stopIdle = timers.after(limits.headersMs, () => {
      this.#expire('timeout');
    });
    this.#stopTotal = timers.after(limits.totalMs, () => {
      this.#expire('stalled');
    });
    outer.addEventListener('abort', this.#abort, { once: true });
    if (outer.aborted) this.#abort();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** A sign of life: from now on silence is measured between pieces. */
  touch(): void {
    this.#stopIdle();
    if (this.signal.aborted) return;
    this.#stopIdle = this.#timers.after(this.#limits.idleMs, () => {
      this.#expire('stalled');
    });
  }

  /** Stops the clocks and lets go of the connection. */
  close(): void {
    this.#abort();
  }

  #expire(why: Expired): void {
    this.expired ??= why;
    this.#abort();
  }

  readonly #abort = (): void => {
    this.#stopIdle();
    this.#stopTotal();
    this.#outer.removeEventListener('abort', this.#abort);
    this.#controller.abort();
  };
}
