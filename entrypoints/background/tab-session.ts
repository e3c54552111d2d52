import type { DraftInput } from '@/utils/coaching/moment';
import type { ConversationRef } from '@/utils/conversation/delta';
import type { Message } from '@/utils/conversation/message';
import type { Intent } from '@/utils/messaging/intents';
import { PRACTICE_ORIGIN } from '@/utils/messaging/practice-note';
import type { PracticeReadingsReply } from '@/utils/messaging/practice-protocol';
import type { ReaderReply } from '@/utils/messaging/reader-answers';
import type { ReaderMessage } from '@/utils/messaging/reader-protocol';
import type { RewordRequest } from '@/utils/messaging/reword-stream';
import type { Engine as HintEngine, PageState, View } from '@/utils/messaging/view';
import type { ConversationRecord, SessionArea } from '@/utils/storage/tab-record';
import { allowsHost, changeRecord, notePractice } from './change-record';
import { ConversationInsight, type Outlook } from './conversation-insight';
import type { Engine } from './engine';
import { ModelUse } from './model-use';
import { PageSight } from './page-sight';
import { practiceView } from './practice-view';
import { openSafety } from './safety-watch';
import { buildView } from './session-view';
import { TabMemory } from './tab-memory';
import { Transcript, type RecallName } from './transcript';
import { USUAL_CHOICES, type Choices } from './usual-choices';

export interface SessionWorld {
  area: SessionArea;
  engine: Engine;
  onChange(tabId: number): void;
  recallName?: RecallName;
}

/** What the worker knows of one tab. Calls must not overlap; `TabSessions` sees to that. */
export class TabSession {
  draft = '';
  readonly modelUse: ModelUse;
  /** The model that the panel named last. */
  private shownHost: string | undefined;
  private problem: View['problem'];
  private insight: ConversationInsight;
  private sight: PageSight;
  private transcript: Transcript;

  private constructor(
    private memory: TabMemory,
    private world: SessionWorld,
  ) {
    this.insight = new ConversationInsight(world.engine);
    this.transcript = new Transcript(memory, world.engine, world.recallName);
    this.modelUse = new ModelUse(memory, () => this.showAndSave());
    this.sight = new PageSight(memory.record.paused ? 'paused' : memory.current ? 'reading' : 'starting');
  }

  /** Resumes what is stored of the tab, unless it was another site's. */
  static async open(tabId: number, origin: string, world: SessionWorld): Promise<TabSession> {
    return new TabSession(await TabMemory.open(world.area, tabId, origin), world);
  }

  get tabId(): number {
    return this.memory.tabId;
  }

  get origin(): string {
    return this.memory.record.origin;
  }

  get state(): PageState {
    return this.sight.state;
  }

  get conversation(): ConversationRecord | undefined {
    return this.memory.current;
  }

  get messages(): readonly Message[] {
    return this.memory.messages;
  }

  /** The person lets this conversation go to the endpoint, and no safety cue is open. */
  mayAsk(host: string): boolean {
    return (
      allowsHost(this.conversation, host) &&
      this.state === 'reading' &&
      openSafety(this.conversation).length === 0
    );
  }

  /** What was read in the client's messages of the practice session in front. */
  practiceReadings(key: string): PracticeReadingsReply['readings'] {
    const record = this.conversation;
    if (this.origin !== PRACTICE_ORIGIN || record?.key !== key) return [];
    return this.messages.flatMap((message) => {
      if (message.side !== 'client') return [];
      const { reading } = this.insight.readingOf(message, record);
      return reading
        ? [{ id: message.id, label: reading.label, valence: reading.valence, arousal: reading.arousal }]
        : [];
    });
  }

  /** What a prompt about this conversation says besides its last turns. */
  get promptContext(): ReturnType<ConversationInsight['promptContext']> {
    return this.insight.promptContext(this.messages);
  }

  /** Messages of the conversation in front that were let go because it grew past its bounds. */
  get dropped(): number {
    return this.memory.dropped;
  }

  /** Cues, stage and balance of all that is known of the conversation. */
  get wholeOutlook(): Outlook {
    return this.insight.reckon(this.messages);
  }

  /** The draft of this conversation as the rules see it; null when it is another one by now. */
  draftInput(draft: string): DraftInput | null {
    const record = this.conversation;
    if (!record || draft !== this.draft) return null;
    return this.world.engine.withRules(this.insight.draftInput(draft, this.messages, record));
  }

  /**
   * Another way to say the draft, made on the device; null where there is none. While a safety cue is open there is
   * no help with wording, as with hints.
   */
  reword(request: Pick<RewordRequest, 'draft' | 'flag' | 'round'>): string | null {
    const record = this.conversation;
    if (!record || request.draft !== this.draft || openSafety(record).length > 0) return null;
    return this.insight.reword(request, this.messages, record);
  }

  /** Hints made on the device for the newest client message. */
  get hintTexts(): string[] {
    const record = this.conversation;
    return record
      ? (this.insight.hintsFor(this.messages, record, false)?.hints ?? []).map(({ text }) => text)
      : [];
  }

