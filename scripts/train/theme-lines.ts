import { readFileSync } from 'node:fs';
import path from 'node:path';
import { themeSchema } from '@/utils/analysis/themes/theme';
import { z } from '@/utils/schema';

/** A client's message and what a careful reader found it to be most about. */
export const themeLineSchema = z.object({
  text: z.string().check(z.minLength(1)),
  theme: themeSchema,
  /** Another theme that is clearly there. */
  second: z.optional(themeSchema),
  /** The words of the text that carry the theme most. */
  words: z.optional(z.string()),
});
export type ThemeLine = z.infer<typeof themeLineSchema>;

export function parseThemeLines(file: string): ThemeLine[] {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => themeLineSchema.parse(JSON.parse(line)));
}

/** The lines that the reader of themes learns from. */
export const readThemeLines = (root: string): ThemeLine[] =>
  parseThemeLines(path.join(root, 'scripts/train/corpora/theme-lines.jsonl'));
