import { categorySchema, type Reading } from '@/utils/analysis/reading';
import type { Message } from '@/utils/conversation/message';
import type { HintSet } from '@/utils/messaging/view';
import type { ConversationRecord } from '@/utils/storage/tab-record';
import type { Engine } from './engine';

/** Messages that the hint engine looks at. */
const HINT_WINDOW = 120;
/** Hint texts remembered so that none is offered twice in a row. */
const RECENT_HINTS = 30;

/** Readings and hints of the conversation in front. All of it can be made anew, so none of it is stored. */
export class ConversationInsight {
  private readings = new Map<string, { text: string; reading: Reading | null }>();
  private hints: { set: HintSet; text: string } | undefined;
  private recent: string[] = [];

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

  /** Hints for the newest client message; none while a safety cue is open, whatever else is known. */
  hintsFor(
    messages: readonly Message[],
    record: ConversationRecord,
    isSafetyOpen: boolean,
  ): HintSet | undefined {
    const last = messages.findLast(({ side, deleted }) => side === 'client' && !deleted);
    if (!last) return undefined;
    const round = record.round.messageId === last.id ? record.round.round : 0;
    if (isSafetyOpen) return { messageId: last.id, hints: [], reason: 'safety', round };
    const { set, text } = this.hints ?? {};
    if (set?.messageId === last.id && set.round === round && text === last.text) return set;
    const window = messages.slice(-HINT_WINDOW);
    const byId = new Map(window.map((message) => [message.id, message]));
    const { hints, reason } = this.engine.suggest({
      messages: window,
      readings: (id) => {
        const message = byId.get(id);
        return message ? this.readingOf(message, record).reading : null;
      },
      round,
      recent: this.recent,
    });
    const fresh: HintSet = { messageId: last.id, hints, round, ...(reason && { reason }) };
    this.hints = { set: fresh, text: last.text };
    this.recent = [...this.recent, ...hints.map((hint) => hint.text)].slice(-RECENT_HINTS);
    return fresh;
  }
}
