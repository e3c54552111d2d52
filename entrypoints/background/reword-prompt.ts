import { remarkOf } from '@/utils/coaching/check-draft';
import type { DraftInput } from '@/utils/coaching/moment';
import { buildRewordPrompt, type RewordPrompt } from '@/utils/coaching/reword/llm/prompt';
import type { OutgoingText } from '@/utils/messaging/outgoing';
import type { RewordRequest } from '@/utils/messaging/reword-stream';
import type { Redactor } from '@/utils/privacy/redact/redactor';
import { loadHouseRules } from '@/utils/storage/settings';
import { nonce, redactorFor, textOf } from './prompt-for';
import type { TabSession } from './tab-session';

/** A request for another way to say a draft, with the redactor that can read its answer, and the text to look at. */
export interface PreparedReword {
  prompt: RewordPrompt;
  redactor: Redactor;
  input: DraftInput;
  outgoing: OutgoingText;
}

/**
 * What a language model would be sent about a draft; `seen` are other ways that the person knows already. Null when
 * the draft has changed since, or nothing is remarked on it any more.
 */
export async function rewordPromptFor(
  session: TabSession,
  { draft, flag: id }: Pick<RewordRequest, 'draft' | 'flag'>,
  seen: readonly string[],
): Promise<PreparedReword | null> {
  const input = session.draftInput(draft);
  const flag = input && remarkOf(input, id);
  if (!input || !flag) return null;
  const redactor = redactorFor(session);
  const houseRules = await loadHouseRules();
  const { messages } = session;
  const prompt = buildRewordPrompt({ messages, redactor, nonce: nonce(), houseRules, draft, flag, seen });
  return prompt && { prompt, redactor, input, outgoing: textOf(prompt, prompt.targetId) };
}
