import { rewordEventSchema, type RewordRequest, type RewordTrouble } from '@/utils/messaging/reword-stream';
import type { Port } from '../live/port';

/** What is known of one request for another way to say a draft. */
export interface Rewording {
  /** `asking` until the device has answered, `waiting` while a language model is asked, then `over`. */
  status: 'asking' | 'waiting' | 'over';
  /** The way to show; null where there is none (yet). */
  text: string | null;
  from: 'device' | 'model';
  /** Why there is none of the language model's. */
  trouble?: RewordTrouble;
}

/** What a request is about. */
export type RewordTarget = Omit<RewordRequest, 'requestId'>;

export interface RewordWorld {
  /** Opens a port for one request; throws when the extension is gone. */
  connect(): Port;
  newId(): string;
}

const LOST: Rewording = { status: 'over', text: null, from: 'device', trouble: 'disconnected' };

/**
 * Asks for another way to say a draft. `show` is told what is known, the last time with `over`. Returns how to stop,
 * which aborts the request and silences it.
 */
export function askRewording(
  { connect, newId }: RewordWorld,
  target: RewordTarget,
  show: (rewording: Rewording) => void,
): () => void {
  const requestId = newId();
  let now: Rewording = { status: 'asking', text: null, from: 'device' };
  let isOver = false;
  let port: Port | null = null;

  function end(last: Rewording): void {
    isOver = true;
    port?.disconnect();
    show(last);
  }

  function hear(message: unknown): void {
    const parsed = rewordEventSchema.safeParse(message);
    if (isOver || !parsed.success || parsed.data.requestId !== requestId) return;
    const event = parsed.data;
    switch (event.kind) {
      case 'device':
        now = { status: 'waiting', text: event.text, from: 'device' };
        show(now);
        return;
      case 'done':
        end(
          event.text === null
            ? { ...now, status: 'over' }
            : { status: 'over', text: event.text, from: 'model' },
        );
        return;
      case 'failed':
        end({ ...now, status: 'over', trouble: event.trouble });
    }
  }

  show(now);
  try {
    port = connect();
    port.onMessage.addListener(hear);
    port.onDisconnect.addListener(() => {
      if (!isOver) end({ ...LOST, text: now.text });
    });
    port.postMessage({ ...target, requestId } satisfies RewordRequest);
  } catch {
    end(LOST);
  }
  return () => {
    isOver = true;
    port?.disconnect();
  };
}
