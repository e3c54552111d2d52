import { distressOf, type Felt } from '../client/client-state';
import type { SessionRecord } from '../record';
import type { PracticeTurn } from '../session';

/** How one path went, from the turn at which paths part. */
export interface Path {
  id: string;
  startedAt: number;
  /** The first path is where the others leave from. */
  isTrunk: boolean;
  /** The turn from which this path has its own words; null for the first path. */
  from: number | null;
  /** The supporter's words at the turn at which paths part, and the client's reply; null while there are none. */
  words: string | null;
  reply: readonly string[];
  supporterTurns: number;
  /** Names of what was told on the whole path. */
  told: readonly string[];
  /** After each turn of the client, from the first: distress 0 to 1 and trust 0 to 1. */
  distress: readonly number[];
  trust: readonly number[];
  felt: Felt;
  ending: SessionRecord['session']['ending'];
}

const clientTurns = ({ session }: SessionRecord): readonly PracticeTurn[] =>
  session.turns.filter(({ side, outOfRole }) => side === 'client' && !outOfRole);

/** The session that all branches of `record` leave from, as far as it is among `all`. */
export function trunkOf(record: SessionRecord, all: readonly SessionRecord[]): SessionRecord {
  const byId = new Map(all.map((one) => [one.id, one]));
  const seen = new Set<string>();
  let trunk = record;
  while (trunk.parent && !seen.has(trunk.id)) {
    seen.add(trunk.id);
    const parent = byId.get(trunk.parent.id);
    if (!parent) break;
    trunk = parent;
  }
  return trunk;
}

/** A session with all that branched off it, directly or from a branch, the oldest first. */
export function familyOf(record: SessionRecord, all: readonly SessionRecord[]): SessionRecord[] {
  const trunk = trunkOf(record, all);
  const family = all.filter((one) => one.id !== trunk.id && trunkOf(one, all).id === trunk.id);
  return [trunk, ...family.sort((a, b) => a.startedAt - b.startedAt)];
}

/** The first turn at which the paths are no longer the same; null while all are. */
export function partingTurn(records: readonly SessionRecord[]): number | null {
  const turns = records.flatMap(({ parent }) => (parent ? [parent.turn] : []));
  return turns.length === 0 ? null : Math.min(...turns);
}

/** The paths side by side. Pure. */
export function comparePaths(records: readonly SessionRecord[]): Path[] {
  const parting = partingTurn(records);
  return records.map((record, i): Path => {
    const { session, scenario, parent } = record;
    const at = session.turns.findIndex(({ turn }) => turn === (parent?.turn ?? parting));
    const own = session.turns[at];
    const names = new Map(scenario.items.map(({ id, name }) => [id, name]));
    const replies = clientTurns(record);
    return {
      id: record.id,
      startedAt: record.startedAt,
      isTrunk: i === 0,
      from: parent?.turn ?? null,
      words: own?.side === 'supporter' ? own.messages.join('\n') : null,
      reply: at < 0 ? [] : (session.turns[at + 1]?.messages ?? []),
      supporterTurns: session.turns.filter(({ side }) => side === 'supporter').length,
      told: session.state.disclosed.flatMap((id) => names.get(id) ?? []),
      distress: replies.map(({ state }) => distressOf(state)),
      trust: replies.map(({ state }) => state.trust),
      felt: session.state.felt,
      ending: session.ending,
    };
  });
}
