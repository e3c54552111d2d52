import { loadWording, saveWording, watchWording } from '@/utils/storage/wording';
import type { Wording } from '@/utils/suggestions/wording';

/** The choice as last read; every view needs it, and it hardly ever changes. */
let choice: Promise<Wording> | undefined;

/** How the person wants to be helped with wording. */
export function currentWording(): Promise<Wording> {
  choice ??= loadWording();
  return choice;
}

/** At once for the next view; the storage follows. */
export async function chooseWording(wording: Wording): Promise<void> {
  choice = Promise.resolve(wording);
  await saveWording(wording);
}

/** Calls back when the person chose otherwise, in any window. */
export function watchWordingChoice(changed: () => void): void {
  watchWording((wording) => {
    choice = Promise.resolve(wording);
    changed();
  });
}
