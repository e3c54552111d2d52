import { messagesIn, type ConversationRef } from '@/utils/conversation/delta';
import type { Message } from '@/utils/conversation/message';
import { categorySchema } from '@/utils/analysis/reading';
import type { Intent } from '@/utils/messaging/intents';
import { addUsage, NO_USAGE, type CallUsage } from '@/utils/llm/usage';
import { buildPoints, buildUsage, countSides } from '@/utils/messaging/build-view';
import type { OutgoingText } from '@/utils/messaging/outgoing';
import type { SecondReading } from '@/utils/suggestions/llm/second-reading';
import { buildCues } from '@/utils/messaging/build-cues';
import type { ReaderReply } from '@/utils/messaging/reader-answers';
import type { ReaderMessage } from '@/utils/messaging/reader-protocol';
import type { Health } from '@/utils/messaging/health';
import type { Engine as HintEngine, PageState, ShownDraftCheck, View } from '@/utils/messaging/view';
import { ConversationLog } from '@/utils/storage/conversation-log';
import {
  emptyConversationRecord,
  emptyTabRecord,
  forgetConversation,
  loadLog,
  loadTab,
  MAX_CONVERSATIONS,
  saveTab,
  without,
  type ConversationRecord,
  type SessionArea,
  type TabRecord,
} from '@/utils/storage/tab-record';
import { USUAL_CHOICES, type Choices } from './usual-choices';
import { ConversationInsight, type Outlook } from './conversation-insight';
import type { Engine } from './engine';
import { flagIdSchema, type FlagId } from '@/utils/coaching/draft-rule';
import { openSafety, watchSafety } from './safety-watch';

/** Second readings kept of one conversation: as many as the timeline draws. */
const MAX_SECOND = 200;
/** Ids that no rule has any more are left out. */
function flagIdsIn(ids: readonly string[]): FlagId[] {
  return ids.flatMap((id) => flagIdSchema.safeParse(id).data ?? []);
}

/** Characters kept of a conversation when the browser's session storage is full. */
const SMALL = 100_000;

export interface SessionWorld {
  area: SessionArea;
  engine: Engine;
  onChange(tabId: number): void;
}

/** What the worker knows of one tab. Calls must not overlap; `TabSessions` sees to that. */
export class TabSession {
  state: PageState = 'starting';
  draft = '';
  /** The model that the panel named last. */
  private shownHost: string | undefined;
  /** What went to a language model last, with its conversation. In memory alone. */
  private sent: { key: string; outgoing: OutgoingText } | undefined;
  private log = new ConversationLog();
  private health: Health | undefined;
  private problem: View['problem'];
  private insight: ConversationInsight;
  private isWaiting = false;

  private constructor(
    readonly tabId: number,
    private record: TabRecord,
    private world: SessionWorld,
  ) {
    this.insight = new ConversationInsight(world.engine);
  }

  /** Resumes what is stored of the tab, unless it was another site's. */
  static async open(tabId: number, origin: string, world: SessionWorld): Promise<TabSession> {
    const stored = await loadTab(world.area, tabId);
    const session = new TabSession(tabId, stored?.origin === origin ? stored : emptyTabRecord(origin), world);
    const current = session.conversation;
    if (current) {
      session.log = await loadLog(world.area, tabId, current);
      session.state = session.record.paused ? 'paused' : 'reading';
    } else if (session.record.paused) session.state = 'paused';
    return session;
  }

  get origin(): string {
    return this.record.origin;
  }

  get conversation(): ConversationRecord | undefined {
    return this.record.conversations.find(({ slot }) => slot === this.record.current);
  }

  get messages(): readonly Message[] {
    return this.conversation ? this.log.messages : [];
  }

  /** The person lets this conversation go to the endpoint, and no safety cue is open. */
  mayAsk(host: string): boolean {
    return this.allows(host) && this.state === 'reading' && openSafety(this.conversation).length === 0;
  }

  /** Consent is for the one model whose name the person saw when they gave it. */
  private allows(host: string): boolean {
    const record = this.conversation;
    return record?.llmAllowed === true && (record.llmAllowedFor ?? host) === host;
  }

  /** What a prompt about this conversation says besides its last turns. */
  get promptContext(): ReturnType<ConversationInsight['promptContext']> {
    return this.insight.promptContext(this.messages);
  }

  /** Messages of the conversation in front that were let go because it grew past its bounds. */
  get dropped(): number {
    return this.conversation ? this.log.dropped : 0;
  }

  /** Cues, stage and balance of all that is known of the conversation. */
  get wholeOutlook(): Outlook {
    return this.insight.reckon(this.messages);
  }

  /** What was sent last of the conversation in front. */
  get lastSent(): OutgoingText | null {
    return this.sent !== undefined && this.sent.key === this.conversation?.key ? this.sent.outgoing : null;
  }

