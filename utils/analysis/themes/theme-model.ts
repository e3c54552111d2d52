import { z } from '../../schema';
import { createByteReader } from '../emotion/bytes';
import { createFeatureReader } from '../emotion/features';
import { negatedTokens } from '../emotion/negation';
import { addBucket, readTable, type WeightTable } from '../emotion/weight-table';
import { WeightsError } from '../emotion/weights-error';
import { type ModelKind, readModelFile } from '../model-file';
import { tokenise } from '../text/tokenise';
import { THEMES, type ThemeReader } from './theme';

const perTheme = z.array(z.number()).check(z.length(THEMES.length));
const headerSchema = z.object({
  themes: z.array(z.string()),
  /** Per theme: what byte 127 stands for, and the constant term. */
  scales: perTheme,
  biases: perTheme,
});
export type ThemeHeader = z.infer<typeof headerSchema>;

/** "SLT1" in little-endian order. */
export const THEME_MODEL: ModelKind<ThemeHeader> = {
  magic: 0x31544c53,
  name: 'theme model',
  header: headerSchema,
};

/** What training learnt about the words in which themes are told. */
export interface ThemeModel extends ThemeHeader {
  table: WeightTable;
}

/** Reads `public/models/themes.bin`. Throws a WeightsError when the bytes are not a whole model of this version. */
export function parseThemeModel(bytes: Uint8Array): ThemeModel {
  const { header, body } = readModelFile(THEME_MODEL, bytes);
  if (header.themes.join() !== THEMES.join())
    throw new WeightsError('The theme model was made for other themes.');
  return { ...header, table: readTable(createByteReader(body), header.scales) };
}

/** Makes the part that reads themes. Each theme was learnt against all others. */
export function createThemeReader({ table, biases }: ThemeModel): ThemeReader {
  const readFeatures = createFeatureReader();
  const sums = new Float64Array(THEMES.length);
  return (text) => {
    const tokens = tokenise(text);
    const { length, buckets, values } = readFeatures(tokens, negatedTokens(tokens));
    sums.set(biases);
    for (let i = 0; i < length; i += 1) addBucket(table, buckets[i] ?? 0, values[i] ?? 0, sums);
    const chances = Array.from(sums, (sum) => 1 / (1 + Math.exp(-sum)));
    const all = chances.reduce((a, b) => a + b, 0);
    return new Map(THEMES.map((theme, i) => [theme, (chances[i] ?? 0) / all]));
  };
}
