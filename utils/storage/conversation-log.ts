import { z } from '../schema';
import type { Delta } from '../conversation/delta';
import { applyDelta } from '../conversation/merge';
import { messageSchema, type Message } from '../conversation/message';

/** Messages in one stored chunk: small enough that writing one message costs little. */
export const CHUNK_SIZE = 64;
/** Characters kept of one conversation; a conversation of giant messages loses its oldest sooner. */
export const MAX_CHARACTERS = 1_500_000;

const entrySchema = z.object({ order: z.number(), message: messageSchema });
export const chunkSchema = z.array(entrySchema);
export type Chunk = z.infer<typeof chunkSchema>;

/**
 * One conversation in memory, and the chunks in which it is stored. A message belongs to the chunk of its
 * arrival and carries an order number between those of its neighbours, so that neither a new message nor
 * older history rewrites what is already stored.
 */
export class ConversationLog {
  private entries = new Map<string, { order: number; chunk: number; message: Message }>();
  private dirty = new Set<number>();
  private list: readonly Message[] = [];
  private characters = 0;

  constructor(
    /** Messages that ever arrived; decides the chunk of the next one. */
    public arrivals = 0,
    /** Messages let go because the conversation grew past its bounds. */
    public dropped = 0,
  ) {}

  static fromChunks(chunks: readonly Chunk[], dropped: number): ConversationLog {
    const log = new ConversationLog(chunks.length * CHUNK_SIZE, dropped);
    chunks.forEach((chunk, index) => {
      for (const { order, message } of chunk) log.entries.set(message.id, { order, chunk: index, message });
    });
    log.list = [...log.entries.values()].sort((a, b) => a.order - b.order).map(({ message }) => message);
    log.characters = log.list.reduce((sum, { text }) => sum + text.length, 0);
    return log;
  }

  get messages(): readonly Message[] {
    return this.list;
  }

  /** Chunks so far, the last one possibly not full. */
  get chunkCount(): number {
    return Math.ceil(this.arrivals / CHUNK_SIZE);
  }

  apply(delta: Delta): void {
    const { messages, dropped } = applyDelta(this.list, delta);
    this.dropped += dropped;
    this.replace(messages);
    if (this.characters > MAX_CHARACTERS) this.shrink(MAX_CHARACTERS);
  }

  /** Lets the oldest messages go until at most `characters` are left. */
  shrink(characters: number): void {
    let size = this.characters;
    let first = 0;
    for (const { text } of this.list) {
      if (size <= characters) break;
      size -= text.length;
      first += 1;
    }
    this.dropped += first;
    this.replace(this.list.slice(first));
  }

  /** Chunks changed since the last call, by number. */
  takeDirty(): Map<number, Chunk> {
    const chunks = new Map<number, Chunk>([...this.dirty].map((number) => [number, []]));
    for (const { order, chunk, message } of this.entries.values())
      chunks.get(chunk)?.push({ order, message });
    this.dirty.clear();
    return chunks;
  }

  private replace(messages: readonly Message[]): void {
    const staying = new Set(messages.map(({ id }) => id));
    for (const [id, { chunk }] of this.entries) {
      if (staying.has(id)) continue;
      this.entries.delete(id);
      this.dirty.add(chunk);
    }
    this.list = messages;
    this.place(messages);
    this.characters = messages.reduce((sum, { text }) => sum + text.length, 0);
  }

  private place(messages: readonly Message[]): void {
    let last = -Infinity;
    for (let i = 0; i < messages.length;) {
      const message = messages[i];
      if (!message) break;
      const entry = this.entries.get(message.id);
      if (entry && entry.order > last) {
        if (entry.message !== message) this.dirty.add(entry.chunk);
        entry.message = message;
        last = entry.order;
        i += 1;
        continue;
      }
      // A run without a valid place: spread it between the neighbours that have one.
      let end = i;
      let next = Infinity;
      for (; end < messages.length; end++) {
        const order = this.entries.get(messages[end]?.id ?? '')?.order;
        if (order !== undefined && order > last) {
          next = order;
          break;
        }
      }
      const orders = spread(last, next, end - i);
      if (!orders) {
        this.renumber(messages);
        return;
      }
      orders.forEach((order, k) => this.put(messages[i + k], order));
      last = orders.at(-1) ?? last;
      i = end;
    }
  }

  private put(message: Message | undefined, order: number): void {
    if (!message) return;
    const chunk = this.entries.get(message.id)?.chunk ?? Math.floor(this.arrivals++ / CHUNK_SIZE);
    this.entries.set(message.id, { order, chunk, message });
    this.dirty.add(chunk);
  }

  private renumber(messages: readonly Message[]): void {
    messages.forEach((message, index) => this.put(message, index));
  }
}

/** `count` numbers strictly between two bounds; null when a double can hold no more between them. */
function spread(low: number, high: number, count: number): number[] | null {
  if (low === -Infinity) low = high === Infinity ? -1 : high - count - 1;
  if (high === Infinity) return Array.from({ length: count }, (_, k) => low + k + 1);
  const step = (high - low) / (count + 1);
  const orders = Array.from({ length: count }, (_, k) => low + step * (k + 1));
  const all = [low, ...orders, high];
  return all.every((value, k) => k === 0 || value > (all[k - 1] ?? Infinity)) ? orders : null;
}
