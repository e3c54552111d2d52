import { parseArgs } from 'node:util';
import { randomBytes } from 'node:crypto';
import { createEgress } from '@/utils/llm/egress';
import { streamSuggestions } from '@/utils/llm/openai-engine';
import { createRedactor } from '@/utils/privacy/redact/redactor';
import { acceptHints, type Dropped } from '@/utils/suggestions/contract';
import { suggestOnDevice, type Suggestions } from '@/utils/suggestions/device/suggest';
import type { Hint } from '@/utils/suggestions/hint';
import { buildPrompt } from '@/utils/suggestions/llm/build-prompt';
import type { HintFault } from '@/utils/suggestions/llm/hint-check';
import type { Remembered } from '@/utils/suggestions/llm/rolling-summary';
import type { Moment } from './talk';

/** What an engine made of a moment. */
export interface Answer {
  hints: readonly Hint[];
  reason?: Suggestions['reason'];
  /** What the gate would not let through. */
  dropped: readonly Dropped[];
  /** Milliseconds until the first hint, and until the last. Null when there was none. */
  firstMs: number | null;
  totalMs: number;
  tokens?: { prompt: number; completion: number };
  /** Code of the closed list, when the endpoint failed. */
  error?: string;
}

export type HintEngine = (moment: Moment, seen: readonly string[]) => Promise<Answer>;

/** The engine that ships inside. `round` asks again for the same moment. */
export const deviceEngine: HintEngine = (moment, seen) => {
  const start = performance.now();
  const { hints, reason } = suggestOnDevice({
    messages: moment.messages,
    readings: moment.readings,
    models: moment.models,
    stage: moment.stage,
    openCues: moment.openCues,
    safety: moment.safety,
    round: 0,
    recent: seen,
  });
  const totalMs = performance.now() - start;
  const { dropped } = acceptHints(hints, moment.messages, seen, { adviceAllowed: moment.adviceAllowed });
  return Promise.resolve({
    hints,
    ...(reason !== undefined && { reason }),
    dropped,
    firstMs: hints.length > 0 ? totalMs : null,
    totalMs,
  });
};

export interface EndpointOptions {
  baseUrl: string;
  model: string;
  apiKey: string | null;
}

/** Any OpenAI-compatible endpoint, asked as the extension asks it: redacted, gated, nothing under a safety cue. */
export function endpointEngine({ baseUrl, model, apiKey }: EndpointOptions): HintEngine {
  const { fetch } = createEgress(baseUrl);
  return async (moment, seen) => {
    const start = performance.now();
    const nothing = { hints: [], dropped: [], firstMs: null, totalMs: 0 };
    if (moment.safety) return { ...nothing, reason: 'safety' };
    const redactor = createRedactor({
      known: moment.messages.flatMap(({ author }) => author ?? []),
      conversation: moment.messages.map(({ text }) => text),
    });
    const prompt = buildPrompt({
      messages: moment.messages,
      redactor,
      nonce: randomBytes(16).toString('hex'),
      allowAdvice: moment.adviceAllowed,
      stage: moment.stage,
      openCues: withTheirWords(moment),
      seen,
    });
    if (prompt === null) return { ...nothing, reason: 'no-client-message' };
    let firstMs: number | null = null;
    const context = { signal: new AbortController().signal, endpoint: { baseUrl, model }, apiKey, fetch };
    for await (const event of streamSuggestions({ prompt, redactor }, context)) {
      const now = performance.now() - start;
      if (event.kind === 'partial' || event.kind === 'done') {
        if (event.hints.length > 0) firstMs ??= now;
        if (event.kind === 'partial') continue;
        const gate = acceptHints(event.hints, moment.messages, seen, { adviceAllowed: moment.adviceAllowed });
        const dropped = [...(event.faults ?? []).map(asDropped), ...gate.dropped];
        return {
          hints: gate.hints,
          dropped,
          firstMs,
          totalMs: now,
          ...(event.usage && { tokens: event.usage }),
        };
      }
      return { ...nothing, firstMs, totalMs: now, error: event.kind === 'error' ? event.code : 'cut-off' };
    }
    return { ...nothing, error: 'cut-off' };
  };
}

/** The open cues, heaviest first, with the messages that they stand in. */
function withTheirWords({ messages, openCues }: Moment): Remembered[] {
  const texts = new Map(messages.map(({ id, text }) => [id, text]));
  return [...openCues]
    .sort((a, b) => b.weight - a.weight)
    .flatMap(({ id, start, end, weight }) => {
      const text = texts.get(id);
      return text === undefined ? [] : [{ id, text, start, end, weight }];
    });
}

/** What the model's own gate dropped, in the words of the gate that all engines share. */
function asDropped(fault: HintFault): Dropped {
  switch (fault.reason) {
    case 'unsafe':
      return fault;
    case 'schema':
    case 'quote':
    case 'kind-taken':
    case 'repeat':
      return { reason: fault.reason };
    default:
      return { reason: 'unsafe', rule: fault.reason };
  }
}

/** Somebody typed options that do not go together. */
export class WrongOptions extends Error {
  override readonly name = 'WrongOptions';
}

const USAGE = 'Use --engine device, or --base-url URL --model NAME [--key-env VARIABLE].';

/**
 * The engine that the command line names, and its name for a table.
 * @throws WrongOptions in words that a person can act on
 */
export function engineFrom(
  argv: readonly string[],
  more: readonly string[] = [],
): {
  engine: HintEngine;
  name: string;
  options: Record<string, string | undefined>;
} {
  const names = ['engine', 'base-url', 'model', 'key-env', ...more];
  let values: Record<string, string | boolean | undefined>;
  try {
    ({ values } = parseArgs({
      args: [...argv],
      options: Object.fromEntries(names.map((name) => [name, { type: 'string' as const }])),
    }));
  } catch (error) {
    throw new WrongOptions(`${error instanceof Error ? error.message : String(error)}\n${USAGE}`);
  }
  const options = values as Record<string, string | undefined>;
  const { engine = options['base-url'] === undefined ? 'device' : 'endpoint', model } = options;
  const baseUrl = options['base-url'];
  if (engine === 'device') return { engine: deviceEngine, name: 'device', options };
  if (baseUrl === undefined || model === undefined) throw new WrongOptions(USAGE);
  const variable = options['key-env'];
  const apiKey = variable === undefined ? null : (process.env[variable] ?? null);
  if (variable !== undefined && apiKey === null) throw new WrongOptions(`${variable} is not set.`);
  try {
    return { engine: endpointEngine({ baseUrl, model, apiKey }), name: model, options };
  } catch (error) {
    throw new WrongOptions(error instanceof Error ? error.message : String(error));
  }
}
