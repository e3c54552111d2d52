import { storage } from 'wxt/utils/storage';
import { z } from '../schema';
import { KNOWN_SITES } from '../sites/known-sites';

/** Ids of experimental sites that the person turned on; kept on this computer. */
const item = storage.defineItem<unknown>('local:experimental-sites', { version: 1 });
const idsSchema = z.array(z.string());
const EXPERIMENTAL = new Set(KNOWN_SITES.filter(({ state }) => state === 'experimental').map(({ id }) => id));

export async function loadExperimental(): Promise<readonly string[]> {
  return parse(await item.getValue());
}

export async function saveExperimental(ids: readonly string[]): Promise<void> {
  await item.setValue(idsSchema.parse([...new Set(ids)]));
}

/** Calls back with every change, from whatever page. Returns how to stop. */
export function watchExperimental(changed: (ids: readonly string[]) => void): () => void {
  return item.watch((value) => {
    changed(parse(value));
  });
}

/** Sites that are known no more, or experimental no more, are left out. */
function parse(value: unknown): readonly string[] {
  const parsed = idsSchema.safeParse(value);
  return parsed.success ? parsed.data.filter((id) => EXPERIMENTAL.has(id)) : [];
}
