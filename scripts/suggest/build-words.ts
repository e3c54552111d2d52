/**
 * Counts the words of open, MIT- and CC-BY-licensed text and writes the common ones, most frequent first, to
 * the bank. The engine uses them to mend slips of the keyboard and to notice a language it does not know.
 * Run: npx tsx scripts/suggest/build-words.ts DATA_FOLDER
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainForRules, SAFE_WORD_RULES } from '@/utils/suggestions/safe-words';

const TARGET = 'utils/suggestions/device/bank/words.json';
/** A word counts when it stands this often in either source. */
const LEAST_GENERAL = 6;
const LEAST_STRESS = 3;

const folder = process.argv[2];
if (folder === undefined) throw new Error('Say where the data is: build-words.ts DATA_FOLDER');

function count(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const [word] of text
    .toLowerCase()
    .replaceAll('’', "'")
    .matchAll(/[a-z]+(?:'[a-z]+)?/gu))
    counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

const shorthand = JSON.parse(readFileSync('utils/suggestions/device/bank/shorthand.json', 'utf8')) as {
  words: Record<string, string>;
};
const extra = readFileSync('scripts/suggest/extra-words.txt', 'utf8').split(/\s+/u).filter(Boolean);
const general = count(readFileSync(join(folder, 'goemotions/train.tsv'), 'utf8').replace(/\t.*$/gmu, ''));
const stress = count(
  readFileSync(join(folder, 'sad/SAD_v1.csv'), 'utf8')
    .split('\n')
    .map((line) => line.replace(/^\d+,("(?:[^"]|"")*"|[^,]*),.*$/u, '$1'))
    .join('\n'),
);

const harmful = SAFE_WORD_RULES.filter((rule) => ['method', 'swearing'].includes(rule.id));
const frequency = (word: string) => (general.get(word) ?? 0) + 10 * (stress.get(word) ?? 0);
const words = [...new Set([...general.keys(), ...stress.keys(), ...extra])]
  .filter(
    (w) =>
      extra.includes(w) || (general.get(w) ?? 0) >= LEAST_GENERAL || (stress.get(w) ?? 0) >= LEAST_STRESS,
  )
  .filter((w) => w.length > 1 || w === 'a' || w === 'i')
  .filter((w) => !(w in shorthand.words) && !harmful.some((rule) => rule.match.test(plainForRules(w))))
  .sort((a, b) => frequency(b) - frequency(a) || (a < b ? -1 : 1));

/** Rare forms that the engine tells from a word that is there ("walks" from "walk") only take up room. */
const MENDED_TO = 3_000;
const ENDINGS: readonly (readonly [string, string])[] = [
  ['s', ''],
  ['es', ''],
  ['ed', ''],
  ['ed', 'e'],
  ['ing', ''],
  ['ing', 'e'],
  ['ly', ''],
  ['er', ''],
  ['er', 'e'],
];
const all = new Set(words);
const derived = (word: string): boolean =>
  ENDINGS.some(
    ([ending, instead]) =>
      word.endsWith(ending) &&
      word.length - ending.length > 2 &&
      all.has(word.slice(0, -ending.length) + instead),
  );
const kept = words.filter((word, rank) => rank < MENDED_TO || !derived(word));

const about =
  'Common English words, most frequent first, counted in GoEmotions (CC BY 4.0) and SAD (MIT), and words of ' +
  'care, school, work and home in Britain, America, India and Singapore. Built by scripts/suggest/build-words.ts.';
writeFileSync(TARGET, `${JSON.stringify({ about, words: kept.join(' ') }, null, 2)}\n`);
process.stdout.write(`${kept.length} words\n`);
