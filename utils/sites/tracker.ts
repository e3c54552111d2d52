import type { Delta } from '../conversation/delta';
import { MAX_BATCH } from '../conversation/limits';
import type { Message } from '../conversation/message';
import { fingerprint } from './fingerprint';
import { inBatches, inBatchesBefore } from './in-batches';
import { OwnIds } from './own-ids';
import {
  carryOf,
  holdsMessage,
  resolveRows,
  type Carry,
  type Empty,
  type Memory,
  type Remembered,
  type ViewRow,
} from './resolve-rows';
import { longestRising } from './rising';
import type { RowFacts } from './row';

/** What is remembered of a message to tell whether it changed; its words are not kept in the page's process. */
interface Known extends Remembered {
  whole: string;
  words: string;
  pending: boolean;
}

/** Messages remembered at most; far above what a page shows at once. */
const MEMORY = 20_000;
/** Milliseconds that a row must be gone from between others before its message counts as removed. */
export const REMOVAL_GRACE = 400;

/**
 * Turns successive views of a message list into deltas. It knows that rows leave windowed lists without
 * being deleted, that a pending row gets a new id when it is confirmed, and that follow-up rows carry
 * neither author nor time.
 */
export class Tracker {
  private known = new Map<string, Known>();
  private inView: string[] = [];
  private viewIds = new Set<string>();
  private carry: Carry | null = null;
  private suspects = new Map<string, number>();
  private readonly memory: Memory = {
    recall: (id) => this.known.get(id),
    isInView: (id) => this.viewIds.has(id),
  };

  /** @param ownIds names of the messages of this conversation, where the site gives none */
  constructor(private readonly ownIds = new OwnIds()) {}

  /** Ids that may have been removed; call `update` again after REMOVAL_GRACE to be sure. */
  get undecided(): boolean {
    return this.suspects.size > 0;
  }

  /** Whether words of this message were seen. */
  knows(id: string): boolean {
    return this.known.has(id);
  }

  /** New rows below everything that was in view: costs nothing for the rows above. */
  append(rows: readonly ViewRow[]): Delta[] {
    const after = this.inView.at(-1) ?? null;
    const said = nameless(rows);
    const names = said.length > 0 ? this.ownIds.below(said, this.inView) : [];
    const { messages, carry } = resolveRows(rows, this.carry, names, this.memory);
    this.carry = carry;
    const fresh = messages.filter(({ id }) => !this.viewIds.has(id));
    for (const message of fresh) {
      this.remember(message);
      this.inView.push(message.id);
      this.viewIds.add(message.id);
    }
    return inBatches(fresh, after);
  }

  /**
   * Older rows right above everything in view. `below` are the first rows already in view, down to one with
   * an author of its own: they may carry on a run that begins above.
   */
  prepend(rows: readonly ViewRow[], below: readonly ViewRow[]): Delta[] {
    const said = [nameless(rows), nameless(below)] as const;
    const names = said.flat().length > 0 ? this.ownIds.above(said[0], this.inView, said[1]) : [];
    const { messages } = resolveRows([...rows, ...below], null, names, this.memory);
    const fresh = messages.filter(({ id }) => !this.viewIds.has(id));
    const changed = messages.filter((message) => this.viewIds.has(message.id) && !this.isKnown(message));
    const [first] = this.inView;
    const deltas = first === undefined ? inBatches(fresh, null, 'snapshot') : inBatchesBefore(fresh, first);
    if (changed.length > 0)
      deltas.push({ kind: 'changed', messages: changed.map((message) => ({ message })) });
    for (const message of [...fresh, ...changed]) this.remember(message);
    this.inView = [...fresh.map(({ id }) => id), ...this.inView];
    for (const { id } of fresh) this.viewIds.add(id);
    return deltas;
  }

  /** One row whose content changed. Null when only a whole `update` can tell what happened. */
  change(row: RowFacts): Delta[] | null {
    const known = row.id === null ? undefined : this.known.get(row.id);
    if (!known) return null;
    const [message] = resolveRows([row], carryOf(known), [], this.memory).messages;
    if (!message || this.isKnown(message)) return [];
    this.remember(message);
    return [{ kind: 'changed', messages: [{ message }] }];
  }

  /** The whole list as it is in view now; `now` in milliseconds. */
  update(rows: readonly ViewRow[], now: number): Delta[] {
    const said = nameless(rows);
    const names = said.length > 0 ? this.ownIds.view(said) : [];
    const { messages, places, carry } = resolveRows(rows, null, names, this.memory);
    const view = new Set(places.map(({ id }) => id));
    const missing = this.inView.filter((id) => !view.has(id));
    const confirmed = this.findConfirmed(messages, missing);

    const moved = movedIds(this.inView, places);
    const stays = (id: string) => this.viewIds.has(id) && !moved.has(id);
    const changed: { message: Message; was?: string }[] = [];
    for (const message of messages) {
      const was = confirmed.get(message.id);
      if (was !== undefined) changed.push({ message, was });
      else if (stays(message.id) && !this.isKnown(message)) changed.push({ message });
    }
    const deltas = this.runs(places, confirmed, stays);
    for (let i = 0; i < changed.length; i += MAX_BATCH) {
      deltas.push({ kind: 'changed', messages: changed.slice(i, i + MAX_BATCH) });
    }
    for (const was of confirmed.values()) this.known.delete(was);
    for (const message of messages) this.remember(message);

    const removed = this.decideRemovals(view, new Set(confirmed.values()), now);
    if (removed.length > 0) deltas.push({ kind: 'removed', ids: removed });
    this.inView = places.map(({ id }) => id);
    this.viewIds = view;
    this.carry = carry;
    return deltas;
  }

