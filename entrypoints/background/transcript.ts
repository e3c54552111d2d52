import type { Delta } from '@/utils/conversation/delta';
import { messagesIn } from '@/utils/conversation/messages-in';
import { changedSides, forgottenSides, onlyOther, withSides } from '@/utils/conversation/who-is-who';
import type { Intent } from '@/utils/messaging/intents';
import type { ConversationRecord } from '@/utils/storage/tab-record';
import type { Engine } from './engine';
import { rememberWho, whoIsWho } from './remember-who';
import { watchSafety } from './safety-watch';
import type { TabMemory } from './tab-memory';

/** Which of these names the person wished remembered as theirs on a site. */
export type RecallName = (origin: string, names: readonly string[]) => Promise<string | null>;

/** What is said in the conversation in front: taken in safety first, with the sides that are known by names. */
export class Transcript {
  constructor(
    private memory: TabMemory,
    private engine: Engine,
    private recallName: RecallName | undefined,
  ) {}

  /** Adds what a reader tells. */
  async add(delta: Delta, record: ConversationRecord): Promise<void> {
    await this.recallMe(delta, record);
    await this.take(withSides(delta, whoIsWho(this.memory.record, record)), record);
    await this.nameOther(record);
  }

  /** The person said who is who: what was read before is named by it, too. */
  async rename(record: ConversationRecord, answer: Intent & { kind: 'who-is-who' }): Promise<void> {
    rememberWho(this.memory.record, record, answer, this.memory.messages);
    await this.nameAgain(record);
  }

  /** They take it back: what was named by it is of nobody's side again. */
  async forgetNames(record: ConversationRecord): Promise<void> {
    for (const delta of forgottenSides(this.memory.messages, whoIsWho(this.memory.record, record)))
      await this.take(delta, record);
    delete this.memory.record.me;
    delete record.who;
  }

  private async take(delta: Delta, record: ConversationRecord): Promise<void> {
    this.memory.log.apply(delta);
    watchSafety(delta, this.memory.log, record, this.engine);
    const clients = messagesIn(delta).filter(({ side }) => side === 'client');
    await this.engine.learnLanguages(clients.map(({ text }) => text));
  }

  /** A name that the person wished remembered on this site is theirs without a question. */
  private async recallMe(delta: Delta, record: ConversationRecord): Promise<void> {
    const { record: tab } = this.memory;
    if (whoIsWho(tab, record).me !== undefined) return;
    const authors = new Set(messagesIn(delta).flatMap(({ author }) => author ?? []));
    if (authors.size === 0) return;
    const me = await this.recallName?.(record.frame ?? tab.origin, [...authors]);
    if (me === undefined || me === null) return;
    record.who = { ...record.who, me };
    if (record.frame === undefined) tab.me = me;
    await this.nameAgain(record);
  }

  /** On a site where the person's own name is known, the one other name is the client's. */
  private async nameOther(record: ConversationRecord): Promise<void> {
    const { messages, record: tab } = this.memory;
    const { me } = whoIsWho(tab, record);
    if (typeof me !== 'string' || record.who?.client !== undefined || record.who?.me === null) return;
    if (messages.some(({ side }) => side === 'client')) return;
    const client = onlyOther(messages, me);
    if (client === null) return;
    record.who = { ...record.who, client };
    await this.nameAgain(record);
  }

  private async nameAgain(record: ConversationRecord): Promise<void> {
    for (const delta of changedSides(this.memory.messages, whoIsWho(this.memory.record, record)))
      await this.take(delta, record);
  }
}
