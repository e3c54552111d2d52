import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseWeights, type Weights } from '@/utils/analysis/emotion/weights';

/** The committed weights, as the extension loads them. */
export function loadEmotionWeights(root: string): Weights {
  return parseWeights(new Uint8Array(readFileSync(path.join(root, 'public/models/emotion.bin'))).buffer);
}