  /**
   * Messages that were known under another id: pending ones that are confirmed, and, since not every site marks
   * those, what says the same in the same place as one that is gone.
   */
  private findConfirmed(messages: readonly Message[], missing: readonly string[]): Map<string, string> {
    const confirmed = new Map<string, string>();
    if (missing.length === 0) return confirmed;
    const above = new Map(this.inView.map((id, index) => [id, this.inView[index - 1]]));
    /** Ids that are gone, by what they said. */
    const waiting = new Map<string, string[]>();
    for (const id of missing) {
      const { words } = this.known.get(id) ?? {};
      if (words !== undefined) waiting.set(words, [...(waiting.get(words) ?? []), id]);
    }
    messages.forEach((message, i) => {
      if (waiting.size === 0 || this.known.has(message.id)) return;
      const same = waiting.get(fingerprint(message.text)) ?? [];
      const match = same.findIndex((id) => {
        const known = this.known.get(id);
        const isSame = known?.side === message.side || known?.side === 'unknown';
        return isSame && (known.pending || (message.text !== '' && above.get(id) === messages[i - 1]?.id));
      });
      if (match >= 0) confirmed.set(message.id, same.splice(match, 1)[0] ?? '');
    });
    return confirmed;
  }

  /** What is new to the view, came back to it or changed places, each run next to a neighbour that stayed. */
  private runs(
    places: readonly (Message | Empty)[],
    confirmed: ReadonlyMap<string, string>,
    stays: (id: string) => boolean,
  ): Delta[] {
    const deltas: Delta[] = [];
    let run: Message[] = [];
    let before: string | null = null;
    const isFirst = this.known.size === 0;
    const flush = (next: string | null) => {
      if (run.length > 0) {
        if (isFirst) deltas.push(...inBatches(run, before, 'snapshot'));
        else if (before !== null || next === null) deltas.push(...inBatches(run, before));
        else deltas.push(...inBatchesBefore(run, next));
      }
      run = [];
    };
    for (const place of places) {
      if (stays(place.id) || confirmed.has(place.id)) {
        const idThere = confirmed.get(place.id) ?? place.id;
        flush(idThere);
        before = idThere;
      } else if (!('isEmpty' in place)) run.push(place);
    }
    flush(null);
    return deltas;
  }

  /** Gone from between rows that stayed: removed. Gone from an edge: only out of the window. */
  private decideRemovals(view: ReadonlySet<string>, confirmed: ReadonlySet<string>, now: number): string[] {
    const first = this.inView.findIndex((id) => view.has(id));
    const last = this.inView.findLastIndex((id) => view.has(id));
    this.inView.forEach((id, index) => {
      const isBetween = first >= 0 && index > first && index < last;
      if (!view.has(id) && !confirmed.has(id) && isBetween) this.suspects.set(id, now);
    });
    const removed: string[] = [];
    for (const [id, since] of this.suspects) {
      if (view.has(id)) this.suspects.delete(id);
      else if (now - since >= REMOVAL_GRACE) removed.push(id);
    }
    for (const id of removed.slice(0, MAX_BATCH)) {
      this.suspects.delete(id);
      this.known.delete(id);
    }
    return removed.slice(0, MAX_BATCH);
  }

  private isKnown(message: Message): boolean {
    return this.known.get(message.id)?.whole === fingerprintOf(message);
  }

  private remember(message: Message): void {
    this.known.delete(message.id);
    this.known.set(message.id, {
      whole: fingerprintOf(message),
      words: fingerprint(message.text),
      side: message.side,
      author: message.author,
      at: message.at,
      pending: message.pending === true,
    });
    if (this.known.size > MEMORY) {
      const [oldest] = this.known.keys();
      if (oldest !== undefined) this.known.delete(oldest);
    }
  }
}

/** What the rows say that hold a message and have no id of their own. */
function nameless(rows: readonly ViewRow[]): string[] {
  return rows.flatMap((row) =>
    row !== 'break' && row.id === null && holdsMessage(row)
      ? [fingerprint([row.text, ...row.attachments].join('\u0000'))]
      : [],
  );
}

/** Messages that are in another place among those that stayed in view, as few as explain the new order. */
function movedIds(before: readonly string[], now: readonly { id: string }[]): ReadonlySet<string> {
  const places = new Map(now.map(({ id }, index) => [id, index]));
  const stayed = before.filter((id) => places.has(id));
  const still = longestRising(stayed.map((id) => places.get(id) ?? -1));
  if (still.length === stayed.length) return new Set();
  const moved = new Set(stayed);
  for (const index of still) moved.delete(stayed[index] ?? '');
  return moved;
}

function fingerprintOf(message: Message): string {
  const { text, author = '', at = '', side, edited, deleted, pending, attachments = [] } = message;
  return fingerprint([text, author, at, side, edited, deleted, pending, ...attachments].join('\u0000'));
}
