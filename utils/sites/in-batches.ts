import type { Delta } from '../conversation/delta';
import { MAX_BATCH } from '../conversation/limits';
import type { Message } from '../conversation/message';

/** A run of messages behind the one called `after` as deltas that are small enough to be sent. */
export function inBatches(
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

/** A run of messages right above the one called `before`, the newest first. */
export function inBatchesBefore(messages: readonly Message[], before: string): Delta[] {
  const deltas: Delta[] = [];
  let anchor = before;
  for (let end = messages.length; end > 0; end -= MAX_BATCH) {
    const batch = messages.slice(Math.max(0, end - MAX_BATCH), end);
    deltas.push({ kind: 'prepended', before: anchor, messages: batch });
    anchor = batch[0]?.id ?? anchor;
  }
  return deltas;
}
