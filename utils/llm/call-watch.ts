import type { CallLimits, Timers } from './timers';

/** Which limit of a call ran out; `cut-off` when the computer slept, which no connection survives. */
export type Expired = 'timeout' | 'stalled' | 'cut-off';

/** Milliseconds between two looks at the clock. */
const BEAT = 4_000;
/** A beat that comes this many times too late was slept through. */
const SLEPT = 3;

/**
 * Watches one request: aborts it when the caller does, when the server does not begin to answer in time,
 * when it falls silent, or when it drips for too long.
 */
export class CallWatch {
  readonly #controller = new AbortController();
  readonly #stopTotal: () => void;
  #stopIdle: () => void;
  #stopBeat: () => void = () => undefined;
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
    this.#beat();
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

  /** A sleeping computer stops every timer, so its sleep shows only by the clock, once it wakes. */
  #beat(): void {
    const every = this.#limits.beatMs ?? BEAT;
    const before = this.#timers.now();
    this.#stopBeat = this.#timers.after(every, () => {
      if (this.#timers.now() - before > every * SLEPT) this.#expire('cut-off');
      else this.#beat();
    });
  }

  #expire(why: Expired): void {
    this.expired ??= why;
    this.#abort();
  }

  readonly #abort = (): void => {
    this.#stopIdle();
    this.#stopTotal();
    this.#stopBeat();
    this.#outer.removeEventListener('abort', this.#abort);
    this.#controller.abort();
  };
}
