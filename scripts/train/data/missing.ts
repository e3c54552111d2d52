import { existsSync } from 'node:fs';
import path from 'node:path';

/** The files that training reads, by the data set that holds each. */
const NEEDED = [
  { set: 'GoEmotions', file: 'goemotions/train.tsv' },
  { set: 'GoEmotions', file: 'goemotions/dev.tsv' },
  { set: 'GoEmotions', file: 'goemotions/test.tsv' },
  { set: 'GoEmotions', file: 'goemotions/emotions.txt' },
  { set: 'GoEmotions', file: 'goemotions/ekman_mapping.json' },
  { set: 'EmoBank', file: 'emobank/emobank.csv' },
  { set: 'SAD', file: 'sad/SAD_v1.csv' },
  { set: 'VADER', file: 'vader/vader_lexicon.txt' },
];

/** One line for each file that training or measuring needs and the folder lacks. */
export function missingData(dataFolder: string): string[] {
  return NEEDED.filter(({ file }) => !existsSync(path.join(dataFolder, file))).map(
    ({ set, file }) => `  ${file} (${set})`,
  );
}
