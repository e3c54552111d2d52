import type { SessionRecord } from '../practice/record';
import type { LoadedSession, PracticeStore, SavedSession, SessionEntry } from './practice-store';

/**
 * Practice sessions in two places: on this computer, and those that the person did not want to keep in the
 * browser's memory, which is empty once it closes.
 */
export class PracticeShelves {
  constructor(
    private readonly kept: PracticeStore,
    private readonly passing: PracticeStore,
  ) {}

  /** All sessions of both, the newest first. */
  async list(): Promise<readonly SessionEntry[]> {
    const [kept, passing] = await Promise.all([this.kept.list(), this.passing.list()]);
    return [...kept, ...passing].sort((a, b) => b.startedAt - a.startedAt);
  }

  async load(id: string): Promise<LoadedSession> {
    const passing = await this.passing.load(id);
    return !passing.ok && passing.reason === 'missing' ? this.kept.load(id) : passing;
  }

  /** Every session of both, the newest first, and those that cannot be read. */
  async loadAll(): ReturnType<PracticeStore['loadAll']> {
    const [kept, passing] = await Promise.all([this.kept.loadAll(), this.passing.loadAll()]);
    return {
      records: [...kept.records, ...passing.records].sort((a, b) => b.startedAt - a.startedAt),
      damaged: [...kept.damaged, ...passing.damaged],
    };
  }

  save(record: SessionRecord): Promise<SavedSession> {
    return (record.keep ? this.kept : this.passing).save(record);
  }

  async discard(id: string): Promise<void> {
    await Promise.all([this.kept.discard(id), this.passing.discard(id)]);
  }

  async deleteAll(): Promise<void> {
    await Promise.all([this.kept.deleteAll(), this.passing.deleteAll()]);
  }
}
