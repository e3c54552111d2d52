import { z } from '../schema';
import { safetyCueSchema } from '../analysis/safety-cue';
import { conversationRefSchema } from '../conversation/delta';
import { whoSchema } from '../conversation/who-is-who';
import { usageSchema } from '../llm/usage';
import { helpSchema } from '../practice/help';
import { secondReadingSchema } from '../suggestions/llm/second-reading';
import { chunkSchema, ConversationLog, type Chunk } from './conversation-log';

/** Conversations remembered of one tab, the least recently read go first. */
export const MAX_CONVERSATIONS = 6;

const conversationRecordSchema = z.extend(conversationRefSchema, {
  /** Number under which its chunks are stored. */
  slot: z.int(),
  site: z.string(),
  chunks: z.int(),
  dropped: z.int(),
  /**
   * Safety cues by message id. They are kept apart from the messages, so that a cue stays until the
   * supporter acknowledges it even when its message was taken back or let go.
   */
  safety: z.record(
    z.string(),
    z.object({ acknowledged: z.boolean(), n: z.int(), cue: safetyCueSchema, quote: z.string() }),
  ),
  /** The person's own labels, by message id. */
  corrections: z.record(z.string(), z.string()),
  /** How often other hints were asked for, for which message. */
  round: z.object({ messageId: z.string(), round: z.int() }),
  /** The person allows this conversation to go, redacted, to the configured endpoint. */
  llmAllowed: z.boolean(),
  /** They chose to keep it on the device. */
  llmDeclined: z.optional(z.boolean()),
  /** The host of that endpoint, so that a change of it asks anew. */
  llmAllowedFor: z.optional(z.string()),
  /** Remarks about drafts that are not wanted in this conversation. */
  flagsOff: z.optional(z.array(z.string())),
  /** What a language model made of messages, by message id. */
  secondReadings: z.optional(z.record(z.string(), secondReadingSchema)),
  /** What its calls cost so far. */
  usage: z.optional(usageSchema),
  /** What the person said of the names in it. */
  who: z.optional(whoSchema),
  /** No adapter knows the page; it is read by what it looks like. */
  isGuess: z.optional(z.boolean()),
  /** It stands in a frame of the page: the origin of what is in it. */
  frame: z.optional(z.string()),
  /** Of a practice session: how much help it has beside it. */
  help: z.optional(helpSchema),
});
export type ConversationRecord = z.infer<typeof conversationRecordSchema>;

export const tabRecordSchema = z.object({
  version: z.literal(1),
  origin: z.string(),
  paused: z.boolean(),
  /** The reader's run and the number of its next delta. */
  session: z.string(),
  nextSeq: z.int(),
  /** Slot of the conversation in front; -1 when none is. */
  current: z.int(),
  nextSlot: z.int(),
  conversations: z.array(conversationRecordSchema),
  /** The person's own name on this site, as they said. */
  me: z.optional(z.string()),
});
export type TabRecord = z.infer<typeof tabRecordSchema>;

/** The part of `storage.session` that is needed, so that tests can hand in their own. */
export interface SessionArea {
  get(keys: string | string[] | null): Promise<Record<string, unknown>>;
  set(items: Record<string, unknown>): Promise<void>;
  remove(keys: string | string[]): Promise<void>;
}

const tabKey = (tabId: number) => `tab:${tabId}`;
const chunkKey = (tabId: number, slot: number, chunk: number) => `chunk:${tabId}:${slot}:${chunk}`;

export function emptyTabRecord(origin: string): TabRecord {
  return {
    version: 1,
    origin,
    paused: false,
    session: '',
    nextSeq: 0,
    current: -1,
    nextSlot: 0,
    conversations: [],
  };
}

export function emptyConversationRecord(
  slot: number,
  key: string,
  title: string,
  site: string,
): ConversationRecord {
  const round = { messageId: '', round: 0 };
  return {
    slot,
    key,
    title,
    site,
    chunks: 0,
    dropped: 0,
    safety: {},
    corrections: {},
    round,
    llmAllowed: false,
  };
}

/** The same record without one of its keys. */
export function without<T>(record: Readonly<Record<string, T>>, key: string): Record<string, T> {
  return Object.fromEntries(Object.entries(record).filter(([own]) => own !== key));
}

/** Null when nothing valid is stored: what another version wrote is not guessed at. */
export async function loadTab(area: SessionArea, tabId: number): Promise<TabRecord | null> {
  const stored = await area.get(tabKey(tabId));
  const parsed = tabRecordSchema.safeParse(stored[tabKey(tabId)]);
  return parsed.success ? parsed.data : null;
}

export async function loadLog(
  area: SessionArea,
  tabId: number,
  { slot, chunks, dropped }: ConversationRecord,
): Promise<ConversationLog> {
  const keys = Array.from({ length: chunks }, (_, chunk) => chunkKey(tabId, slot, chunk));
  const stored = keys.length > 0 ? await area.get(keys) : {};
  const valid = keys.map((key): Chunk => chunkSchema.safeParse(stored[key]).data ?? []);
  return ConversationLog.fromChunks(valid, dropped);
}

/** Writes the record and only those chunks that changed, in one go. */
export async function saveTab(
  area: SessionArea,
  tabId: number,
  record: TabRecord,
  slot: number,
  dirty: ReadonlyMap<number, Chunk>,
): Promise<void> {
  const items: Record<string, unknown> = { [tabKey(tabId)]: record };
  for (const [chunk, entries] of dirty) items[chunkKey(tabId, slot, chunk)] = entries;
  await area.set(items);
}

export async function forgetConversation(area: SessionArea, tabId: number, slot: number): Promise<void> {
  await removeWhere(area, (key) => key.startsWith(`chunk:${tabId}:${slot}:`));
}

export async function forgetTab(area: SessionArea, tabId: number): Promise<void> {
  await removeWhere(area, (key) => key === tabKey(tabId) || key.startsWith(`chunk:${tabId}:`));
}

/** Tabs of which something is stored. */
export async function storedTabs(area: SessionArea): Promise<number[]> {
  const keys = Object.keys(await area.get(null));
  return keys.filter((key) => key.startsWith('tab:')).map((key) => Number(key.slice(4)));
}

async function removeWhere(area: SessionArea, isIt: (key: string) => boolean): Promise<void> {
  const keys = Object.keys(await area.get(null)).filter(isIt);
  if (keys.length > 0) await area.remove(keys);
}
