import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { BUCKETS } from '@/utils/analysis/emotion/features';
import { writeModelFile } from '@/utils/analysis/model-file';
import { THEME_MODEL } from '@/utils/analysis/themes/theme-model';
import { THEMES } from '@/utils/analysis/themes/theme';
import { store } from './column';
import { trainLogistic } from './logistic';
import { createRandom } from './random';
import { featureMatrix, textCounts } from './sparse';
import { readThemeLines } from './theme-lines';
import { tableBytes } from './write-weights';

const FILE = 'public/models/themes.bin';
const SETTINGS = { cost: 6, passes: 12 };
/** Weights that do less than this part of their column's root mean square are left out. */
const PRUNE = 4.3;
/** Twice as many take more room and read as well, within chance. */
const STEPS = 12;
/** The logarithm of how rarely a feature comes that leaves its weight as it is. */
const RARE = 4;
/** Words that carry a theme are learnt from by themselves as well, from this many on. */
const FEWEST_WORDS = 3;

export interface ThemesReport {
  lines: number;
  gzipBytes: number;
}

export interface ThemesContext {
  root: string;
  progress(line: string): void;
}

/** Trains the reader of themes, each theme against all others, and writes `public/models/themes.bin`. */
export function trainThemes({ root, progress }: ThemesContext): ThemesReport {
  const lines = readThemeLines(root);
  const examples = lines.flatMap(({ text, theme, words }) =>
    words !== undefined && words.split(' ').length >= FEWEST_WORDS && words !== text
      ? [
          { text, theme },
          { text: words, theme },
        ]
      : [{ text, theme }],
  );
  progress('themes: learning each against all others');
  const matrix = featureMatrix(examples.map(({ text }) => text));
  const texts = textCounts(matrix, BUCKETS);
  // A word that few use says more than one that all use.
  const scale = texts.map((count) => Math.log(examples.length / (1 + count)) / RARE);
  const columns = THEMES.map((name, i) => {
    const positive = Uint8Array.from(examples, ({ theme }) => (theme === name ? 1 : 0));
    const { weights, bias } = trainLogistic(matrix, BUCKETS, positive, {
      ...SETTINGS,
      scale,
      random: createRandom(i + 1),
    });
    return store({ name, weights, bias }, texts, PRUNE, STEPS);
  });
  const short = (x: number): number => Number(x.toPrecision(6));
  const header = {
    themes: [...THEMES],
    scales: columns.map(({ scale }) => short(scale)),
    biases: columns.map(({ bias }) => short(bias)),
  };
  const bytes = writeModelFile(THEME_MODEL, header, tableBytes(columns));
  writeFileSync(path.join(root, FILE), bytes);
  return { lines: lines.length, gzipBytes: gzipSync(bytes, { level: 9 }).length };
}
