import type { Browser } from 'wxt/browser';
import { createEgress } from '@/utils/llm/egress';
import { streamSuggestions } from '@/utils/llm/openai-engine';
import {
  suggestRequestSchema,
  type SuggestEvent,
  type SuggestRequest,
} from '@/utils/messaging/suggest-stream';
import { readKey } from '@/utils/privacy/key-vault';
import { createRedactor } from '@/utils/privacy/redact/redactor';
import { loadEndpoint } from '@/utils/storage/settings';
import { buildPrompt } from '@/utils/suggestions/llm/build-prompt';
import type { TabSession } from './tab-session';

type End = Exclude<SuggestEvent, { kind: 'partial' }>;
/** An event before it is addressed to its request. */
type Unaddressed<E> = E extends unknown ? Omit<E, 'requestId'> : never;

/** Serves one request for hints from the endpoint. Closing the port, on either side, aborts it. */
export function serveSuggestions(
  port: Browser.runtime.Port,
  sessionOf: (tabId: number) => Promise<TabSession | null>,
): void {
  const abort = new AbortController();
  port.onDisconnect.addListener(() => abort.abort());
  port.onMessage.addListener((message: unknown) => {
    const request = suggestRequestSchema.safeParse(message);
    if (!request.success || abort.signal.aborted) return;
    const post = (event: Unaddressed<SuggestEvent>) => {
      if (!abort.signal.aborted) port.postMessage({ ...event, requestId: request.data.requestId });
    };
    void answer(request.data, sessionOf, post, abort.signal).then(post);
  });
}

/** Streams partial hints through `post` and resolves with the one end. */
async function answer(
  { tabId, messageId, round }: SuggestRequest,
  sessionOf: (tabId: number) => Promise<TabSession | null>,
  post: (event: Unaddressed<SuggestEvent>) => void,
  signal: AbortSignal,
): Promise<Unaddressed<End>> {
  const session = await sessionOf(tabId);
  const endpoint = await loadEndpoint();
  if (!endpoint) return { kind: 'error', code: 'not-configured' };
  if (!session?.mayAskEndpoint || !endpoint.consented) return { kind: 'error', code: 'not-allowed' };

  const conversation = session.messages.map(({ text }) => text);
  const redactor = createRedactor({ known: namesOn(session), conversation });
  const seen = round > 0 ? session.hintTexts : [];
  const prompt = buildPrompt({
    messages: session.messages,
    targetId: messageId,
    redactor,
    nonce: nonce(),
    allowAdvice: session.isReadyForAdvice,
    seen,
  });
  if (!prompt) return { kind: 'aborted' };

  const { origin } = new URL(endpoint.baseUrl);
  const context = {
    signal,
    endpoint,
    apiKey: await readKey(origin),
    fetch: createEgress(endpoint.baseUrl).fetch,
  };
  for await (const event of streamSuggestions({ prompt, redactor }, context)) {
    // A safety cue that came up meanwhile takes the place of everything.
    if (!session.mayAskEndpoint) return { kind: 'aborted' };
    if (event.kind !== 'partial') return event;
    post(event);
  }
  return { kind: 'error', code: 'cut-off' };
}

/** Every name that the page shows, so that none of them leaves. */
function namesOn({ messages, conversation }: TabSession): string[] {
  const names = new Set(messages.flatMap(({ author }) => author ?? []));
  if (conversation) names.add(conversation.title).add(conversation.key);
  return [...names];
}

function nonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(36).padStart(2, '0'))
    .join('');
}
