import type { ConversationRef } from '@/utils/conversation/delta';
import type { Message } from '@/utils/conversation/message';
import { ConversationLog } from '@/utils/storage/conversation-log';
import {
  emptyConversationRecord,
  emptyTabRecord,
  forgetConversation,
  loadLog,
  loadTab,
  MAX_CONVERSATIONS,
  saveTab,
  type ConversationRecord,
  type SessionArea,
  type TabRecord,
} from '@/utils/storage/tab-record';

/** Characters kept of a conversation when the browser's session storage is full. */
const SMALL = 100_000;

/** What is kept of one tab: its conversations, and the messages of the one in front. */
export class TabMemory {
  log = new ConversationLog();

  private constructor(
    private area: SessionArea,
    readonly tabId: number,
    readonly record: TabRecord,
  ) {}

  /** Resumes what is stored of the tab, unless it was another site's. */
  static async open(area: SessionArea, tabId: number, origin: string): Promise<TabMemory> {
    const stored = await loadTab(area, tabId);
    const memory = new TabMemory(area, tabId, stored?.origin === origin ? stored : emptyTabRecord(origin));
    const { current } = memory;
    if (current) memory.log = await loadLog(area, tabId, current);
    return memory;
  }

  /** The conversation in front. */
  get current(): ConversationRecord | undefined {
    return this.record.conversations.find(({ slot }) => slot === this.record.current);
  }

  get messages(): readonly Message[] {
    return this.current ? this.log.messages : [];
  }

  /** Messages of the conversation in front that were let go because it grew past its bounds. */
  get dropped(): number {
    return this.current ? this.log.dropped : 0;
  }

  find(key: string): ConversationRecord | undefined {
    return this.record.conversations.find((one) => one.key === key);
  }

  /** Brings a conversation to the front, loading what is stored of it. The least recently read make room. */
  async bringToFront({ key, title }: ConversationRef, site: string): Promise<ConversationRecord> {
    let record = this.find(key);
    if (record) this.log = await loadLog(this.area, this.tabId, record);
    else {
      record = emptyConversationRecord(this.record.nextSlot++, key, title, site);
      this.log = new ConversationLog();
    }
    record.title = title;
    const others = this.record.conversations.filter((other) => other !== record);
    const gone = others.splice(0, Math.max(0, others.length + 1 - MAX_CONVERSATIONS));
    for (const { slot } of gone) await forgetConversation(this.area, this.tabId, slot);
    this.record.conversations = [...others, record];
    this.record.current = record.slot;
    return record;
  }

  /** False when the session storage was full and something had to go. */
  async save(): Promise<boolean> {
    const record = this.current;
    const dirty = this.log.takeDirty();
    if (record) Object.assign(record, { chunks: this.log.chunkCount, dropped: this.log.dropped });
    try {
      await saveTab(this.area, this.tabId, this.record, record?.slot ?? -1, record ? dirty : new Map());
      return true;
    } catch {
      await this.saveLess(record);
      return false;
    }
  }

  /** The conversations not in front go first, then the oldest messages. */
  private async saveLess(record: ConversationRecord | undefined): Promise<void> {
    for (const { slot } of this.record.conversations) await forgetConversation(this.area, this.tabId, slot);
    this.record.conversations = record ? [record] : [];
    if (!record) return;
    this.log.shrink(SMALL);
    const small = new ConversationLog(0, this.log.dropped);
    small.apply({ kind: 'snapshot', messages: [...this.log.messages] });
    this.log = small;
    Object.assign(record, { chunks: small.chunkCount, dropped: small.dropped });
    await saveTab(this.area, this.tabId, this.record, record.slot, small.takeDirty());
  }
}
