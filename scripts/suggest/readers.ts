import { readFileSync } from 'node:fs';
import path from 'node:path';
import { parseCodeModel } from '@/utils/analysis/codes/code-model';
import { createEmotionReader } from '@/utils/analysis/emotion/reader';
import { parseWeights } from '@/utils/analysis/emotion/weights';
import type { Readers } from './talk';

const MODELS = path.join(import.meta.dirname, '../../public/models');

/** What `read` makes of a model file, or null when the file is missing or damaged, which is said. */
function load<T>(name: string, without: string, read: (bytes: Uint8Array<ArrayBuffer>) => T): T | null {
  try {
    return read(new Uint8Array(readFileSync(path.join(MODELS, name))));
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    process.stderr.write(`${name} cannot be used, going on ${without}: ${why}\n`);
    return null;
  }
}

/** The models that ship with the extension. */
export function loadReaders(): Readers {
  return {
    reader: load('emotion.bin', 'without readings', (bytes) =>
      createEmotionReader(parseWeights(bytes.buffer)),
    ),
    codeModel: load('codes.bin', 'with the rules of codes alone', parseCodeModel),
  };
}
