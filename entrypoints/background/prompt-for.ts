import type { OutgoingText } from '@/utils/messaging/outgoing';
import { createRedactor, type Redactor } from '@/utils/privacy/redact/redactor';
import { buildPrompt, type BuiltPrompt } from '@/utils/suggestions/llm/build-prompt';
import { estimateTokens } from '@/utils/suggestions/llm/token-estimate';
import type { TabSession } from './tab-session';

/** A prompt with the redactor that can read its answer, and the text as a person can look at it. */
export interface PreparedPrompt {
  prompt: BuiltPrompt;
  redactor: Redactor;
  outgoing: OutgoingText;
}

export interface PromptWishes {
  targetId?: string;
  /** Texts of hints that were already shown for this message. */
  seen?: readonly string[];
  houseRules?: readonly string[];
}

/** The prompt for a client message of the tab's conversation; null when there is none to answer. */
export function promptFor(
  session: TabSession,
  { targetId, seen = [], houseRules = [] }: PromptWishes = {},
): PreparedPrompt | null {
  const redactor = redactorFor(session);
  const prompt = buildPrompt({
    messages: session.messages,
    ...(targetId !== undefined && { targetId }),
    redactor,
    nonce: nonce(),
    seen,
    houseRules,
    ...session.promptContext,
  });
  return prompt && { prompt, redactor, outgoing: textOf(prompt, prompt.map.targetId) };
}

/** A prompt as a person can look at it. */
export function textOf(
  { messages: parts, schema }: Pick<BuiltPrompt, 'messages' | 'schema'>,
  messageId: string,
): OutgoingText {
  const form = JSON.stringify(schema);
  const messages = parts.map((part) => ({ ...part }));
  const tokens = messages.reduce((sum, { content }) => sum + estimateTokens(content), estimateTokens(form));
  return { messageId, messages, form, tokens };
}

/** Messages read again by a redactor that knows the conversation: more than a turn brings. */
const NEWEST = 40;

/** One redactor for each conversation in front, in memory alone: who is met once keeps the same name. */
const kept = new WeakMap<TabSession, { key: string; redactor: Redactor }>();

export function redactorFor(session: TabSession): Redactor {
  const key = session.conversation?.key ?? '';
  const known = namesOn(session);
  const before = kept.get(session);
  if (before?.key === key) {
    before.redactor.meet(known);
    for (const { text } of session.messages.slice(-NEWEST)) before.redactor.redact(text);
    return before.redactor;
  }
  const conversation = session.messages.map(({ text }) => text);
  const redactor = createRedactor({ known, conversation });
  kept.set(session, { key, redactor });
  return redactor;
}

/** Every name that the page shows, so that none of them leaves. */
function namesOn({ messages, conversation }: TabSession): string[] {
  const names = new Set(messages.flatMap(({ author }) => author ?? []));
  if (conversation) names.add(conversation.title).add(conversation.key);
  return [...names];
}

/** Random letters and digits, new for every request. */
export function nonce(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))]
    .map((byte) => byte.toString(36).padStart(2, '0'))
    .join('');
}
