import path from 'node:path';
import { loadModels } from '@/scripts/models/load-models';
import { parseThemeLines, type ThemeLine } from '@/scripts/train/theme-lines';
import type { Theme, ThemeReader } from '@/utils/analysis/themes/theme';
import type { Figure, Measure } from './section';

/** Shares of the messages, the surest first, for which accuracy is told. */
const SUREST = [0.1, 0.2, 0.3, 0.5, 1];

/** The judged messages: none is learnt from. */
export const readJudgedThemes = (root: string): ThemeLine[] =>
  parseThemeLines(path.join(root, 'tests/corpora/themes/judged.jsonl'));

/** The likeliest theme of a text and its share. */
export function surestTheme(read: ThemeReader, text: string): { theme: Theme; share: number } {
  let best: { theme: Theme; share: number } = { theme: 'neutral', share: 0 };
  for (const [theme, share] of read(text)) if (share > best.share) best = { theme, share };
  return best;
}

/** How often the likeliest theme is one that a careful reader named, among the surest readings. */
export const measureThemes: Measure = ({ root, progress }) => {
  progress('themes: judged messages');
  const { themes } = loadModels().hintModels;
  if (themes === null) throw new Error('There are no weights for themes.');
  const lines = readJudgedThemes(root);
  const counts = new Map<Theme, number>();
  for (const { theme } of lines) counts.set(theme, (counts.get(theme) ?? 0) + 1);
  const [common] = [...counts].sort((a, b) => b[1] - a[1]);
  const named = (line: ThemeLine, theme: Theme | undefined) => line.theme === theme || line.second === theme;
  const read = lines
    .map((line) => {
      const { theme, share } = surestTheme(themes, line.text);
      return { share, right: named(line, theme), common: named(line, common?.[0]) };
    })
    .sort((a, b) => b.share - a.share);
  const part = (rows: readonly { right: boolean; common: boolean }[], key: 'right' | 'common') =>
    rows.filter((row) => row[key]).length / rows.length;
  const figures = SUREST.map((share): Figure => {
    const rows = read.slice(0, Math.round(share * read.length));
    return {
      name: `likeliest theme is one that the reader named, surest ${String(100 * share)} %`,
      data: 'messages of talks by authors not learnt from',
      value: part(rows, 'right'),
      n: rows.length,
      baselineName: `always ${common?.[0] ?? ''}`,
      baseline: part(rows, 'common'),
    };
  });
  return Promise.resolve({ title: 'Themes', figures });
};
