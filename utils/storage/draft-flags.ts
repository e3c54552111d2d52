import { storage } from 'wxt/utils/storage';
import { flagIdSchema, type FlagId } from '../coaching/draft-rule';
import { z } from '../schema';

/** Remarks about drafts that the person switched off; kept on this computer until they switch them on. */
const item = storage.defineItem<unknown>('local:settings.flags-off', { version: 1 });
const idsSchema = z.array(flagIdSchema);

export async function loadFlagsOff(): Promise<readonly FlagId[]> {
  return parse(await item.getValue());
}

export async function saveFlagsOff(flags: readonly FlagId[]): Promise<void> {
  await item.setValue(idsSchema.parse([...new Set(flags)]));
}

/** Calls back with every change, from whatever page. Returns how to stop. */
export function watchFlagsOff(changed: (flags: readonly FlagId[]) => void): () => void {
  return item.watch((value) => {
    changed(parse(value));
  });
}

function parse(value: unknown): readonly FlagId[] {
  const parsed = idsSchema.safeParse(value);
  return parsed.success ? parsed.data : [];
}
