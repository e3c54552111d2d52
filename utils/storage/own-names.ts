import { storage } from 'wxt/utils/storage';
import { z } from '../schema';
import { folded } from '../sites/side';

/**
 * By which name the person is known on a site, where they wished it remembered. The name itself is not kept: a
 * salted digest is enough to know it again, and cannot be read back.
 */
const ownNameSchema = z.object({
  origin: z.string(),
  salt: z.string(),
  digest: z.string(),
  made: z.string(),
});
type OwnName = z.infer<typeof ownNameSchema>;

/** What the settings list. */
export type RememberedSite = Pick<OwnName, 'origin' | 'made'>;

const item = storage.defineItem<unknown>('local:own-names', { version: 1 });
/** Sites remembered at most; the oldest go. */
const MOST = 100;

export async function loadOwnNames(): Promise<readonly RememberedSite[]> {
  return (await load()).map(({ origin, made }) => ({ origin, made }));
}

/** Keeps one name for a site, in the place of an earlier one; `made` is the day, as 2026-11-20. */
export async function keepOwnName(origin: string, name: string, made: string): Promise<void> {
  const salt = crypto.randomUUID();
  const fresh = { origin, salt, digest: await digestOf(name, salt), made };
  const others = (await load()).filter((one) => one.origin !== origin);
  await item.setValue([...others, fresh].slice(-MOST));
}

export async function removeOwnName(origin: string): Promise<void> {
  await item.setValue((await load()).filter((one) => one.origin !== origin));
}

/** Which of these names is the person's own on a site; null when none is, or none is remembered. */
export async function recallOwnName(origin: string, names: readonly string[]): Promise<string | null> {
  const known = (await load()).find((one) => one.origin === origin);
  if (!known) return null;
  for (const name of names) if ((await digestOf(name, known.salt)) === known.digest) return name;
  return null;
}

/** Calls back with every change, from whatever page. Returns how to stop. */
export function watchOwnNames(changed: () => void): () => void {
  return item.watch(changed);
}

async function load(): Promise<readonly OwnName[]> {
  const value = await item.getValue();
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) => {
    const parsed = ownNameSchema.safeParse(one);
    return parsed.success ? [parsed.data] : [];
  });
}

async function digestOf(name: string, salt: string): Promise<string> {
  const bytes = new TextEncoder().encode(`${salt} ${folded(name)}`);
  const digest = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(digest)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
