import { handoffNote } from '@/utils/aftercare/handoff-note';
import { lookBack } from '@/utils/aftercare/look-back';
import type { AfterChat, AfterChatRequest } from '@/utils/messaging/after-chat';
import { createRedactor } from '@/utils/privacy/redact/redactor';
import type { TabSession } from './tab-session';

/** Looks back on the tab's conversation. Nothing of it leaves the device or is stored. */
export async function serveAfterChat(
  { tabId }: AfterChatRequest,
  sessionOf: (tabId: number) => Promise<TabSession | null>,
): Promise<{ after: AfterChat | null }> {
  const session = await sessionOf(tabId);
  const record = session?.conversation;
  if (!session || !record) return { after: null };
  const { messages, dropped } = session;
  const { cues, balance } = session.wholeOutlook;
  const look = lookBack(messages, cues, dropped);
  const redactor = createRedactor({
    known: [record.title, ...messages.flatMap(({ author }) => author ?? [])],
    conversation: messages.map(({ text }) => text),
  });
  const note = handoffNote({
    messages: dropped + messages.length,
    look,
    safety: Object.values(record.safety)
      .sort((a, b) => a.n - b.n)
      .map(({ n, quote }) => ({ n, text: quote })),
    redact: (text) => redactor.redact(text).text,
  });
  return { after: { ...look, balance, note } };
}
