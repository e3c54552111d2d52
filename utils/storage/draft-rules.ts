import { storage } from 'wxt/utils/storage';

/** An organisation's changes to the draft rules, as its file says them; parsed by `mergeDraftRules` at each use. */
const item = storage.defineItem<unknown>('local:settings.draft-rules', { version: 1 });

/** Null when there are none. */
export function loadRuleChanges(): Promise<unknown> {
  return item.getValue();
}

export async function saveRuleChanges(changes: unknown): Promise<void> {
  await item.setValue(changes);
}

export async function removeRuleChanges(): Promise<void> {
  await item.removeValue({ removeMeta: true });
}

/** Calls back with every change, from whatever page. Returns how to stop. */
export function watchRuleChanges(changed: (changes: unknown) => void): () => void {
  return item.watch(changed);
}