  /** @param frame the origin of what is in a frame inside of the page, when it speaks */
  async onReader(message: ReaderMessage, frame?: string): Promise<ReaderReply> {
    this.sight.hear();
    if (this.memory.record.paused) return 'pause';
    switch (message.kind) {
      case 'delta':
        return this.onDelta(message, frame);
      case 'hello':
        if (frame === undefined) this.sight.greet();
        return 'ok';
      case 'guess':
        return 'ok';
      case 'status':
        return this.onStatus(message);
      case 'draft':
        if (message.key !== this.conversation?.key) return 'ok';
        this.draft = message.text;
        this.changed();
        return 'ok';
    }
  }

  /** The frame that held the conversation is gone, or may not be read any more. */
  async loseFrame(): Promise<void> {
    this.sight.loseFrame();
    this.memory.record.current = -1;
    this.draft = '';
    await this.showAndSave();
  }

  private async onDelta(
    message: ReaderMessage & { kind: 'delta' },
    frame: string | undefined,
  ): Promise<ReaderReply> {
    const { session, seq, conversation, site, health } = message;
    const { record: tab } = this.memory;
    const isNew = session !== tab.session && seq === 0 && message.delta.kind === 'snapshot';
    if (!isNew && (session !== tab.session || seq !== tab.nextSeq)) return 'resync';
    tab.session = session;
    tab.nextSeq = seq + 1;
    const record = await this.select(conversation, site);
    if (message.practice && this.origin === PRACTICE_ORIGIN) notePractice(record, message.practice);
    record.isGuess = message.isGuess === true;
    record.frame = frame;
    await this.transcript.add(message.delta, record);
    this.sight.read(health);
    await this.showAndSave();
    return 'ok';
  }

  /** Another conversation may have come to the front. */
  private async select(conversation: ConversationRef, site: string): Promise<ConversationRecord> {
    const current = this.conversation;
    if (current?.key === conversation.key) {
      current.title = conversation.title;
      return current;
    }
    this.draft = '';
    this.insight = new ConversationInsight(this.world.engine);
    return this.memory.bringToFront(conversation, site);
  }

  private async onStatus(message: ReaderMessage & { kind: 'status' }): Promise<ReaderReply> {
    this.sight.note(message);
    if (message.status !== 'unreadable') {
      // No conversation is in front any more; what was read of it stays until it comes back.
      this.memory.record.current = -1;
      this.draft = '';
      await this.save();
    }
    this.changed();
    return 'ok';
  }

  /** Carries out what the panel asks of this tab. */
  async onIntent(intent: Intent): Promise<void> {
    const record = this.conversation;
    switch (intent.kind) {
      case 'follow':
      case 'wording':
      case 'allowed':
      case 'stop-site':
        return;
      case 'pause':
        this.memory.record.paused = true;
        this.sight.state = 'paused';
        this.draft = '';
        break;
      case 'resume':
        this.memory.record.paused = false;
        this.sight.state = 'starting';
        break;
      case 'again':
        if (record) this.nextRound(record);
        break;
      case 'dismiss-problem':
        this.problem = undefined;
        break;
      case 'who-is-who':
        if (record?.key !== intent.key) return;
        await this.transcript.rename(record, intent);
        break;
      case 'forget-who':
        if (record?.key !== intent.key) return;
        await this.transcript.forgetNames(record);
        break;
      default:
        if (record) changeRecord(record, intent, this.shownHost);
    }
    await this.save();
    this.changed();
  }

  /** A reader was just put into the page and should speak up. */
  expectReader(): void {
    this.sight.expectReader();
    this.changed();
  }

  /** Nothing was heard from the page: the extension was renewed under it, or it cannot run there. */
  missReader(): void {
    if (this.sight.missReader()) this.changed();
  }

  view(engine: HintEngine, choices: Choices = USUAL_CHOICES): View {
    this.shownHost = engine.kind === 'llm' ? engine.host : undefined;
    const { memory, insight, sight, draft } = this;
    const problem = this.problem ?? (this.world.engine.hasReadings ? undefined : 'analysis-failed');
    const view = buildView({ memory, insight, sight, draft, problem, engine, choices });
    return this.origin === PRACTICE_ORIGIN ? practiceView(view, this.conversation?.help ?? 'on') : view;
  }

  private nextRound(record: ConversationRecord): void {
    const hints = this.insight.hintsFor(this.messages, record, false);
    if (hints) record.round = { messageId: hints.messageId, round: hints.round + 1 };
  }

  /** The panel need not wait for the storage; the reader does, and sends again what was not stored. */
  private async showAndSave(): Promise<void> {
    this.changed();
    await this.save();
  }

  private async save(): Promise<void> {
    if (!(await this.memory.save())) this.problem = 'storage-full';
  }

  private changed(): void {
    this.world.onChange(this.tabId);
  }
}