  noteSent(outgoing: OutgoingText): void {
    const key = this.conversation?.key;
    if (key !== undefined) this.sent = { key, outgoing };
  }

  /** Adds what a call cost to the conversation that it was made for, even when another is in front by now. */
  async noteUsage(key: string, call: CallUsage): Promise<void> {
    const record = this.record.conversations.find((one) => one.key === key);
    if (!record) return;
    record.usage = addUsage(record.usage ?? NO_USAGE, call);
    this.changed();
    await this.save();
  }

  /** Keeps what a language model made of a message. */
  async noteReading(key: string, messageId: string, reading: SecondReading): Promise<void> {
    const record = this.record.conversations.find((one) => one.key === key);
    if (!record) return;
    const others = Object.entries(record.secondReadings ?? {}).filter(([id]) => id !== messageId);
    record.secondReadings = Object.fromEntries([...others.slice(1 - MAX_SECOND), [messageId, reading]]);
    this.changed();
    await this.save();
  }

  /** Hints made on the device for the newest client message. */
  get hintTexts(): string[] {
    const record = this.conversation;
    return record
      ? (this.insight.hintsFor(this.messages, record, false)?.hints ?? []).map(({ text }) => text)
      : [];
  }

  async onReader(message: ReaderMessage): Promise<ReaderReply> {
    this.isWaiting = false;
    if (this.record.paused) return 'pause';
    switch (message.kind) {
      case 'delta':
        return this.onDelta(message);
      case 'status':
        return this.onStatus(message);
      case 'draft':
        if (message.key !== this.conversation?.key) return 'ok';
        this.draft = message.text;
        this.changed();
        return 'ok';
    }
  }

  private async onDelta(message: ReaderMessage & { kind: 'delta' }): Promise<ReaderReply> {
    const { session, seq, conversation, site, delta, health } = message;
    const isNew = session !== this.record.session && seq === 0 && delta.kind === 'snapshot';
    if (!isNew && (session !== this.record.session || seq !== this.record.nextSeq)) return 'resync';
    this.record.session = session;
    this.record.nextSeq = seq + 1;
    const record = await this.select(conversation, site);
    this.log.apply(delta);
    watchSafety(delta, this.log, record, this.world.engine);
    const clients = messagesIn(delta).filter(({ side }) => side === 'client');
    await this.world.engine.learnLanguages(clients.map(({ text }) => text));
    this.health = health;
    this.state = 'reading';
    // The panel need not wait for the storage; the reader does, and sends again what was not stored.
    this.changed();
    await this.save();
    return 'ok';
  }

  private async onStatus({ status, health }: ReaderMessage & { kind: 'status' }): Promise<ReaderReply> {
    this.state = status === 'searching' ? 'starting' : status === 'failed' ? 'unreadable' : status;
    if (health) this.health = health;
    if (status !== 'unreadable') {
      // No conversation is in front any more; what was read of it stays until it comes back.
      this.record.current = -1;
      this.draft = '';
      await this.save();
    }
    this.changed();
    return 'ok';
  }

  /** Brings a conversation to the front, loading what is stored of it. */
  private async select({ key, title }: ConversationRef, site: string): Promise<ConversationRecord> {
    const current = this.conversation;
    if (current?.key === key) {
      current.title = title;
      return current;
    }
    this.draft = '';
    this.insight = new ConversationInsight(this.world.engine);
    let record = this.record.conversations.find((candidate) => candidate.key === key);
    if (record) this.log = await loadLog(this.world.area, this.tabId, record);
    else {
      record = emptyConversationRecord(this.record.nextSlot++, key, title, site);
      this.log = new ConversationLog();
    }
    record.title = title;
    const others = this.record.conversations.filter((other) => other !== record);
    const gone = others.splice(0, Math.max(0, others.length + 1 - MAX_CONVERSATIONS));
    for (const { slot } of gone) await forgetConversation(this.world.area, this.tabId, slot);
    this.record.conversations = [...others, record];
    this.record.current = record.slot;
    return record;
  }

  /** Carries out what the panel asks; false when it is not for a session. */
  async onIntent(intent: Intent): Promise<void> {
    const record = this.conversation;
    switch (intent.kind) {
      case 'pause':
        this.record.paused = true;
        this.state = 'paused';
        this.draft = '';
        break;
      case 'resume':
        this.record.paused = false;
        this.state = 'starting';
        break;
      case 'again':
        if (record) this.nextRound(record);
        break;
      case 'acknowledge-safety': {
        const cue = record?.safety[intent.messageId];
        if (cue) cue.acknowledged = true;
        break;
      }
      case 'correct':
        if (record && intent.label !== null && categorySchema.safeParse(intent.label).success) {
          record.corrections[intent.messageId] = intent.label;
        } else if (record) record.corrections = without(record.corrections, intent.messageId);
        break;
      case 'allow-llm':
        if (!record) break;
        record.llmAllowed = intent.allow === true;
        record.llmDeclined = intent.allow === false;
        if (record.llmAllowed && this.shownHost !== undefined) record.llmAllowedFor = this.shownHost;
        break;
      case 'flag': {
        if (!record || intent.where !== 'here') break;
        const others = (record.flagsOff ?? []).filter((other) => other !== intent.flag);
        record.flagsOff = intent.on ? others : [...others, intent.flag];
        break;
      }
      case 'dismiss-problem':
        this.problem = undefined;
        break;
      case 'follow':
      case 'wording':
      case 'allowed':
      case 'stop-site':
        return;
    }
    await this.save();
    this.changed();
  }

