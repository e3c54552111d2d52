import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type CodeModel, parseCodeModel } from '@/utils/analysis/codes/code-model';
import { createEmotionReader, type EmotionReader } from '@/utils/analysis/emotion/reader';
import { parseWeights } from '@/utils/analysis/emotion/weights';
import { parseSafetyModel } from '@/utils/analysis/safety/model/safety-model';
import { createThemeReader, parseThemeModel } from '@/utils/analysis/themes/theme-model';
import { createSafetyFinder, type SafetyFinder } from '@/utils/analysis/safety/safety-finder';
import type { HintModels } from '@/utils/suggestions/device/hint-models';
import { createFitReader, parseFitModel } from '@/utils/suggestions/fit/fit-model';

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

/** The models that ship with the extension; any may be missing, and the rest goes on without it. */
export interface Models {
  reader: EmotionReader | null;
  codeModel: CodeModel | null;
  /** Safety cues by the rules and, where its weights could be read, the second layer. */
  findSafety: SafetyFinder;
  hintModels: HintModels;
}

/** Reads all from the package's own folder. */
export function loadModels(): Models {
  return {
    hintModels: {
      themes: load('themes.bin', 'without hints on what a message is about', (bytes) =>
        createThemeReader(parseThemeModel(bytes)),
      ),
      fit: load('fit.bin', 'without what readers said of hints', (bytes) =>
        createFitReader(parseFitModel(bytes)),
      ),
    },
    reader: load('emotion.bin', 'without readings', (bytes) =>
      createEmotionReader(parseWeights(bytes.buffer)),
    ),
    codeModel: load('codes.bin', 'with the rules of codes alone', parseCodeModel),
    findSafety: createSafetyFinder(
      load('safety.bin', 'with the rules of safety cues alone', parseSafetyModel),
    ),
  };
}
