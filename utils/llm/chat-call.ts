import OpenAI, { APIError } from 'openai';
import { classifyAnswer, classifyErrorPiece, classifyThrown } from './classify-error';
import { CallFailed } from './call-failed';
import { CallWatch } from './call-watch';
import { plainerShape, MAX_STEPS, ShapeMemory, type RequestShape } from './request-shape';
import { pieceOf, type ChatPiece } from './chat-piece';
import type { Endpoint } from './settings';
import { DEFAULT_LIMITS, systemTimers, type CallLimits, type Timers } from './timers';
import { witnessed } from './witness';

/** One message of a prompt. Roles are fixed by the builder, never by a person's words. */
export interface ChatMessage {
  role: 'system' | 'user';
  content: string;
}

/** What a caller brings into one call. Clock, limits and memory are the usual ones unless a test says so. */
export interface CallContext {
  signal: AbortSignal;
  /** From `createEgress`. */
  fetch: typeof fetch;
  /** From `createEgress` too: tells a program that refuses this extension from one that is not running. */
  answers?: (signal: AbortSignal) => Promise<boolean>;
  /** Null for servers that need no key. */
  apiKey: string | null;
  endpoint: Pick<Endpoint, 'baseUrl' | 'model'>;
  timers?: Timers;
  limits?: CallLimits;
  shapes?: ShapeMemory;
}

/** What the endpoints of this run of the worker turned out to accept. */
const KNOWN_SHAPES = new ShapeMemory();

/** A context with nothing left open. */
export function settled(context: CallContext): Required<CallContext> {
  return {
    timers: systemTimers,
    limits: DEFAULT_LIMITS,
    shapes: KNOWN_SHAPES,
    answers: () => Promise.resolve(false),
    ...context,
  };
}

export interface ChatRequest {
  messages: readonly ChatMessage[];
  /** The form of the answer; without one, plain text is asked for. */
  schema?: Record<string, unknown>;
  /** Longest answer in tokens. */
  maxTokens: number;
}

/**
 * One streamed chat completion, asked for in the surest form that the endpoint supports. Ends without an
 * error when the answer ends, or when `signal` aborts.
 * @throws CallFailed for everything that goes wrong
 */
export async function* streamChat(request: ChatRequest, given: CallContext): AsyncGenerator<ChatPiece, void> {
  const context = settled(given);
  const { endpoint, shapes } = context;
  let shape = shapes.recall(endpoint.baseUrl, endpoint.model);
  if (!request.schema) shape = { ...shape, format: 'plain' };
  for (let step = 0; ; step++) {
    const plainer = yield* attempt(request, shape, context);
    if (plainer === null) return;
    if (step >= MAX_STEPS) throw new CallFailed({ code: 'unsupported' });
    shape = plainer;
    shapes.learn(endpoint.baseUrl, endpoint.model, shape);
  }
}

/** One request. Returns the plainer shape to try next when the server knows less than was asked of it. */
async function* attempt(
  request: ChatRequest,
  shape: RequestShape,
  context: Required<CallContext>,
): AsyncGenerator<ChatPiece, RequestShape | null> {
  const watch = new CallWatch(context.signal, context.limits, context.timers);
  const witness = witnessed(context.fetch, () => {
    watch.touch();
  });
  try {
    const stream = await client(context, witness.fetch).chat.completions.create(
      bodyOf(request, shape, context),
      {
        signal: watch.signal,
      },
    );
    let pieces = 0;
    for await (const chunk of stream) {
      const piece = pieceOf(chunk);
      if (!piece) throw new CallFailed({ code: 'bad-answer' });
      pieces++;
      yield piece;
    }
    // The client ends the loop quietly when it is aborted.
    if (watch.expired) throw new CallFailed({ code: watch.expired });
    if (pieces === 0 && !context.signal.aborted) {
      throw new CallFailed({ code: witness.streaming() ? 'cut-off' : 'not-an-api' });
    }
    return null;
  } catch (error) {
    if (context.signal.aborted) return null;
    if (error instanceof CallFailed) throw error;
    if (watch.expired) throw new CallFailed({ code: watch.expired });
    const refused = witness.refused();
    if (refused) {
      const plainer = plainerShape(shape, refused.status, refused.body);
      if (plainer) return plainer;
      const now = context.timers.now();
      throw new CallFailed(classifyAnswer({ ...refused, baseUrl: context.endpoint.baseUrl, now }));
    }
    if (error instanceof APIError && error.error !== undefined) {
      throw new CallFailed(classifyErrorPiece(error.error, context.endpoint.baseUrl, context.timers.now()));
    }
    const failure = classifyThrown(error, witness.answering());
    // A browser tells "nobody there" and "there, but it refuses this extension" with the same error. On this
    // computer, what answers an opaque request but not ours was not told about extensions.
    const refusesUs = failure.code === 'unreachable' && (await context.answers(watch.signal));
    throw new CallFailed(refusesUs ? { code: 'ollama-origin' } : failure);
  } finally {
    watch.close();
  }
}

function client({ apiKey, endpoint, limits }: Required<CallContext>, fetch: typeof globalThis.fetch): OpenAI {
  return new OpenAI({
    baseURL: endpoint.baseUrl,
    // The client insists on a key; the header is taken out again for servers that need none.
    apiKey: apiKey ?? 'none',
    ...(apiKey === null && { defaultHeaders: { Authorization: null } }),
    organization: null,
    project: null,
    adminAPIKey: null,
    webhookSecret: null,
    fetch,
    // The key is the person's own and stays in the worker, which no page can reach.
    dangerouslyAllowBrowser: true,
    maxRetries: 0,
    timeout: limits.totalMs,
    // It would print answers, and with them people's words, to the console.
    logLevel: 'off',
  });
}

function bodyOf(
  request: ChatRequest,
  shape: RequestShape,
  { endpoint }: Required<CallContext>,
): OpenAI.Chat.ChatCompletionCreateParamsStreaming {
  return {
    model: endpoint.model,
    messages: [...request.messages],
    stream: true,
    ...(shape.usage && { stream_options: { include_usage: true } }),
    ...(shape.limit !== 'none' && { [shape.limit]: request.maxTokens }),
    ...(shape.temperature && { temperature: 0.6 }),
    ...(request.schema && shape.format === 'json-schema'
      ? {
          response_format: {
            type: 'json_schema',
            json_schema: { name: 'answer', strict: true, schema: request.schema },
          } as const,
        }
      : {}),
    ...(request.schema && shape.format === 'json-object'
      ? { response_format: { type: 'json_object' } as const }
      : {}),
  };
}
