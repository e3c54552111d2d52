import type { Message } from '@/utils/conversation/message';
import type { CallContext } from '@/utils/llm/chat-call';
import { createEgress } from '@/utils/llm/egress';
import { streamSuggestions, type EngineEvent } from '@/utils/llm/openai-engine';
import { ShapeMemory } from '@/utils/llm/request-shape';
import { systemTimers, type CallLimits, type Timers } from '@/utils/llm/timers';
import { buildPrompt, type BuiltPrompt } from '@/utils/suggestions/llm/build-prompt';
import { redactorKnowing } from '../../support/redactors';

export const MESSAGES: readonly Message[] = [
  { id: 'a1', side: 'client', text: 'hi. not sure why i am writing' },
  { id: 'a2', side: 'supporter', text: 'I am glad you did. What is on your mind today?' },
  {
    id: 'a3',
    side: 'client',
    text: 'since the call with Priya i just lie there and nobody at home really notices',
  },
];

/** Knows one name. */
export const redactor = redactorKnowing('Priya');

export function moment(): BuiltPrompt {
  const prompt = buildPrompt({ messages: MESSAGES, redactor, nonce: '0123456789abcdef' });
  if (!prompt) throw new Error('there is a client message to answer');
  return prompt;
}

/** Longer than any test may take: what waits for one of these has failed. A test shortens the one it is about. */
export const PATIENT: CallLimits = { headersMs: 60_000, idleMs: 60_000, totalMs: 60_000, retryMs: 1 };

interface AskOptions {
  apiKey?: string | null;
  limits?: Partial<CallLimits>;
  signal?: AbortSignal;
  shapes?: ShapeMemory;
  timers?: Timers;
  fetch?: typeof fetch;
  onEvent?: (event: EngineEvent) => void;
}

export function contextFor(baseUrl: string, options: AskOptions = {}): CallContext {
  return {
    signal: options.signal ?? new AbortController().signal,
    fetch: options.fetch ?? createEgress(baseUrl).fetch,
    apiKey: options.apiKey === undefined ? 'sk-test' : options.apiKey,
    endpoint: { baseUrl, model: 'stand-in' },
    timers: options.timers ?? systemTimers,
    limits: { ...PATIENT, ...options.limits },
    shapes: options.shapes ?? new ShapeMemory(),
  };
}

/** Runs one request to its end and returns everything that came, last the end. */
export async function ask(baseUrl: string, options: AskOptions = {}): Promise<EngineEvent[]> {
  const events: EngineEvent[] = [];
  for await (const event of streamSuggestions({ prompt: moment(), redactor }, contextFor(baseUrl, options))) {
    events.push(event);
    options.onEvent?.(event);
  }
  return events;
}

const ENDS = new Set(['done', 'error', 'aborted']);

/** The one end of a run. Throws when there is none, more than one, or something after it. */
export function endOf(events: readonly EngineEvent[]): Exclude<EngineEvent, { kind: 'partial' }> {
  const ends = events.filter(({ kind }) => ENDS.has(kind));
  const last = events.at(-1);
  if (ends.length !== 1 || last === undefined || last.kind === 'partial') {
    throw new Error(`expected exactly one end at the end, got: ${events.map(({ kind }) => kind).join(' ')}`);
  }
  return last;
}
