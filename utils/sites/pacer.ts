/** Milliseconds from a change to reading it: long enough to see a message whole, short enough to feel instant. */
const SHORTEST = 25;
const LONGEST = 1_000;
/** At most one part in this many of the page's time goes into reading. */
const SHARE = 10;
/** Turns in a row without a pause after which a page counts as restless. */
const RESTLESS = 40;

export interface Pacer {
  request(): void;
  stop(): void;
  readonly busy: boolean;
}

/**
 * Calls `turn` soon after a request, again while it says that there is more, and ever more rarely on a page
 * that never rests, so that a hostile page cannot make Sidelight slow it down.
 */
export function createPacer(turn: () => boolean): Pacer {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let cost = 0;
  let lastTurn = 0;
  let streak = 0;

  function delay(): number {
    const restless = streak > RESTLESS ? Math.min(LONGEST, (streak - RESTLESS) * 10) : 0;
    return Math.min(LONGEST, Math.max(SHORTEST, cost * SHARE, restless));
  }

  function run(): void {
    timer = undefined;
    const start = performance.now();
    streak = start - lastTurn < LONGEST * 1.5 ? streak + 1 : 0;
    const more = turn();
    lastTurn = performance.now();
    cost = lastTurn - start;
    if (more) timer = setTimeout(run, Math.max(4, cost));
  }

  return {
    request() {
      timer ??= setTimeout(run, delay());
    },
    stop() {
      clearTimeout(timer);
      timer = undefined;
    },
    get busy() {
      return delay() > SHORTEST * 8;
    },
  };
}
