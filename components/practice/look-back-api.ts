import type { FeedbackTools } from '@/utils/practice/feedback/moments';
import type { SessionRecord } from '@/utils/practice/record';
import type { DamagedSession, LoadedSession, SavedSession } from '@/utils/storage/practice-store';

/** What looking back on practice needs beyond drawing. */
export interface LookBackApi {
  load(id: string): Promise<LoadedSession>;
  /** Every session, the newest first, and those that cannot be read. */
  loadAll(): Promise<{ records: SessionRecord[]; damaged: DamagedSession[] }>;
  save(record: SessionRecord): Promise<SavedSession>;
  discard(id: string): Promise<void>;
  /** Removes every session. */
  deleteAll(): Promise<void>;
  /** Rule book and models; loaded once. Without models the feedback rests on rules alone. */
  tools(): Promise<FeedbackTools>;
  newId(): string;
  now(): number;
  /** Gives the person a file. To be called in a click; nothing leaves the browser. */
  saveFile(name: string, content: string, type: 'text/html' | 'application/json'): void;
  print(): void;
}
