import { parseRecord, type SessionRecord, supporterTurns } from '../practice/record';
import { endingSchema } from '../practice/session';
import { z } from '../schema';
import type { SessionArea } from './tab-record';

/** Most sessions kept; the oldest go first. */
export const MAX_SESSIONS = 150;
/** Most characters of all of them as JSON; what a browser grants an extension is at least twice as much. */
export const MAX_CHARACTERS = 3_000_000;
/** Longest single session, in characters as JSON: hundreds of turns. */
export const MAX_SESSION_CHARACTERS = 1_000_000;

const INDEX = 'practice:index';
const PREFIX = 'practice:session:';
const keyOf = (id: string): string => `${PREFIX}${id}`;

/** What a list of sessions shows without reading each. */
const entrySchema = z.object({
  id: z.string(),
  scenario: z.string(),
  title: z.string(),
  name: z.string(),
  startedAt: z.int(),
  endedAt: z.nullable(z.int()),
  supporterTurns: z.int(),
  ending: z.nullable(endingSchema),
  help: z.enum(['on', 'request', 'off']),
  parent: z.optional(z.object({ id: z.string(), turn: z.int() })),
  keep: z.boolean(),
  /** Characters as JSON. */
  size: z.int(),
});
export type SessionEntry = z.infer<typeof entrySchema>;
const indexSchema = z.object({ version: z.literal(1), entries: z.array(entrySchema) });

/** A stored session that cannot be read, and why. It stays until it is discarded. */
export interface DamagedSession {
  id: string;
  reason: 'damaged' | 'newer';
  problem: string;
}

export type LoadedSession =
  | { ok: true; record: SessionRecord }
  | ({ ok: false } & (DamagedSession | { id: string; reason: 'missing' }));

export type SavedSession =
  /** `dropped`: ids of older sessions that had to go for it. */
  { ok: true; dropped: readonly string[] } | { ok: false; reason: 'too-long' | 'full' };

/** Runs one piece of work after another, also over several pages when the browser's own locks stand behind it. */
export type Lock = <T>(work: () => Promise<T>) => Promise<T>;

/** Work of one page, one after another. */
export function ownLock(): Lock {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const mine = last.then(work, work);
    last = mine.catch(() => undefined);
    return mine;
  };
}

/** One after another over all pages of the extension, where the browser has locks. */
export function browserLock(name: string): Lock {
  const { locks } = navigator as Partial<Navigator>;
  return locks ? (work) => locks.request(name, work) as Promise<Awaited<ReturnType<typeof work>>> : ownLock();
}

function entryOf(record: SessionRecord, size: number): SessionEntry {
  const { id, scenario, startedAt, endedAt, session, help, parent, keep } = record;
  return {
    id,
    scenario: scenario.id,
    title: scenario.title,
    name: scenario.person.name,
    startedAt,
    endedAt,
    supporterTurns: supporterTurns(record),
    ending: session.ending,
    help,
    ...(parent && { parent }),
    keep,
    size,
  };
}

/** Practice sessions on this device, each under a key of its own, with an index beside them. */
export class PracticeStore {
  constructor(
    private readonly area: SessionArea,
    private readonly lock: Lock = ownLock(),
  ) {}

  /** All sessions, the newest first. A lost or broken index is made anew from what is there. */
  async list(): Promise<readonly SessionEntry[]> {
    return (await this.index()) ?? this.lock(() => this.reindex());
  }

  async load(id: string): Promise<LoadedSession> {
    const stored = (await this.area.get(keyOf(id)))[keyOf(id)];
    if (stored === undefined) return { ok: false, id, reason: 'missing' };
    const parsed = parseRecord(stored);
    return parsed.ok ? parsed : { ...parsed, id };
  }

  /** Every session, the newest first, and those that cannot be read. */
  async loadAll(): Promise<{ records: SessionRecord[]; damaged: DamagedSession[] }> {
    const records: SessionRecord[] = [];
    const damaged: DamagedSession[] = [];
    for (const [key, value] of Object.entries(await this.area.get(null))) {
      if (!key.startsWith(PREFIX)) continue;
      const parsed = parseRecord(value);
      if (parsed.ok) records.push(parsed.record);
      else damaged.push({ id: key.slice(PREFIX.length), reason: parsed.reason, problem: parsed.problem });
    }
    records.sort((a, b) => b.startedAt - a.startedAt);
    return { records, damaged };
  }

  /** Writes a session, new or as it went on. The oldest go when there are too many; the written one never does. */
  save(record: SessionRecord): Promise<SavedSession> {
    const size = JSON.stringify(record).length;
    if (size > MAX_SESSION_CHARACTERS) return Promise.resolve({ ok: false, reason: 'too-long' });
    return this.lock(async () => {
      const others = ((await this.index()) ?? (await this.reindex())).filter(({ id }) => id !== record.id);
      const kept: SessionEntry[] = [entryOf(record, size)];
      const dropped: string[] = [];
      let sum = size;
      for (const entry of others) {
        if (dropped.length === 0 && kept.length < MAX_SESSIONS && sum + entry.size <= MAX_CHARACTERS) {
          kept.push(entry);
          sum += entry.size;
        } else dropped.push(entry.id);
      }
      if (dropped.length > 0) await this.area.remove(dropped.map(keyOf));
      try {
        await this.area.set({ [keyOf(record.id)]: record, [INDEX]: indexOf(kept) });
      } catch {
        return { ok: false, reason: 'full' };
      }
      return { ok: true, dropped };
    });
  }

  /** Removes one session, readable or not. */
  discard(id: string): Promise<void> {
    return this.lock(async () => {
      await this.area.remove(keyOf(id));
      await this.reindex();
    });
  }

  /** Removes every session, with what cannot be read. */
  deleteAll(): Promise<void> {
    return this.lock(async () => {
      const keys = Object.keys(await this.area.get(null));
      await this.area.remove(keys.filter((key) => key.startsWith(PREFIX) || key === INDEX));
    });
  }

  private async index(): Promise<SessionEntry[] | null> {
    const parsed = indexSchema.safeParse((await this.area.get(INDEX))[INDEX]);
    return parsed.success ? parsed.data.entries : null;
  }

  private async reindex(): Promise<SessionEntry[]> {
    const { records } = await this.loadAll();
    const entries = records.map((record) => entryOf(record, JSON.stringify(record).length));
    if (entries.length > 0) await this.area.set({ [INDEX]: indexOf(entries) });
    else await this.area.remove(INDEX);
    return entries;
  }
}

function indexOf(entries: readonly SessionEntry[]): z.infer<typeof indexSchema> {
  return { version: 1, entries: [...entries].sort((a, b) => b.startedAt - a.startedAt) };
}
