import { originPattern } from '@/utils/platform/match-pattern';
import { forgetTab, loadTab, storedTabs } from '@/utils/storage/tab-record';
import { TabSession, type SessionWorld } from './tab-session';

/** All tabs' sessions. What concerns one tab is done strictly one after the other. */
export class TabSessions {
  private sessions = new Map<number, TabSession>();
  private queues = new Map<number, Promise<unknown>>();

  constructor(private world: SessionWorld) {}

  /** The session of a tab that is in memory; after a restart of the worker there may be none yet. */
  peek(tabId: number): TabSession | undefined {
    return this.sessions.get(tabId);
  }

  /** Runs `work` on the tab's session, opened from storage if need be, after all earlier work on it. */
  run<T>(tabId: number, origin: string, work: (session: TabSession) => Promise<T> | T): Promise<T> {
    return this.enqueue(tabId, async () => {
      let session = this.sessions.get(tabId);
      if (session?.origin !== origin) {
        // The tab went to another site: what was read on the earlier one is not carried along.
        if (session) await forgetTab(this.world.area, tabId);
        session = await TabSession.open(tabId, origin, this.world);
        this.sessions.set(tabId, session);
      }
      return work(session);
    });
  }

  /** Whether something is stored under this number. */
  async isStored(tabId: number): Promise<boolean> {
    return (await loadTab(this.world.area, tabId)) !== null;
  }

  forget(tabId: number): Promise<void> {
    return this.enqueue(tabId, async () => {
      this.sessions.delete(tabId);
      await forgetTab(this.world.area, tabId);
    });
  }

  /** Forgets every tab that was read on a site of this match pattern. */
  async forgetPattern(pattern: string): Promise<void> {
    for (const tabId of await storedTabs(this.world.area)) {
      const record = await loadTab(this.world.area, tabId);
      if (!record || originPattern(record.origin) === pattern) await this.forget(tabId);
    }
    for (const [tabId, { origin }] of this.sessions) {
      if (originPattern(origin) === pattern) await this.forget(tabId);
    }
  }

  private enqueue<T>(tabId: number, work: () => Promise<T>): Promise<T> {
    const done = (this.queues.get(tabId) ?? Promise.resolve()).then(work, work);
    this.queues.set(tabId, done);
    return done;
  }
}
