import type { ThemeReader } from '../../analysis/themes/theme';
import { createThemeReader, parseThemeModel } from '../../analysis/themes/theme-model';
import type { FitReader } from '../fit/fit';
import { createFitReader, parseFitModel } from '../fit/fit-model';

/** What hints were taught beside their bank. Either may be missing: hints come without it. */
export interface HintModels {
  /** Reads what a message is about. */
  themes: ThemeReader | null;
  /** Reads how hints fit a turn. */
  fit: FitReader | null;
}

export const NO_HINT_MODELS: HintModels = { themes: null, fit: null };

/** Reads both from the package; one that is missing or damaged is left out. */
export async function loadHintModels(readFile: (path: string) => Promise<ArrayBuffer>): Promise<HintModels> {
  const orNull = async <T>(path: string, make: (bytes: Uint8Array) => T): Promise<T | null> => {
    try {
      return make(new Uint8Array(await readFile(path)));
    } catch {
      return null;
    }
  };
  const [themes, fit] = await Promise.all([
    orNull('models/themes.bin', (bytes) => createThemeReader(parseThemeModel(bytes))),
    orNull('models/fit.bin', (bytes) => createFitReader(parseFitModel(bytes))),
  ]);
  return { themes, fit };
}
