import type { LlmErrorCode } from '@/utils/llm/error-codes';
import { suggestEventSchema, type SuggestEvent, type SuggestRequest } from '@/utils/messaging/suggest-stream';
import type { Hint } from '@/utils/suggestions/hint';
import type { Port } from './port';

/** What suggestions are asked for: one client message of one tab, in one round of asking. */
export type SuggestTarget = Omit<SuggestRequest, 'requestId'>;

/** What is known of one request: `waiting` until the first words came, then `writing`, then one end. */
export interface Suggestions {
  target: SuggestTarget;
  status: 'waiting' | 'writing' | 'done' | 'failed';
  hints: readonly Hint[];
  code?: LlmErrorCode;
  /** Seconds to wait, when the endpoint said so. */
  retryAfter?: number;
}

/** What the client needs of the browser. */
export interface SuggestWorld {
  /** Opens a port for one request; throws when the extension is gone. */
  connect(): Port;
  /** Runs before the next repaint, unless cancelled by the returned function. */
  frame(run: () => void): () => void;
  newId(): string;
  /** Takes what is to be drawn; null when nothing is asked for. */
  show(suggestions: Suggestions | null): void;
}

export interface SuggestClient {
  /** Asks for a target's suggestions; another target, or null, aborts what runs. */
  follow(target: SuggestTarget | null): void;
  /** Asks again for the same target after a failure. */
  retry(): void;
}

/**
 * Streams suggestions for one target at a time. Snapshots are cumulative, so only the newest is kept and drawn
 * at most once a frame. A port that closes before its end is opened once more with the same request id, so
 * that the worker can tell a resumed request from a new one.
 */
export function createSuggestClient(world: SuggestWorld): SuggestClient {
  let running: Run | null = null;
  let target: SuggestTarget | null = null;

  function start(next: SuggestTarget): void {
    running = runRequest(world, { ...next, requestId: world.newId() });
  }

  return {
    follow(next) {
      if (sameTarget(next, target)) return;
      running?.stop();
      running = null;
      target = next;
      if (next === null) world.show(null);
      else start(next);
    },
    retry() {
      if (target === null) return;
      running?.stop();
      start(target);
    },
  };
}

/** Whether two targets ask the same thing. */
export function sameTarget(a: SuggestTarget | null, b: SuggestTarget | null): boolean {
  if (a === null || b === null) return a === b;
  return a.tabId === b.tabId && a.messageId === b.messageId && a.round === b.round;
}

interface Run {
  stop(): void;
}

function runRequest(world: SuggestWorld, request: SuggestRequest): Run {
  const target: SuggestTarget = {
    tabId: request.tabId,
    messageId: request.messageId,
    round: request.round,
  };
  let port: Port | null = null;
  let over = false;
  let resumed = false;
  let newest: readonly Hint[] = [];
  let cancelFrame: (() => void) | null = null;

  function release(): void {
    over = true;
    cancelFrame?.();
    cancelFrame = null;
    const open = port;
    port = null;
    open?.disconnect();
  }

  function end(last: Suggestions | null): void {
    release();
    world.show(last);
  }

  function draw(): void {
    cancelFrame = null;
    world.show({ target, status: 'writing', hints: newest });
  }

  function onEvent(event: SuggestEvent): void {
    switch (event.kind) {
      case 'partial':
        newest = event.hints;
        cancelFrame ??= world.frame(draw);
        return;
      case 'done':
        end({ target, status: 'done', hints: event.hints });
        return;
      case 'aborted':
        end(null);
        return;
      case 'error':
        end({
          target,
          status: 'failed',
          hints: [],
          code: event.code,
          ...(event.retryAfter !== undefined && { retryAfter: event.retryAfter }),
        });
    }
  }

  function onLost(): void {
    port = null;
    if (resumed) {
      end({ target, status: 'failed', hints: [], code: 'disconnected' });
      return;
    }
    resumed = true;
    open();
  }

  function open(): void {
    try {
      const opened = world.connect();
      port = opened;
      opened.onMessage.addListener((message) => {
        const event = suggestEventSchema.safeParse(message);
        if (over || port !== opened || !event.success) return;
        if (event.data.requestId === request.requestId) onEvent(event.data);
      });
      opened.onDisconnect.addListener(() => {
        if (!over && port === opened) onLost();
      });
      opened.postMessage(request);
    } catch {
      if (!over) onLost();
    }
  }

  world.show({ target, status: 'waiting', hints: [] });
  open();
  return { stop: release };
}
