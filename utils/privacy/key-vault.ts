import { storage } from 'wxt/utils/storage';
import { z } from '../schema';

/**
 * The API key, together with the one origin that it is for: a key never goes to another server, also when
 * the address in the settings changes under it.
 */
const keptKeySchema = z.object({
  origin: z.string().check(z.maxLength(300)),
  key: z.string().check(z.minLength(1), z.maxLength(1_000)),
});

/** In memory: gone when the browser closes. */
const sessionKey = storage.defineItem<unknown>('session:vault.key', { version: 1 });
/** On disk, as plain text; only after the person ticked "remember on this computer". */
const localKey = storage.defineItem<unknown>('local:vault.key', { version: 1 });

export interface KeyStatus {
  /** There is a key for this origin. */
  kept: boolean;
  /** It survives a restart of the browser. */
  remembered: boolean;
}

/** Keeps the key in exactly one of the two places; the other copy goes. Never in synchronised storage. */
export async function keepKey(origin: string, key: string, remember: boolean): Promise<void> {
  const kept = keptKeySchema.parse({ origin, key });
  // The copy that must not exist goes first, so that a crash in between leaves too few copies, not too many.
  await (remember ? sessionKey : localKey).removeValue({ removeMeta: true });
  await (remember ? localKey : sessionKey).setValue(kept);
}

/** Moves the kept key to the other place, when there is one for this origin. */
export async function moveKey(origin: string, remember: boolean): Promise<void> {
  const key = await readKey(origin);
  if (key !== null) await keepKey(origin, key, remember);
}

/** The key for this origin, or null. For the background worker alone: pages ask `keyStatus`. */
export async function readKey(origin: string): Promise<string | null> {
  return (await keyIn(sessionKey, origin)) ?? (await keyIn(localKey, origin));
}

/** Whether there is a key, without the key. */
export async function keyStatus(origin: string): Promise<KeyStatus> {
  const remembered = (await keyIn(localKey, origin)) !== null;
  return { kept: remembered || (await keyIn(sessionKey, origin)) !== null, remembered };
}

/** Removes the key from both places. */
export async function clearKeys(): Promise<void> {
  await Promise.all([
    sessionKey.removeValue({ removeMeta: true }),
    localKey.removeValue({ removeMeta: true }),
  ]);
}

async function keyIn(item: typeof sessionKey, origin: string): Promise<string | null> {
  const parsed = keptKeySchema.safeParse(await item.getValue());
  return parsed.success && parsed.data.origin === origin ? parsed.data.key : null;
}
