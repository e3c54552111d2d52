import { z } from '../schema';
import { type Help, helpSchema } from './help';
import { type Scenario, scenarioSchema } from './scenario';
import { type PracticeSession, practiceSessionSchema } from './session';

/** Version of a record as this code writes it. */
export const RECORD_VERSION = 1;

export { HELP_LEVELS, helpSchema, type Help } from './help';

/** How the client answers in time: like a person who types, or at once. */
export const paceSchema = z.enum(['human', 'instant']);
export type Pace = z.infer<typeof paceSchema>;

/** Who words the client's lines: the device, or the configured language model from the same state. */
export const voiceSchema = z.enum(['device', 'llm']);
export type Voice = z.infer<typeof voiceSchema>;

const signedUnit = z.number().check(z.minimum(-1), z.maximum(1));

/** What the panel read in one message of the client while the talk went on, to stand beside their true state. */
export const readMessageSchema = z.object({
  /** Turn of the session that the message belongs to, and its place in that turn from 0. */
  turn: z.int().check(z.minimum(1)),
  message: z.int().check(z.minimum(0)),
  /** The reading's label, such as `sadness`, `mixed` or `unclear`. */
  label: z.string().check(z.maxLength(40)),
  /** Null where the reading did not know. */
  valence: z.nullable(signedUnit),
  arousal: z.nullable(signedUnit),
});
export type ReadMessage = z.infer<typeof readMessageSchema>;

/** The session and turn that a what-if branch leaves from: the branch has its own words from `turn` on. */
export const branchSchema = z.object({ id: z.string(), turn: z.int().check(z.minimum(2)) });
export type Branch = z.infer<typeof branchSchema>;

const recordId = z.string().check(z.regex(/^[A-Za-z0-9-]{1,64}$/));
/** Milliseconds since 1970, given by the caller. */
const time = z.int().check(z.minimum(0));

/**
 * One practice session as it is kept: enough to resume it, to look back on it and to take another path. Drafts
 * that were typed and not sent are no part of it.
 */
export const sessionRecordSchema = z.object({
  version: z.literal(RECORD_VERSION),
  id: recordId,
  /** As it was played, so that a later change of the scenario does not change the past. */
  scenario: scenarioSchema,
  startedAt: time,
  /** When the person ended it, or it ended; null while it may go on. */
  endedAt: z.nullable(time),
  help: helpSchema,
  pace: paceSchema,
  voice: voiceSchema,
  /** The host that the person agreed to for the voice of this session. */
  voiceHost: z.optional(z.string().check(z.maxLength(300))),
  session: practiceSessionSchema,
  read: z.array(readMessageSchema),
  parent: z.optional(branchSchema),
  /** False: the person wants it gone when the browser closes. */
  keep: z.boolean(),
});
export type SessionRecord = z.infer<typeof sessionRecordSchema>;

/** What a new record is made of. */
export interface NewRecord {
  id: string;
  scenario: Scenario;
  session: PracticeSession;
  startedAt: number;
  help?: Help;
  pace?: Pace;
  voice?: Voice;
  voiceHost?: string;
  keep?: boolean;
  parent?: Branch;
}

/** A record of a session that begins. */
export function newRecord({ id, scenario, session, startedAt, parent, ...chosen }: NewRecord): SessionRecord {
  return {
    version: RECORD_VERSION,
    id,
    scenario,
    startedAt,
    endedAt: null,
    help: chosen.help ?? 'on',
    pace: chosen.pace ?? 'human',
    voice: chosen.voice ?? 'device',
    ...(chosen.voiceHost !== undefined && { voiceHost: chosen.voiceHost }),
    session,
    read: [],
    ...(parent && { parent }),
    keep: chosen.keep ?? true,
  };
}

/** The record after another turn; it ends with the session. */
export function withSession(record: SessionRecord, session: PracticeSession, now: number): SessionRecord {
  return {
    ...record,
    session,
    endedAt: session.ending === null ? record.endedAt : (record.endedAt ?? now),
  };
}

/** The record with what was read of a message; a later reading of the same message takes its place. */
export function withRead(record: SessionRecord, read: ReadMessage): SessionRecord {
  const others = record.read.filter(({ turn, message }) => turn !== read.turn || message !== read.message);
  return { ...record, read: [...others, read].sort((a, b) => a.turn - b.turn || a.message - b.message) };
}

/** Turns of the supporter so far. */
export const supporterTurns = ({ session }: SessionRecord): number =>
  session.turns.filter(({ side }) => side === 'supporter').length;

export type ParsedRecord =
  { ok: true; record: SessionRecord } | { ok: false; reason: 'damaged' | 'newer'; problem: string };

/** Turns what an older version wrote into the next version's form; by the version that it starts from. */
export type Migrations = Readonly<Record<number, (old: Record<string, unknown>) => Record<string, unknown>>>;

/** None yet: version 1 is the first. */
const MIGRATIONS: Migrations = {};

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Reads what is stored, brought to today's form. Never throws. */
export function parseRecord(value: unknown, migrations: Migrations = MIGRATIONS): ParsedRecord {
  const damaged = (problem: string): ParsedRecord => ({ ok: false, reason: 'damaged', problem });
  if (!isRecord(value)) return damaged('it is no record');
  let current = value;
  for (let version = current['version']; version !== RECORD_VERSION; version = current['version']) {
    if (typeof version !== 'number') return damaged('version: it is missing');
    if (version > RECORD_VERSION)
      return { ok: false, reason: 'newer', problem: 'a newer Sidelight wrote it' };
    const migrate = migrations[version];
    if (!migrate) return damaged(`version: ${String(version)} is not known`);
    const next = migrate(current);
    const reached = next['version'];
    if (typeof reached !== 'number' || reached <= version)
      return damaged(`version: ${String(version)} cannot be brought up to date`);
    current = next;
  }
  const parsed = sessionRecordSchema.safeParse(current);
  if (parsed.success) return { ok: true, record: parsed.data };
  const [first] = parsed.error.issues;
  return damaged(`${first?.path.join('.') ?? ''}: ${first?.message ?? ''}`);
}
