import type { FlagId } from '@/utils/coaching/draft-rule';
import { loadFlagsOff, saveFlagsOff, watchFlagsOff } from '@/utils/storage/draft-flags';
import { loadSpending, watchSpending } from '@/utils/storage/settings';
import { loadWording, saveWording, watchWording } from '@/utils/storage/wording';
import type { Wording } from '@/utils/suggestions/wording';
import type { Choices } from './usual-choices';

/** As last read; every view needs them, and they hardly ever change. */
let choices: Promise<Choices> | undefined;

export function currentChoices(): Promise<Choices> {
  choices ??= readChoices();
  return choices;
}

async function readChoices(): Promise<Choices> {
  const [wording, spending, flagsOff] = await Promise.all([loadWording(), loadSpending(), loadFlagsOff()]);
  return { wording, spending, flagsOff };
}

/** At once for the next view; the storage follows. */
export async function chooseWording(wording: Wording): Promise<void> {
  choices = Promise.resolve({ ...(await currentChoices()), wording });
  await saveWording(wording);
}

/** Switches one remark about drafts on or off everywhere. */
export async function chooseFlag(flag: FlagId, on: boolean): Promise<void> {
  const before = await currentChoices();
  const others = before.flagsOff.filter((other) => other !== flag);
  const flagsOff = on ? others : [...others, flag];
  choices = Promise.resolve({ ...before, flagsOff });
  await saveFlagsOff(flagsOff);
}

/** Calls back when the person chose otherwise, on any page. */
export function watchChoices(changed: () => void): void {
  const readAgain = (): void => {
    choices = readChoices();
    changed();
  };
  watchWording(readAgain);
  watchSpending(readAgain);
  watchFlagsOff(readAgain);
}
