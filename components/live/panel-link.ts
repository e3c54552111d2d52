import { panelMessageSchema, type Intent } from '@/utils/messaging/intents';
import type { PanelStore } from './panel-store';
import type { Port } from './port';

/** Waits before each try to reconnect, in milliseconds; the last one repeats. */
export const RECONNECT_WAITS = [100, 250, 500, 1_000, 2_000, 4_000] as const;
/**
 * A worker that was quiet this long was put to sleep by the browser (it allows 30 s), which is no news. One
 * that went away sooner was killed in the middle of something.
 */
export const SLEEP_AFTER = 25_000;
/** How long the note about a restart stays, in milliseconds. */
export const NOTE_TIME = 6_000;
/** Most intents kept while the worker is away. */
const MAX_WAITING = 20;

/** What the link needs of the browser. */
export interface LinkWorld {
  /** Opens a port to the worker; throws when the extension is gone. */
  connect(): Port;
  /** False once the extension was updated or removed under this page. */
  alive(): boolean;
  /** Runs later, unless cancelled by the returned function. */
  later(run: () => void, ms: number): () => void;
  /** Milliseconds on any steady clock. */
  now(): number;
}

export interface PanelLink {
  /** Sends an intent; while the worker is away it waits and is sent first thing. */
  send(intent: Intent): void;
  close(): void;
}

/**
 * Follows one window: asks the worker for its views, parses each, and puts it into the store. When the worker
 * goes away it reconnects, which also wakes the worker.
 */
export function openPanelLink(world: LinkWorld, windowId: number, store: PanelStore): PanelLink {
  const { receive, linked, resumedNote } = store.getState();
  let port: Port | null = null;
  let failures = 0;
  let lastTraffic = world.now();
  let interrupted = false;
  let closed = false;
  let waiting: Intent[] = [];
  let cancelRetry = (): void => undefined;
  let cancelNote = (): void => undefined;

  function onMessage(message: unknown): void {
    const parsed = panelMessageSchema.safeParse(message);
    if (!parsed.success) return;
    lastTraffic = world.now();
    failures = 0;
    receive(parsed.data.view);
    if (!interrupted) return;
    interrupted = false;
    resumedNote(true);
    cancelNote();
    cancelNote = world.later(() => {
      resumedNote(false);
    }, NOTE_TIME);
  }

  function onLost(): void {
    port = null;
    if (closed) return;
    if (!world.alive()) {
      linked('orphaned');
      return;
    }
    if (failures === 0 && world.now() - lastTraffic < SLEEP_AFTER) interrupted = true;
    if (failures > 0) linked('lost');
    const wait = RECONNECT_WAITS[Math.min(failures, RECONNECT_WAITS.length - 1)] ?? 0;
    failures += 1;
    cancelRetry();
    cancelRetry = world.later(connect, wait);
  }

  function connect(): void {
    try {
      const opened = world.connect();
      port = opened;
      opened.onMessage.addListener((message) => {
        if (port === opened) onMessage(message);
      });
      opened.onDisconnect.addListener(() => {
        if (port === opened) onLost();
      });
      opened.postMessage({ kind: 'follow', windowId } satisfies Intent);
      const unsent = waiting;
      waiting = [];
      unsent.forEach(send);
    } catch {
      onLost();
    }
  }

  function send(intent: Intent): void {
    try {
      if (port === null) throw new Error('away');
      port.postMessage(intent);
      lastTraffic = world.now();
    } catch {
      waiting = [...waiting, intent].slice(-MAX_WAITING);
    }
  }

  connect();
  return {
    send,
    close: () => {
      closed = true;
      cancelRetry();
      cancelNote();
      port?.disconnect();
      port = null;
    },
  };
}
