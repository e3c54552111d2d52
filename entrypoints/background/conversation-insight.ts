import type { CodedSpan } from '@/utils/analysis/codes/code';
import type { TrackedCues } from '@/utils/analysis/cues/cue';
import { trackCues } from '@/utils/analysis/cues/track-cues';
import { categorySchema, type Reading } from '@/utils/analysis/reading';
import type { DraftCheck } from '@/utils/coaching/check-draft';
import type { FlagId } from '@/utils/coaching/draft-rule';
import { measureBalance, type Balance } from '@/utils/conversation/balance';
import type { Message } from '@/utils/conversation/message';
import type { Wording } from '@/utils/suggestions/wording';
import { clientAskedForAdvice, estimateStage, type Stage } from '@/utils/conversation/stage';
import type { PromptInput } from '@/utils/suggestions/llm/build-prompt';
import { RollingSummary } from '@/utils/suggestions/llm/rolling-summary';
import type { HintSet, ShownDraftCheck } from '@/utils/messaging/view';
import type { ConversationRecord } from '@/utils/storage/tab-record';
import type { RewordRequest } from '@/utils/messaging/reword-stream';
import type { SuggestInput } from '@/utils/suggestions/device/suggest';
import type { Engine, PlainDraft } from './engine';

/** Messages that the hint engine looks at. */
const HINT_WINDOW = 120;
/** Hint texts remembered so that none is offered twice in a row. */
const RECENT_HINTS = 30;
/** Open cues and earlier words that a prompt is offered; it takes what fits. */
const PROMPT_CUES = 6;
const PROMPT_EARLIER = 8;

/** Where a conversation stands. */
export interface Outlook {
  cues: TrackedCues;
  stage: Stage;
  balance: Balance;
  /** Behaviour codes of the supporter's messages, by id. */
  codes: ReadonlyMap<string, readonly CodedSpan[]>;
}

/** Readings and hints of the conversation in front. All of it can be made anew, so none of it is stored. */
export class ConversationInsight {
  private readings = new Map<string, { text: string; reading: Reading | null }>();
  private codes = new Map<string, { text: string; codes: readonly CodedSpan[] }>();
  private hints: { set: HintSet; text: string; style: Wording['style'] } | undefined;
  private recent: string[] = [];
  private draftCheck: { of: readonly Message[]; key: string; check: ShownDraftCheck } | undefined;
  private summary = new RollingSummary();
  private lastOutlook: { of: readonly Message[]; outlook: Outlook } | undefined;

  constructor(private engine: Engine) {}

  /** The reading of a message, under the person's own label where there is one. */
  readingOf(
    { id, text }: Message,
    record: ConversationRecord | undefined,
  ): { reading: Reading | null; corrected: boolean } {
    let cached = this.readings.get(id);
    if (cached?.text !== text) {
      cached = { text, reading: this.engine.read(text) };
      this.readings.set(id, cached);
    }
    const own = categorySchema.safeParse(record?.corrections[id]);
    if (!own.success || !cached.reading) return { reading: cached.reading, corrected: false };
    return { reading: { ...cached.reading, label: own.data }, corrected: true };
  }

  /** What a prompt says besides the last turns. */
  promptContext(
    messages: readonly Message[],
  ): Pick<PromptInput, 'stage' | 'openCues' | 'remembered' | 'allowAdvice'> {
    const window = messages.slice(-HINT_WINDOW);
    const { cues, stage } = this.outlook(messages);
    const byId = new Map(window.map(({ id, text }) => [id, text]));
    const last = window.findLast(({ side, deleted }) => side === 'client' && !deleted);
    const isAsked = last !== undefined && clientAskedForAdvice(last.text) !== null;
    const openCues = [...cues.open]
      .sort((a, b) => b.weight - a.weight)
      .slice(0, PROMPT_CUES)
      .flatMap(({ id, start, end, weight }) => {
        const text = byId.get(id);
        return text === undefined ? [] : [{ id, text, start, end, weight }];
      });
    this.summary.update(messages);
    return {
      stage,
      openCues,
      remembered: (shown) => this.summary.before(shown, PROMPT_EARLIER),
      allowAdvice: isAsked || stage === 'action',
    };
  }

  /** Cues, stage and balance of the newest messages; reckoned anew only when these are others, not for what is older. */
  outlook(messages: readonly Message[]): Outlook {
    const newest = messages.slice(-HINT_WINDOW);
    const before = this.lastOutlook?.of;
    const isSame = before?.length === newest.length && before.every((message, n) => message === newest[n]);
    if (!this.lastOutlook || !isSame) this.lastOutlook = { of: newest, outlook: this.reckon(newest) };
    return this.lastOutlook.outlook;
  }

