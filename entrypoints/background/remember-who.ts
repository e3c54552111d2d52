import type { Message } from '@/utils/conversation/message';
import { onlyOther, type Who } from '@/utils/conversation/who-is-who';
import type { Intent } from '@/utils/messaging/intents';
import type { ConversationRecord, TabRecord } from '@/utils/storage/tab-record';

/** What the person said of names in this conversation; their own name holds for the whole site, but not for what is framed in it. */
export function whoIsWho({ me }: TabRecord, { who, frame }: ConversationRecord): Who {
  return { ...(me !== undefined && frame === undefined && { me }), ...who };
}

/** Keeps an answer, so that it is never asked for again; null takes all answers back. */
export function rememberWho(
  tab: TabRecord,
  record: ConversationRecord,
  { about, name }: Intent & { kind: 'who-is-who' },
  messages: readonly Message[],
): void {
  record.who = { ...record.who, [about]: name };
  if (about !== 'me' || name === null) return;
  if (record.frame === undefined) tab.me = name;
  const other = onlyOther(messages, name);
  if (other !== null) record.who.client = other;
}
