import { storage } from 'wxt/utils/storage';

/** An organisation's own competences, as its file says them; parsed by `readCompetences` at each use. */
const item = storage.defineItem<unknown>('local:settings.competences', { version: 1 });

/** Null when there are none. */
export function loadCompetences(): Promise<unknown> {
  return item.getValue();
}

export async function saveCompetences(file: unknown): Promise<void> {
  await item.setValue(file);
}

export async function removeCompetences(): Promise<void> {
  await item.removeValue({ removeMeta: true });
}
