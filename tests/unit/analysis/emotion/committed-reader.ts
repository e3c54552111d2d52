import { readFileSync } from 'node:fs';
import { createEmotionReader } from '@/utils/analysis/emotion/reader';
import { parseWeights } from '@/utils/analysis/emotion/weights';

export const EMOTION_FILE = 'public/models/emotion.bin';

/** The bytes of the weights that ship, a fresh copy each time. */
export const emotionBytes = (): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync(EMOTION_FILE));

/** A reader with the weights that ship. */
export const committedReader = () => createEmotionReader(parseWeights(emotionBytes().buffer));
