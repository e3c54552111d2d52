import type { Hint } from '../suggestions/hint';
import { AnswerReader } from '../suggestions/llm/answer-reader';
import type { Redactor } from '../privacy/redact/redactor';
import type { BuiltPrompt } from '../suggestions/llm/build-prompt';
import type { HintFault } from '../suggestions/llm/hint-check';
import type { SecondReading } from '../suggestions/llm/second-reading';
import type { ChatPiece } from './chat-piece';
import { CallFailed } from './call-failed';
import { settled, streamChat, type CallContext, type ChatRequest } from './chat-call';
import type { Failure } from './classify-error';
import type { LlmErrorCode } from './error-codes';
import { Meter } from './meter';
import { DEFAULT_LIMITS, pause, systemTimers, type CallLimits, type Timers } from './timers';
import type { CallUsage } from './usage';

/** Longest answer in tokens: three hints with their quotes and a reading need some four hundred. */
const MAX_TOKENS = 900;
/** A wait that is short enough to sit out for the one retry, in seconds. */
const SHORT_WAIT = 3;

/** Failures that often pass by themselves. A silent server was waited for long enough already. */
const TRANSIENT: ReadonlySet<LlmErrorCode> = new Set([
  'server-error',
  'unreachable',
  'cut-off',
  'rate-limited',
]);

/** What every engine streams: cumulative partials, then exactly one end. */
export type EngineEvent =
  | { kind: 'partial'; hints: Hint[] }
  | {
      kind: 'done';
      hints: Hint[];
      /** How the model reads the message, where it said so and rests on the client's words. */
      reading?: SecondReading;
      usage?: { prompt: number; completion: number };
      /** Why hints were dropped, for those who choose a model; codes only. */
      faults?: readonly HintFault[];
    }
  | { kind: 'error'; code: LlmErrorCode; retryAfter?: number }
  | { kind: 'aborted' };

export interface SuggestionsRequest {
  prompt: BuiltPrompt;
  redactor: Pick<Redactor, 'restore'>;
  /** Told once of every call that reached a server, also of one that failed or was stopped. */
  onUsage?: (usage: CallUsage) => void;
}

/**
 * Hints from an OpenAI-compatible endpoint, each as soon as it is whole and checked. Never throws; the last
 * event is `done`, `error` or `aborted`. One retry at most, and only while nothing was shown. Hints that were
 * shown before an error stay good.
 */
export async function* streamSuggestions(
  request: SuggestionsRequest,
  given: CallContext,
): AsyncGenerator<EngineEvent, void> {
  yield* streamFrom(endpointModel(given), request);
}

/** An OpenAI-compatible endpoint as a model. */
export function endpointModel(given: CallContext): ModelRun {
  const context = settled(given);
  const { signal, timers, limits } = context;
  return { source: 'endpoint', signal, timers, limits, call: (chat) => streamChat(chat, context) };
}

/** A language model, wherever it runs. */
export interface ModelRun {
  source: SecondReading['source'];
  signal: AbortSignal;
  timers?: Timers;
  limits?: CallLimits;
  /** Streams one answer; throws CallFailed, and ends quietly when `signal` aborts. */
  call: (request: ChatRequest) => AsyncGenerator<ChatPiece, void>;
}

/** The same from any model: one contract, one gate, one retry. */
export async function* streamFrom(
  { source, signal, timers = systemTimers, limits = DEFAULT_LIMITS, call }: ModelRun,
  { prompt, redactor, onUsage }: SuggestionsRequest,
): AsyncGenerator<EngineEvent, void> {
  const request: ChatRequest = { messages: prompt.messages, schema: prompt.schema, maxTokens: MAX_TOKENS };
  for (let retried = false; ; retried = true) {
    const reader = new AnswerReader(prompt.map, redactor, source);
    const meter = new Meter(request);
    let end: AnswerOutcome | undefined;
    try {
      end = yield* readAnswer(call(request), reader, signal, meter);
    } finally {
      // Also when nobody listens any more: what was sent was sent.
      const usage = meter.usage(end?.kind === 'failed' ? end.failure.code : undefined);
      if (usage) onUsage?.(usage);
    }
    if (signal.aborted) {
      yield { kind: 'aborted' };
      return;
    }
    if (end.kind === 'done') {
      yield end;
      return;
    }
    const { code, retryAfter } = end.failure;
    const wait = retryAfter ?? (code === 'rate-limited' ? Infinity : limits.retryMs / 1_000);
    if (retried || !end.passing || wait > SHORT_WAIT || reader.hints.length > 0) {
      yield { kind: 'error', code, ...(retryAfter !== undefined && { retryAfter }) };
      return;
    }
    await pause(wait * 1_000, signal, timers);
  }
}

type AnswerOutcome =
  | Extract<EngineEvent, { kind: 'done' }>
  /** `passing`: the same request may well succeed a moment later. */
  | { kind: 'failed'; failure: Failure; passing: boolean };

async function* readAnswer(
  pieces: AsyncGenerator<ChatPiece, void>,
  reader: AnswerReader,
  signal: AbortSignal,
  meter: Meter,
): AsyncGenerator<EngineEvent, AnswerOutcome> {
  let finish: string | null = null;
  let refused = false;
  let usage: { prompt: number; completion: number } | undefined;
  try {
    for await (const piece of pieces) {
      meter.take(piece);
      finish = piece.finish ?? finish;
      refused ||= piece.refusal !== '';
      usage = piece.usage ?? usage;
      if (reader.push(piece.text) && !signal.aborted) {
        yield { kind: 'partial', hints: [...reader.hints] };
      }
      if (reader.tooLong) return failed('bad-answer');
    }
  } catch (error) {
    // Only CallFailed is thrown; anything else is a fault of ours and must not break the promise of one end.
    const failure: Failure = error instanceof CallFailed ? error.failure : { code: 'bad-answer' };
    return { kind: 'failed', failure, passing: TRANSIENT.has(failure.code) };
  }
  if (refused) return failed('refused');
  if (finish === 'content_filter') return failed('filtered');
  const end = reader.end();
  if (end === 'sound') {
    const { reading, faults } = reader;
    return {
      kind: 'done',
      hints: [...reader.hints],
      ...(reading && { reading }),
      ...(usage && { usage }),
      ...(faults.length > 0 && { faults }),
    };
  }
  if (end === 'unusable') return failed('bad-answer');
  // It said that it was finished, but the answer is not: prose, or JSON that was never closed.
  if (finish === 'stop') return failed('bad-answer');
  return failed('cut-off', finish === null);
}

function failed(code: LlmErrorCode, passing = false): AnswerOutcome {
  return { kind: 'failed', failure: { code }, passing };
}
