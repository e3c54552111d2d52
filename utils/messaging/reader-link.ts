import type { Delta } from '../conversation/delta';
import type { ReadPlace } from './read-place';
import { parseReply, type ReaderReply } from './reader-answers';
import type { ReaderMessage, StatusMore } from './reader-protocol';
import type { Health } from './health';

/** Messages that may wait for the worker; past this it is cheaper to start over with a snapshot. */
const MAX_WAITING = 200;
/** Milliseconds before the worker is tried again, doubled each time up to the last. */
const FIRST_RETRY = 250;
const LAST_RETRY = 8_000;

export interface LinkEnvironment {
  /** Sends to the worker and resolves with its answer. */
  send(message: ReaderMessage): Promise<unknown>;
  /** False once the extension was updated or removed under this page. */
  isAlive(): boolean;
  newSession(): string;
  onResync(): void;
  onPause(): void;
  onStop(): void;
}

export interface ReaderLink {
  delta(place: ReadPlace, delta: Delta, health: Health): void;
  status(status: 'searching' | 'no-chat' | 'unreadable' | 'failed', health?: Health, more?: StatusMore): void;
  draft(key: string, text: string): void;
  /** Forgets what waits and begins a new session; the next delta must be a snapshot. */
  renew(): void;
  close(): void;
}

type Waiting = (session: string, seq: () => number) => ReaderMessage;

/**
 * Carries the reader's messages to the worker one at a time and in order. The worker may have been stopped
 * by the browser at any moment: sending wakes it, and when it missed something it asks for a snapshot.
 */
export function createReaderLink(environment: LinkEnvironment): ReaderLink {
  let waiting: Waiting[] = [];
  let session = environment.newSession();
  let seq = 0;
  let isSending = false;
  let isClosed = false;
  let retry = FIRST_RETRY;
  let timer: ReturnType<typeof setTimeout> | undefined;

  function post(make: Waiting): void {
    if (isClosed) return;
    if (waiting.length >= MAX_WAITING) {
      renew();
      environment.onResync();
      return;
    }
    waiting.push(make);
    void pump();
  }

  async function pump(): Promise<void> {
    if (isSending || isClosed) return;
    isSending = true;
    for (let make = waiting.shift(); make && !isClosed; make = waiting.shift()) {
      const sentIn = session;
      const answer = await ask(make(session, () => seq++));
      if (isClosed) break;
      if (sentIn === session) react(answer);
    }
    isSending = false;
  }

  async function ask(message: ReaderMessage): Promise<ReaderReply | 'lost'> {
    if (!environment.isAlive()) return 'stop';
    try {
      return parseReply(await environment.send(message)) ?? 'lost';
    } catch {
      return environment.isAlive() ? 'lost' : 'stop';
    }
  }

  function react(answer: ReaderReply | 'lost'): void {
    switch (answer) {
      case 'ok':
        retry = FIRST_RETRY;
        return;
      case 'resync':
        renew();
        environment.onResync();
        return;
      case 'pause':
        renew();
        environment.onPause();
        return;
      case 'stop':
        environment.onStop();
        return;
      case 'lost':
        renew();
        clearTimeout(timer);
        timer = setTimeout(() => environment.onResync(), retry);
        retry = Math.min(LAST_RETRY, retry * 2);
    }
  }

  function renew(): void {
    waiting = [];
    session = environment.newSession();
    seq = 0;
  }

  return {
    delta({ site, conversation, isGuess }, delta, health) {
      post((id, next) => ({
        kind: 'delta',
        session: id,
        seq: next(),
        site,
        conversation,
        delta,
        health,
        ...(isGuess && { isGuess }),
      }));
    },
    status(status, health, { isUnsure, frames } = {}) {
      post((id) => ({
        kind: 'status',
        session: id,
        status,
        ...(health && { health }),
        ...(isUnsure === true && { isUnsure }),
        ...(frames && frames.length > 0 && { frames: [...frames] }),
      }));
    },
    draft(key, text) {
      post((id) => ({ kind: 'draft', session: id, key, text }));
    },
    renew,
    close() {
      isClosed = true;
      waiting = [];
      clearTimeout(timer);
    },
  };
}
