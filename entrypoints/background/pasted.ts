import type { Intent } from '@/utils/messaging/intents';
import { MAX_BATCH } from '@/utils/conversation/limits';
import type { Delta } from '@/utils/conversation/delta';
import { fingerprint } from '@/utils/sites/fingerprint';
import type { TabSession } from './tab-session';
import type { TabSessions } from './tab-sessions';

type Paste = Intent & { kind: 'paste-transcript' };

/** What stands for an address in a session that no page has a part in. */
const ORIGIN = 'pasted';

/** The number under which the session of what was pasted beside a tab is kept: no tab has a negative one. */
export function pastedId(tabId: number): number {
  return -1 - tabId;
}

/** The tab that a session belongs to, whether it is read or pasted. */
export function tabOf(sessionId: number): number {
  return sessionId < 0 ? -1 - sessionId : sessionId;
}

/**
 * Conversations that the person pasted beside a tab. Each is a session of its own, in front of what is read of
 * the page until it is closed, so that the two never mix.
 */
export class PastedSessions {
  /** Tabs beside which nothing is pasted, as far as was looked. */
  private none = new Set<number>();

  constructor(private sessions: Promise<TabSessions>) {}

  /** What is pasted beside a tab, taken up again after a restart of the worker; null when nothing is. */
  async of(tabId: number): Promise<TabSession | null> {
    if (this.none.has(tabId)) return null;
    const all = await this.sessions;
    const id = pastedId(tabId);
    const session = all.peek(id) ?? ((await all.isStored(id)) ? await all.run(id, ORIGIN, (s) => s) : null);
    if (!session?.conversation) {
      this.none.add(tabId);
      return null;
    }
    return session;
  }

  /** Takes the place of what was pasted before. It enters as what a reader would send. */
  async paste({ tabId, title, messages }: Paste): Promise<void> {
    const all = await this.sessions;
    const id = pastedId(tabId);
    await all.forget(id);
    const key = `pasted-${fingerprint(JSON.stringify(messages))}`;
    const known = messages.filter(({ side }) => side !== 'unknown').length;
    const rows = messages.length;
    const health = { rows, withText: rows, withSide: known, withId: rows, busy: false };
    await all.run(id, ORIGIN, async (session) => {
      for (let i = 0, seq = 0; i < messages.length; i += MAX_BATCH, seq++) {
        const batch = messages.slice(i, i + MAX_BATCH);
        const delta: Delta =
          i === 0
            ? { kind: 'snapshot', messages: batch }
            : { kind: 'added', after: messages[i - 1]?.id ?? null, messages: batch };
        const conversation = { key, title };
        await session.onReader({
          kind: 'delta',
          session: key,
          seq,
          site: 'Pasted text',
          conversation,
          delta,
          health,
        });
      }
    });
    this.none.delete(tabId);
  }

  async close(tabId: number): Promise<void> {
    this.none.add(tabId);
    await (await this.sessions).forget(pastedId(tabId));
  }

  /** Of a tab that is gone nothing is remembered, not even that there was nothing. */
  async forget(tabId: number): Promise<void> {
    await this.close(tabId);
    this.none.delete(tabId);
  }
}
