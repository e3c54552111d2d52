import { createEmotionReader } from '@/utils/analysis/emotion/reader';
import { parseWeights } from '@/utils/analysis/emotion/weights';
import { coversLanguage } from '@/utils/analysis/language';
import { findSafetyCues } from '@/utils/analysis/safety/find-safety-cues';
import { maskMethods } from '@/utils/analysis/safety/mask-methods';
import { readPackagedFile } from '@/utils/platform/packaged-file';
import { suggestOnDevice } from '@/utils/suggestions/device/suggest';
import type { Engine } from './engine';

const WEIGHTS = 'models/emotion.bin';

/** Loads what the analysis needs. Without weights there are no readings, and everything else works. */
export async function loadEngine(): Promise<Engine> {
  const reader = await readPackagedFile(WEIGHTS).then(
    (buffer) => createEmotionReader(parseWeights(buffer)),
    () => null,
  );
  return {
    hasReadings: reader !== null,
    read: (text) =>
      reader?.read(text, { language: coversLanguage(text) === 'other' ? 'other' : 'covered' }) ?? null,
    findSafetyCues,
    maskMethods,
    suggest: suggestOnDevice,
  };
}
