import { readFileSync } from 'node:fs';
import path from 'node:path';

/** One annotated comment: its text and the labels that at least two raters gave, by index. */
export interface Comment {
  text: string;
  labels: readonly number[];
}

export type Split = 'train' | 'dev' | 'test';

/** GoEmotions, official split (Demszky et al., ACL 2020; CC BY 4.0). */
export function readGoEmotions(dataFolder: string, split: Split): Comment[] {
  return readFileSync(path.join(dataFolder, 'goemotions', `${split}.tsv`), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => {
      const [text = '', ids = ''] = line.split('\t');
      return { text, labels: ids.split(',').map(Number) };
    });
}

/** The 28 label names, in the order of the data's indices. */
export function readLabelNames(dataFolder: string): string[] {
  return readFileSync(path.join(dataFolder, 'goemotions', 'emotions.txt'), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
}

/** The official map of the 27 emotions to Ekman's six. */
export function readEkmanMap(dataFolder: string): Record<string, string[]> {
  return JSON.parse(
    readFileSync(path.join(dataFolder, 'goemotions', 'ekman_mapping.json'), 'utf8'),
  ) as Record<string, string[]>;
}