  /** A reader was just put into the page and should speak up. */
  expectReader(): void {
    this.isWaiting = true;
    if (this.state !== 'paused') this.state = 'starting';
    this.changed();
  }

  /** Nothing was heard from the page: the extension was renewed under it, or it cannot run there. */
  missReader(): void {
    if (!this.isWaiting || this.state === 'paused') return;
    this.state = 'outdated';
    this.changed();
  }

  view(engine: HintEngine, { spending, wording, flagsOff }: Choices = USUAL_CHOICES): View {
    this.shownHost = engine.kind === 'llm' ? engine.host : undefined;
    const record = this.conversation;
    const { messages } = this;
    const { dropped } = this.log;
    const safety = openSafety(record);
    const hints = record && this.insight.hintsFor(messages, record, safety.length > 0, wording.style);
    const reading = (message: Message) => this.insight.readingOf(message, record);
    const problem = this.problem ?? (this.world.engine.hasReadings ? undefined : 'analysis-failed');
    return {
      tabId: this.tabId,
      state: this.state,
      origin: this.origin,
      ...(problem && { problem }),
      ...(record && { site: record.site, conversation: { key: record.key, title: record.title } }),
      ...(this.health && { health: this.health }),
      counts: countSides(messages, record ? dropped : 0),
      points: buildPoints({
        messages,
        dropped,
        reading,
        second: ({ id }) => record?.secondReadings?.[id],
      }),
      safety,
      ...(hints && { hints }),
      ...(record && this.coaching(messages, dropped)),
      ...(this.draft !== '' && { draft: this.draft }),
      ...(record && this.draft.trim() !== '' && { draftCheck: this.checkDraft(record, flagsOff) }),
      wording,
      engine: this.engineFor(engine),
      ...buildUsage(record?.usage, spending),
    };
  }

  /** What there is to say of the draft, but for what the person does not want to hear. */
  private checkDraft(record: ConversationRecord, flagsOff: readonly FlagId[]): ShownDraftCheck {
    const here = flagIdsIn(record.flagsOff ?? []);
    return this.insight.checkDraft(this.draft, this.messages, record, new Set([...flagsOff, ...here]));
  }

  /** The engine with what the person decided for this conversation. */
  private engineFor(engine: HintEngine): HintEngine {
    if (engine.kind !== 'llm') return engine;
    const declined = this.conversation?.llmDeclined === true;
    return { ...engine, allowed: this.allows(engine.host), ...(declined && { declined }) };
  }

  /** What waits for an answer, and how the talking is shared. */
  private coaching(messages: readonly Message[], dropped: number): Pick<View, 'cues' | 'balance'> {
    const { cues, balance } = this.insight.outlook(messages);
    return { cues: buildCues({ messages, dropped, cues }), balance };
  }

  private nextRound(record: ConversationRecord): void {
    const hints = this.insight.hintsFor(this.messages, record, false);
    if (hints) record.round = { messageId: hints.messageId, round: hints.round + 1 };
  }

  private async save(): Promise<void> {
    const record = this.conversation;
    const dirty = this.log.takeDirty();
    if (record) Object.assign(record, { chunks: this.log.chunkCount, dropped: this.log.dropped });
    try {
      await saveTab(this.world.area, this.tabId, this.record, record?.slot ?? -1, record ? dirty : new Map());
    } catch {
      await this.saveLess();
    }
  }

  /** The session storage is full: the conversations not in front go first, then the oldest messages. */
  private async saveLess(): Promise<void> {
    this.problem = 'storage-full';
    const record = this.conversation;
    for (const { slot } of this.record.conversations)
      await forgetConversation(this.world.area, this.tabId, slot);
    this.record.conversations = record ? [record] : [];
    if (!record) return;
    this.log.shrink(SMALL);
    const small = new ConversationLog(0, this.log.dropped);
    small.apply({ kind: 'snapshot', messages: [...this.log.messages] });
    this.log = small;
    Object.assign(record, { chunks: small.chunkCount, dropped: small.dropped });
    await saveTab(this.world.area, this.tabId, this.record, record.slot, small.takeDirty());
  }

  private changed(): void {
    this.world.onChange(this.tabId);
  }
}
