/** The clock of a call, so that tests bring their own. */
export interface Timers {
  /** Runs `run` once after `ms` milliseconds; the returned function calls it off. */
  after: (ms: number, run: () => void) => () => void;
  /** Epoch milliseconds. */
  now: () => number;
}

/** How long each part of a call may take, in milliseconds. */
export interface CallLimits {
  /** Until the server's first sign of life. Below the 30 s after which Chrome ends a waiting worker. */
  headersMs: number;
  /** Between two pieces of the answer. */
  idleMs: number;
  /** All in all, also for a server that drips for ever. */
  totalMs: number;
  /** Pause before the one retry, unless the server named a shorter one. */
  retryMs: number;
  /** Between two looks at the clock for a computer that slept. */
  beatMs?: number;
}

export const DEFAULT_LIMITS: CallLimits = {
  headersMs: 25_000,
  idleMs: 15_000,
  totalMs: 90_000,
  retryMs: 600,
};

export const systemTimers: Timers = {
  after: (ms, run) => {
    const handle = setTimeout(run, ms);
    return () => {
      clearTimeout(handle);
    };
  },
  now: () => Date.now(),
};

/** Waits `ms` milliseconds or until `signal` aborts, whichever comes first. Never rejects. */
export function pause(ms: number, signal: AbortSignal, timers: Timers): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) {
      resolve();
      return;
    }
    const end = (): void => {
      cancel();
      signal.removeEventListener('abort', end);
      resolve();
    };
    const cancel = timers.after(ms, end);
    signal.addEventListener('abort', end, { once: true });
  });
}
