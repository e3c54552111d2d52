import type { Reading } from '../analysis/reading';
import type { Hint } from '../suggestions/hint';
import { suggestOnDevice } from '../suggestions/device/suggest';
import { screenHint } from '../suggestions/screen';
import type { DraftFlag } from './check-draft';
import type { DraftInput } from './moment';

export interface RewordOptions {
  /** The reading of a message, where there is one. */
  readings?: (id: string) => Reading | null;
  /** How often the person asked again. */
  round?: number;
  /** Texts shown before. */
  recent?: readonly string[];
}

/**
 * Another way for a flagged draft, built on the device from the client's own words and screened by the safe
 * words; null where none is safe (`flag.rewording` is null, a safety cue is open) or none fits. Made on request:
 * it takes a few milliseconds, and some hundred the first time (see `prepareDeviceHints`).
 */
export function rewordOnDevice(
  flag: Pick<DraftFlag, 'rewording'>,
  {
    messages,
    openCues,
    safetyCues,
    stage,
  }: Pick<DraftInput, 'messages' | 'openCues' | 'safetyCues' | 'stage'>,
  { readings = () => null, round = 0, recent = [] }: RewordOptions = {},
): Hint | null {
  if (flag.rewording === null) return null;
  const { hints } = suggestOnDevice({
    messages,
    readings,
    // Whatever the stage allows, a rewording gives no advice.
    stage: stage === 'action' ? 'insight' : stage,
    openCues,
    round,
    recent,
    safety: safetyCues.some(({ cue }) => cue.strength !== 'check'),
  });
  const hint = hints.find(({ kind }) => kind === flag.rewording);
  return hint && screenHint(hint).ok ? hint : null;
}
