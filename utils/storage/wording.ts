import { storage } from 'wxt/utils/storage';
import { USUAL_WORDING, wordingSchema, type Wording } from '../suggestions/wording';

/** Kept on this computer until the person changes it. */
const item = storage.defineItem<unknown>('local:settings.wording', { version: 1 });

/** The person's choice, or the usual one when nothing readable is stored. */
export async function loadWording(): Promise<Wording> {
  return parse(await item.getValue());
}

export async function saveWording(wording: Wording): Promise<void> {
  await item.setValue(wordingSchema.parse(wording));
}

/** Calls back with every change, from whatever page. Returns how to stop. */
export function watchWording(changed: (wording: Wording) => void): () => void {
  return item.watch((value) => {
    changed(parse(value));
  });
}

function parse(value: unknown): Wording {
  const parsed = wordingSchema.safeParse(value);
  return parsed.success ? parsed.data : USUAL_WORDING;
}
