import { addUsage, NO_USAGE, type CallUsage, type Usage } from '@/utils/llm/usage';
import type { OutgoingText } from '@/utils/messaging/outgoing';
import { PRACTICE_ORIGIN } from '@/utils/messaging/practice-note';
import type { SecondReading } from '@/utils/suggestions/llm/second-reading';
import { allowsHost } from './change-record';
import type { TabMemory } from './tab-memory';

/** Second readings kept of one conversation: as many as the timeline draws. */
const MAX_SECOND = 200;

/** What language models were sent of a tab's conversations, what that cost, and what they made of it. */
export class ModelUse {
  /** What went out last, with its conversation. In memory alone. */
  private sent: { key: string; outgoing: OutgoingText } | undefined;

  /** `keep` shows and stores what was noted. */
  constructor(
    private memory: TabMemory,
    private keep: () => Promise<void>,
  ) {}

  /** What was sent last of the conversation in front. */
  get lastSent(): OutgoingText | null {
    return this.sent !== undefined && this.sent.key === this.memory.current?.key ? this.sent.outgoing : null;
  }

  noteSent(outgoing: OutgoingText): void {
    const key = this.memory.current?.key;
    if (key !== undefined) this.sent = { key, outgoing };
  }

  /** Adds what a call cost to the conversation that it was made for, even when another is in front by now. */
  async noteUsage(key: string, call: CallUsage): Promise<void> {
    const record = this.memory.find(key);
    if (!record) return;
    record.usage = addUsage(record.usage ?? NO_USAGE, call);
    await this.keep();
  }

  /** Keeps what a language model made of a message. */
  async noteReading(key: string, messageId: string, reading: SecondReading): Promise<void> {
    const record = this.memory.find(key);
    if (!record) return;
    const others = Object.entries(record.secondReadings ?? {}).filter(([id]) => id !== messageId);
    record.secondReadings = Object.fromEntries([...others.slice(1 - MAX_SECOND), [messageId, reading]]);
    await this.keep();
  }

  /**
   * What the calls of a practice session cost so far; null when it may not go to this host. The simulated client
   * may speak beside an open safety cue: what it says there is checked, and no advice comes of it.
   */
  ofPractice(key: string, host: string): Usage | null {
    const { origin } = this.memory.record;
    const record = origin === PRACTICE_ORIGIN ? this.memory.find(key) : undefined;
    return allowsHost(record, host) ? (record?.usage ?? NO_USAGE) : null;
  }
}
