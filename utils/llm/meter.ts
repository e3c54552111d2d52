import { estimateTokens } from '../suggestions/llm/token-estimate';
import type { ChatRequest } from './chat-call';
import type { ChatPiece } from './chat-piece';
import type { LlmErrorCode } from './error-codes';
import type { CallUsage } from './usage';

/** Failures of which nothing was charged for tokens: refused before the model read a word. */
const UNREAD: ReadonlySet<LlmErrorCode> = new Set([
  ...(['bad-key', 'forbidden', 'ollama-origin', 'unknown-model', 'too-large', 'rate-limited'] as const),
  ...(['server-error', 'not-an-api', 'unsupported'] as const),
]);
const NEVER_ARRIVED: ReadonlySet<LlmErrorCode> = new Set(['unreachable', 'not-configured', 'model-missing']);

/** What one call cost: the server's own count, or an estimate. */
export class Meter {
  #text = 0;
  #words = '';
  #told: { prompt: number; completion: number } | undefined;

  constructor(private request: ChatRequest) {}

  take({ text, usage }: ChatPiece): void {
    this.#text += text.length;
    // Thoughts before an answer can be long; their end is counted by their length alone.
    if (this.#words.length < 20_000) this.#words += text;
    this.#told = usage ?? this.#told;
  }

  /** Null when nothing reached a server. `failure` is the code of a call that came to nothing. */
  usage(failure?: LlmErrorCode): CallUsage | null {
    if (this.#told) return { ...this.#told, estimated: false };
    if (this.#text === 0 && failure !== undefined) {
      if (NEVER_ARRIVED.has(failure)) return null;
      if (UNREAD.has(failure)) return { prompt: 0, completion: 0, estimated: false };
    }
    const { messages, schema } = this.request;
    const sent = messages.map(({ content }) => content).join('\n') + JSON.stringify(schema ?? '');
    const share = this.#words.length > 0 ? this.#text / this.#words.length : 1;
    return {
      prompt: estimateTokens(sent),
      completion: Math.ceil(estimateTokens(this.#words) * share),
      estimated: true,
    };
  }
}
