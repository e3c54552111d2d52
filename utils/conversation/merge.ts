import type { Delta } from './delta';
import { MAX_MESSAGES } from './limits';
import type { Message } from './message';

/**
 * Merges a run that was seen as consecutive into an ordered list. Known messages get the new content and keep
 * their places (taken in the run's order); new ones go next to their neighbour in the run. A run that shares
 * nothing with the list goes where its times say, else to the end.
 */
export function mergeRun(known: readonly Message[], run: readonly Message[]): Message[] {
  if (run.length === 0) return [...known];
  if (known.length === 0) return dedupe(run);
  const incoming = new Map(run.map((message) => [message.id, message]));
  const place = new Map<string, number>();
  known.forEach((message, index) => {
    if (incoming.has(message.id)) place.set(message.id, index);
  });
  const unique = [...incoming.values()];
  if (place.size === 0) return insertApart(known, unique);

  const slots = [...place.values()].sort((a, b) => a - b);
  const merged: Message[] = [...known];
  const slotOf = new Map<string, number>();
  let next = 0;
  for (const message of unique) {
    if (!place.has(message.id)) continue;
    const slot = slots[next++] ?? 0;
    merged[slot] = message;
    slotOf.set(message.id, slot);
  }
  return weave(merged, unique, slotOf);
}

/** Puts the new messages of `run` behind the slot of their last known neighbour, or before the first one. */
function weave(
  merged: readonly Message[],
  run: readonly Message[],
  slotOf: ReadonlyMap<string, number>,
): Message[] {
  const firstSlot = Math.min(...slotOf.values());
  const behind = new Map<number, Message[]>();
  let slot = firstSlot - 1;
  for (const message of run) {
    const own = slotOf.get(message.id);
    if (own !== undefined) slot = own;
    else behind.set(slot, [...(behind.get(slot) ?? []), message]);
  }
  const result: Message[] = [...(behind.get(-1) ?? [])];
  merged.forEach((message, index) => {
    result.push(message);
    const news = behind.get(index);
    if (news) result.push(...news);
  });
  return result;
}

function insertApart(known: readonly Message[], run: readonly Message[]): Message[] {
  const firstKnown = known.find((message) => message.at !== undefined)?.at;
  const lastOfRun = run.findLast((message) => message.at !== undefined)?.at;
  const isOlder = firstKnown !== undefined && lastOfRun !== undefined && lastOfRun < firstKnown;
  return isOlder ? [...run, ...known] : [...known, ...run];
}

function dedupe(run: readonly Message[]): Message[] {
  return [...new Map(run.map((message) => [message.id, message])).values()];
}

/**
 * Applies one delta. Nothing but `removed` takes a message away, because rows leave windowed lists all the
 * time; when the cap is passed the oldest are dropped and counted.
 */
export function applyDelta(
  messages: readonly Message[],
  delta: Delta,
): { messages: Message[]; dropped: number } {
  const merged = merge(messages, keepKnown(messages, delta));
  const dropped = Math.max(0, merged.length - MAX_MESSAGES);
  return { messages: dropped > 0 ? merged.slice(dropped) : merged, dropped };
}

/**
 * A row may stop saying who wrote it and when: sites show both once for a run, and the run may have grown since.
 * What was read of the same message before is still true.
 */
function keepKnown(messages: readonly Message[], delta: Delta): Delta {
  if (delta.kind === 'removed' || messages.length === 0) return delta;
  const ids = new Set(
    delta.kind === 'changed'
      ? delta.messages.flatMap(({ message, was }) => [message.id, was ?? message.id])
      : delta.messages.map(({ id }) => id),
  );
  const known = new Map(messages.filter(({ id }) => ids.has(id)).map((message) => [message.id, message]));
  const filled = (message: Message, was = message.id): Message => {
    const before = known.get(was) ?? known.get(message.id);
    if (before?.side !== message.side) return message;
    const author = message.author ?? before.author;
    const at = message.at ?? before.at;
    return {
      ...message,
      ...(author !== undefined && { author }),
      ...(at !== undefined && { at }),
    };
  };
  return delta.kind === 'changed'
    ? { ...delta, messages: delta.messages.map((one) => ({ ...one, message: filled(one.message, one.was) })) }
    : { ...delta, messages: delta.messages.map((message) => filled(message)) };
}

function merge(messages: readonly Message[], delta: Delta): Message[] {
  switch (delta.kind) {
    case 'snapshot':
      return mergeRun(messages, delta.messages);
    case 'added':
      return placeRun(messages, delta.messages, delta.after, 1);
    case 'prepended':
      return placeRun(messages, delta.messages, delta.before, 0);
    case 'changed':
      return change(messages, delta.messages);
    case 'removed': {
      const gone = new Set(delta.ids);
      return messages.filter((message) => !gone.has(message.id));
    }
  }
}

/**
 * Puts a run right behind (`offset` 1) or before (0) its anchor. Messages that were known elsewhere move there,
 * since some clients put rows in another place when older history comes in.
 */
function placeRun(
  messages: readonly Message[],
  run: readonly Message[],
  anchor: string | null,
  offset: 0 | 1,
): Message[] {
  const ids = new Set(run.map(({ id }) => id));
  const others = messages.filter(({ id }) => !ids.has(id));
  const index = others.findIndex(({ id }) => id === anchor);
  if (index < 0) return mergeRun(messages, run);
  return [...others.slice(0, index + offset), ...dedupe(run), ...others.slice(index + offset)];
}

function change(
  messages: readonly Message[],
  changes: readonly { message: Message; was?: string | undefined }[],
): Message[] {
  const present = new Set(messages.map((message) => message.id));
  const byOldId = new Map<string, Message>();
  const unknown: Message[] = [];
  for (const { message, was } of changes) {
    if (was !== undefined && present.has(was)) byOldId.set(was, message);
    else if (present.has(message.id)) byOldId.set(message.id, message);
    else unknown.push(message);
  }
  // Where both the pending and the confirmed row were seen, the earlier place wins and the other goes.
  const taken = new Set<string>();
  const changed = messages
    .map((message) => byOldId.get(message.id) ?? message)
    .filter(({ id }) => !taken.has(id) && taken.add(id));
  return unknown.length > 0 ? mergeRun(changed, unknown) : changed;
}
