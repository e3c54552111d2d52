import { z } from '../schema';
import { CallFailed } from './call-failed';
import type { ChatRequest } from './chat-call';
import type { ChatPiece } from './chat-piece';
import { CallWatch } from './call-watch';
import type { LlmErrorCode } from './error-codes';
import { systemTimers, type CallLimits, type Timers } from './timers';

/**
 * Whether the browser has a language model of its own. `absent`: this browser knows none. The others are the
 * words of the Prompt API (webmachinelearning.github.io/prompt-api), which exists in documents only.
 */
export const builtinStateSchema = z.enum([
  'absent',
  'unavailable',
  'downloadable',
  'downloading',
  'available',
]);
export type BuiltinState = z.infer<typeof builtinStateSchema>;

/** Plain words for each state. */
export const BUILTIN_WORDS: Record<BuiltinState, string> = {
  absent: 'This browser has no language model of its own.',
  unavailable:
    'This computer cannot run the browser’s own model: it needs more memory, space or a newer system.',
  downloadable: 'The browser’s own model must be downloaded once, several gigabytes. Nothing is sent.',
  downloading: 'The browser is downloading its model.',
  available: 'The browser’s own model is ready. Everything stays on this computer.',
};

/** The part of a session that is used. */
export interface BuiltinSession {
  promptStreaming(
    input: string,
    options: { responseConstraint?: object; omitResponseConstraintInput?: boolean; signal: AbortSignal },
  ): ReadableStream<string>;
  clone(options: { signal: AbortSignal }): Promise<BuiltinSession>;
  destroy(): void;
}

interface Expected {
  expectedInputs: { type: 'text'; languages: string[] }[];
  expectedOutputs: { type: 'text'; languages: string[] }[];
}

/** The part of the `LanguageModel` global that is used. */
export interface BuiltinApi {
  availability(options: Expected): Promise<string>;
  create(
    options: Expected & {
      initialPrompts?: { role: 'system'; content: string }[];
      signal?: AbortSignal;
      monitor?: (monitor: EventTarget) => void;
    },
  ): Promise<BuiltinSession>;
}

const ENGLISH: Expected = {
  expectedInputs: [{ type: 'text', languages: ['en'] }],
  expectedOutputs: [{ type: 'text', languages: ['en'] }],
};

/** A model on this computer starts slowly and writes slowly. */
export const BUILTIN_LIMITS: CallLimits = {
  headersMs: 60_000,
  idleMs: 30_000,
  totalMs: 150_000,
  retryMs: 600,
};

/** The state of the browser's model. Never rejects. */
export async function builtinState(api: BuiltinApi | undefined): Promise<BuiltinState> {
  if (!api) return 'absent';
  const state = builtinStateSchema.safeParse(await api.availability(ENGLISH).catch(() => 'unavailable'));
  return state.success ? state.data : 'unavailable';
}

/**
 * Has the browser download its model; to be called from a person's click, which browsers insist on.
 * @param progress 0 to 1, as often as the browser tells
 * @throws CallFailed `model-missing` when it cannot be had
 */
export async function downloadBuiltin(
  api: BuiltinApi,
  progress: (share: number) => void,
  signal: AbortSignal,
): Promise<void> {
  try {
    const session = await api.create({
      ...ENGLISH,
      signal,
      monitor: (monitor) => {
        monitor.addEventListener('downloadprogress', (event) => {
          if ('loaded' in event && typeof event.loaded === 'number') progress(Math.min(1, event.loaded));
        });
      },
    });
    session.destroy();
  } catch (error) {
    if (!signal.aborted) throw new CallFailed({ code: codeOf(error) });
  }
}

/**
 * The browser's model behind the same contract as an endpoint. The unchanging part of the prompt is read once
 * and kept warm; each call works on a copy of it, which is let go afterwards.
 */
export class BuiltinModel {
  #warm: { system: string; session: BuiltinSession } | null = null;

  constructor(private api: BuiltinApi) {}

  /**
   * Streams one answer. Ends without an error when the answer ends or `signal` aborts.
   * @throws CallFailed for everything that goes wrong
   */
  async *stream(
    { messages, schema }: ChatRequest,
    signal: AbortSignal,
    limits: CallLimits = BUILTIN_LIMITS,
    timers: Timers = systemTimers,
  ): AsyncGenerator<ChatPiece, void> {
    const watch = new CallWatch(signal, limits, timers);
    const text = (role: string): string =>
      messages
        .filter((message) => message.role === role)
        .map(({ content }) => content)
        .join('\n');
    let session: BuiltinSession | undefined;
    try {
      const state = await builtinState(this.api);
      // A download is asked for by a person's click, never by a message that arrives.
      if (state !== 'available') throw new CallFailed({ code: 'model-missing' });
      const warm = await this.#warmUp(text('system'), watch.signal);
      session = await warm.clone({ signal: watch.signal });
      const reader = session
        .promptStreaming(text('user'), {
          ...(schema && { responseConstraint: schema, omitResponseConstraintInput: true }),
          signal: watch.signal,
        })
        .getReader();
      for (;;) {
        const { done, value } = await reader.read();
        if (done) break;
        watch.touch();
        yield { text: value, refusal: '', finish: null };
      }
      yield { text: '', refusal: '', finish: 'stop' };
    } catch (error) {
      if (signal.aborted) return;
      if (watch.expired) throw new CallFailed({ code: watch.expired });
      // A session that failed may be broken for good.
      this.close();
      throw error instanceof CallFailed ? error : new CallFailed({ code: codeOf(error) });
    } finally {
      watch.close();
      session?.destroy();
    }
  }

  /** Lets the model go, with everything it has read. */
  close(): void {
    this.#warm?.session.destroy();
    this.#warm = null;
  }

  async #warmUp(system: string, signal: AbortSignal): Promise<BuiltinSession> {
    if (this.#warm?.system === system) return this.#warm.session;
    this.close();
    const session = await this.api.create({
      ...ENGLISH,
      initialPrompts: [{ role: 'system', content: system }],
      signal,
    });
    this.#warm = { system, session };
    return session;
  }
}

const CODES: Readonly<Record<string, LlmErrorCode>> = {
  NotAllowedError: 'model-missing',
  NotSupportedError: 'unsupported',
  QuotaExceededError: 'too-large',
  // The browser held back what its model wrote.
  NotReadableError: 'filtered',
  NetworkError: 'model-missing',
  InvalidStateError: 'cut-off',
  TypeError: 'unsupported',
};

function codeOf(error: unknown): LlmErrorCode {
  return (error instanceof Error && CODES[error.name]) || 'server-error';
}
