import type { Delta } from '../conversation/delta';
import { MAX_BATCH } from '../conversation/limits';
import type { Message } from '../conversation/message';
import { fingerprint } from './fingerprint';
import type { RowFacts } from './row';

/** A row of the list in view; `break` is what ends a run, such as a date. */
export type ViewRow = RowFacts | 'break';

/** What is remembered of a message to tell whether it changed; its words are not kept in the page's process. */
interface Known {
  whole: string;
  words: string;
  side: Message['side'];
  author?: string | undefined;
  at?: number | undefined;
  pending: boolean;
}

/** A row in its place whose words are not shown now: some lists empty what is out of sight. */
interface Empty {
  id: string;
  isEmpty: true;
}

interface Carry {
  author: string | null;
  at: number | null;
  side: Message['side'] | null;
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
    const { messages, carry } = this.resolve(rows, this.carry);
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
    const { messages } = this.resolve([...rows, ...below], null);
    const fresh = messages.filter(({ id }) => !this.viewIds.has(id));
    const changed = messages.filter((message) => this.viewIds.has(message.id) && !this.isKnown(message));
    const [first] = this.inView;
    const deltas = first === undefined ? inBatches(fresh, null, 'snapshot') : inBatchesBefore(fresh, first);
    if (changed.length > 0)
      deltas.push({ kind: 'changed', messages: changed.map((message) => ({ message })) });
    for (const message of [...fresh, ...changed]) this.remember(message);
    this.show([...fresh.map(({ id }) => id), ...this.inView]);
    return deltas;
  }

  /** One row whose content changed. Null when only a whole `update` can tell what happened. */
  change(row: RowFacts): Delta[] | null {
    const known = row.id === null ? undefined : this.known.get(row.id);
    if (!known) return null;
    const [message] = this.resolve([row], known.author === undefined ? null : toCarry(known)).messages;
    if (!message || this.isKnown(message)) return [];
    this.remember(message);
    return [{ kind: 'changed', messages: [{ message }] }];
  }

  /** The whole list as it is in view now; `now` in milliseconds. */
  update(rows: readonly ViewRow[], now: number): Delta[] {
    const { messages, places, carry } = this.resolve(rows, null);
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
    this.show(places.map(({ id }) => id));
    this.carry = carry;
    return deltas;
  }

  private show(ids: string[]): void {
    this.inView = ids;
    this.viewIds = new Set(ids);
  }

  private resolve(
    rows: readonly ViewRow[],
    start: Carry | null,
  ): { messages: Message[]; places: (Message | Empty)[]; carry: Carry | null } {
    const messages: Message[] = [];
    const places: (Message | Empty)[] = [];
    const seen = new Map<string, number>();
    let carry = start;
    for (const row of rows) {
      if (row === 'break') {
        carry = null;
        continue;
      }
      const known = row.id === null ? undefined : this.known.get(row.id);
      const inherited = mayInherit(row, carry) ? carry : null;
      const author = row.author ?? inherited?.author ?? known?.author ?? null;
      const side = row.side ?? (row.followUp ? inherited?.side : null) ?? known?.side ?? 'unknown';
      const at = row.at ?? inherited?.at ?? known?.at ?? null;
      carry = { author, at, side };
      if (row.text === '' && row.attachments.length === 0 && !row.deleted) {
        if (row.id !== null && this.viewIds.has(row.id)) places.push({ id: row.id, isEmpty: true });
        continue;
      }
      const id = row.id ?? ownId(seen, author, row.text);
      const message = toMessage(row, id, { author, at, side });
      messages.push(message);
      places.push(message);
    }
    return { messages, places, carry };
  }

  /**
   * Messages that were known under another id: pending ones that are confirmed, and, since not every site marks
   * those, what says the same in the same place as one that is gone.
   */
  private findConfirmed(messages: readonly Message[], missing: readonly string[]): Map<string, string> {
    const confirmed = new Map<string, string>();
    if (missing.length === 0) return confirmed;
    const above = new Map(missing.map((id) => [id, this.inView[this.inView.indexOf(id) - 1]]));
    const waiting = [...missing];
    messages.forEach((message, i) => {
      if (waiting.length === 0 || this.known.has(message.id)) return;
      const words = fingerprint(message.text);
      const match = waiting.findIndex((id) => {
        const known = this.known.get(id);
        const isSame = known?.words === words && (known.side === message.side || known.side === 'unknown');
        return isSame && (known.pending || (message.text !== '' && above.get(id) === messages[i - 1]?.id));
      });
      if (match >= 0) confirmed.set(message.id, waiting.splice(match, 1)[0] ?? '');
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
    const kept = this.inView.map((id, index) => (view.has(id) ? index : -1)).filter((index) => index >= 0);
    const first = kept[0] ?? Infinity;
    const last = kept.at(-1) ?? -Infinity;
    this.inView.forEach((id, index) => {
      const isBetween = index > first && index < last;
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

/**
 * Messages that are in another place among those that stayed in view, as few as explain the new order (all
 * that are not on one longest rising sequence of places).
 */
function movedIds(before: readonly string[], now: readonly { id: string }[]): ReadonlySet<string> {
  const places = new Map(now.map(({ id }, index) => [id, index]));
  const stayed = before.filter((id) => places.has(id));
  const place = (id: string | undefined) => places.get(id ?? '') ?? -1;
  if (stayed.every((id, index) => index === 0 || place(stayed[index - 1]) < place(id))) return new Set();
  const tails: number[] = [];
  const previous: (number | undefined)[] = [];
  stayed.forEach((id, index) => {
    const found = tails.findIndex((tail) => place(stayed[tail]) >= place(id));
    const length = found < 0 ? tails.length : found;
    previous[index] = length > 0 ? tails[length - 1] : undefined;
    tails[length] = index;
  });
  const moved = new Set(stayed);
  for (let index = tails.at(-1); index !== undefined; index = previous[index])
    moved.delete(stayed[index] ?? '');
  return moved;
}

/** Whether a row carries on the run above: it says so or is of the same side, and names nobody else. */
function mayInherit({ followUp, author, side }: RowFacts, carry: Carry | null): boolean {
  if (!carry || (author !== null && (!followUp || author !== carry.author))) return false;
  return side === null ? followUp : side === carry.side || carry.side === null;
}

function toCarry({ author, at, side }: Known): Carry {
  return { author: author ?? null, at: at ?? null, side };
}

function toMessage(row: RowFacts, id: string, { author, at, side }: Carry): Message {
  return {
    id,
    side: side ?? 'unknown',
    text: row.text,
    ...(author !== null && { author }),
    ...(at !== null && { at }),
    ...(row.cut && { cut: true }),
    ...(row.edited && { edited: true }),
    ...(row.deleted && { deleted: true }),
    ...(row.pending && { pending: true }),
    ...(row.attachments.length > 0 && { attachments: row.attachments }),
  };
}

/** For sites without ids: who, what, and which one of the same. */
function ownId(seen: Map<string, number>, author: string | null, text: string): string {
  const base = fingerprint(`${author ?? ''}\n${text}`);
  const nth = (seen.get(base) ?? 0) + 1;
  seen.set(base, nth);
  return `own-${base}-${nth}`;
}

function fingerprintOf(message: Message): string {
  const { text, author = '', at = '', side, edited, deleted, pending, attachments = [] } = message;
  return fingerprint([text, author, at, side, edited, deleted, pending, ...attachments].join('\u0000'));
}

function inBatches(
  messages: readonly Message[],
  after: string | null,
  kind: 'added' | 'snapshot' = 'added',
): Delta[] {
  const deltas: Delta[] = [];
  let anchor = after;
  for (let i = 0; i < messages.length; i += MAX_BATCH) {
    const batch = messages.slice(i, i + MAX_BATCH);
    deltas.push(
      kind === 'snapshot' && i === 0
        ? { kind: 'snapshot', messages: batch }
        : { kind: 'added', after: anchor, messages: batch },
    );
    anchor = batch.at(-1)?.id ?? anchor;
  }
  return deltas;
}

function inBatchesBefore(messages: readonly Message[], before: string): Delta[] {
  const deltas: Delta[] = [];
  let anchor = before;
  for (let end = messages.length; end > 0; end -= MAX_BATCH) {
    const batch = messages.slice(Math.max(0, end - MAX_BATCH), end);
    deltas.push({ kind: 'prepended', before: anchor, messages: batch });
    anchor = batch[0]?.id ?? anchor;
  }
  return deltas;
}