  /** Cues, stage and balance of all these messages, reckoned anew. */
  reckon(messages: readonly Message[]): Outlook {
    const codes = this.codesOf(messages);
    const readings = new Map<string, Reading>();
    for (const message of messages) {
      const reading = message.side === 'client' ? this.readingOf(message, undefined).reading : null;
      if (reading) readings.set(message.id, reading);
    }
    const cues = trackCues(messages, { codes, readings });
    const stage = estimateStage(messages, codes, cues);
    return { cues, stage, balance: measureBalance(messages, codes), codes };
  }

  /** What there is to say of a draft as it stands; looked at once for each draft. */
  checkDraft(
    draft: string,
    messages: readonly Message[],
    record: ConversationRecord,
    off: ReadonlySet<FlagId>,
  ): ShownDraftCheck {
    const key = JSON.stringify([draft, ...off]);
    if (this.draftCheck?.of !== messages || this.draftCheck.key !== key) {
      const input = { ...this.draftInput(draft, messages, record), off };
      this.draftCheck = { of: messages, key, check: this.shownCheck(this.engine.checkDraft(input)) };
    }
    return this.draftCheck.check;
  }

  /** A draft with all that is known of the conversation. */
  draftInput(draft: string, messages: readonly Message[], record: ConversationRecord): PlainDraft {
    const { cues, stage, balance, codes } = this.outlook(messages);
    const safetyCues = Object.entries(record.safety).map(([id, { cue }]) => ({ id, cue }));
    return { draft, messages, codes, openCues: cues.open, stage, balance, safetyCues };
  }

  /** Another way to say a draft, from its words and the client's; null where none passes. */
  reword(
    { draft, flag, round }: Pick<RewordRequest, 'draft' | 'flag' | 'round'>,
    messages: readonly Message[],
    record: ConversationRecord,
  ): string | null {
    const talk = this.hintInput(messages, record);
    const hints = (again: number) => this.engine.suggest({ ...talk, round: again }).hints;
    return this.engine.reword({ ...this.draftInput(draft, messages, record), flag, round, hints });
  }

  /** As the panel shows it: what quotes the client shows no method. */
  private shownCheck({ flags, good, unread }: DraftCheck): ShownDraftCheck {
    return {
      flags: flags.map(({ id, name, spans, because, direction, canReword }) => ({
        id,
        name,
        spans,
        because: this.engine.maskMethods(because),
        direction,
        canReword,
      })),
      ...(good && { good: good.text }),
      ...(unread !== undefined && unread !== 'empty' && { unread }),
    };
  }

  /** Behaviour codes of the supporter's messages; what was coded before is not coded again. */
  private codesOf(messages: readonly Message[]): ReadonlyMap<string, readonly CodedSpan[]> {
    const coded = new Map<string, { text: string; codes: readonly CodedSpan[] }>();
    let client: string | undefined;
    for (const { id, side, text } of messages) {
      if (side === 'client') client = text;
      if (side !== 'supporter') continue;
      const known = this.codes.get(id);
      coded.set(id, known?.text === text ? known : { text, codes: this.engine.codeMessage(text, client) });
    }
    this.codes = coded;
    return new Map([...coded].map(([id, { codes }]) => [id, codes]));
  }

  /** Hints for the newest client message; none while a safety cue is open, whatever else is known. */
  hintsFor(
    messages: readonly Message[],
    record: ConversationRecord,
    isSafetyOpen: boolean,
    style: Wording['style'] = 'sentences',
  ): HintSet | undefined {
    const last = messages.findLast(({ side, deleted }) => side === 'client' && !deleted);
    if (!last) return undefined;
    const round = record.round.messageId === last.id ? record.round.round : 0;
    if (isSafetyOpen) return { messageId: last.id, hints: [], reason: 'safety', round };
    const known = this.hints;
    if (
      known?.set.messageId === last.id &&
      known.set.round === round &&
      known.text === last.text &&
      known.style === style
    ) {
      return known.set;
    }
    const { hints, reason } = this.engine.suggest({
      ...this.hintInput(messages, record),
      round,
      recent: this.recent,
      style,
    });
    const fresh: HintSet = { messageId: last.id, hints, round, ...(reason && { reason }) };
    this.hints = { set: fresh, text: last.text, style };
    this.recent = [...this.recent, ...hints.map((hint) => hint.text)].slice(-RECENT_HINTS);
    return fresh;
  }

  /** What the hint engine is told of the conversation. */
  private hintInput(
    messages: readonly Message[],
    record: ConversationRecord,
  ): Pick<SuggestInput, 'messages' | 'readings' | 'stage' | 'openCues' | 'safetyRaised'> {
    const window = messages.slice(-HINT_WINDOW);
    const byId = new Map(window.map((message) => [message.id, message]));
    const { cues, stage } = this.outlook(messages);
    return {
      messages: window,
      readings: (id) => {
        const message = byId.get(id);
        return message ? this.readingOf(message, record).reading : null;
      },
      stage,
      openCues: cues.open,
      safetyRaised: Object.keys(record.safety).length > 0,
    };
  }
}
