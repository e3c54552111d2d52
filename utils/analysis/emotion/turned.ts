import { z } from '../../schema';
import { CATEGORIES, type Category } from '../reading';
import type { Token } from '../text/token';
import { buildPhraseTree, longestPhrase } from './phrase-tree';
import turned from './turned.json';
import { CLASSES } from './weights';

const fileSchema = z.object({
  about: z.string(),
  categories: z.partialRecord(z.enum(CATEGORIES), z.array(z.string().check(z.minLength(1)))),
});

const tree = buildPhraseTree(
  Object.entries(z.parse(fileSchema, turned).categories).map(
    ([category, phrases]) => [category as Category, phrases] as const,
  ),
);

/** More words than any phrase has. */
const LONGEST = 8;

/** Kind words that mean something else: tokens `from` to `to`, `to` exclusive. */
export interface TurnedPhrase {
  from: number;
  to: number;
  means: Category;
}

/** The first phrase of `turned.json` in a text; marks between its words do not hide it ("great, just great"). */
export function findTurned(tokens: readonly Token[]): TurnedPhrase | undefined {
  let words: number[] | undefined;
  for (let i = 0; i < tokens.length; i += 1) {
    if (!tree.next.has(tokens[i]?.form ?? '')) continue;
    words ??= [...tokens.keys()].filter((at) => tokens[at]?.kind === 'word');
    const from = words.indexOf(i);
    if (from < 0) continue;
    const said = words.slice(from, from + LONGEST).flatMap((at) => tokens[at] ?? []);
    const phrase = longestPhrase(tree, said, 0);
    if (phrase) return { from: i, to: (words[from + phrase.to - 1] ?? i) + 1, means: phrase.ends };
  }
  return undefined;
}

const NEUTRAL = CATEGORIES.indexOf('neutral');
const HAPPINESS = CATEGORIES.indexOf('happiness');

/** Part of what was said of other feelings that goes to what is meant: they too were read from its words. */
const OTHERS = 0.5;

/**
 * The same classes with what was said of joy, of kindness and of nothing given to what is meant, and half of
 * what was said of the other feelings: some of that was read word by word from the phrase itself.
 */
export function turnRound(classes: Float64Array, means: Category): Float64Array {
  const turnedClasses = classes.slice();
  const to = CATEGORIES.indexOf(means);
  for (let i = 0; i < CLASSES.length; i += 1) {
    if (i === to) continue;
    const moved = (turnedClasses[i] ?? 0) * (i === HAPPINESS || i >= NEUTRAL ? 1 : OTHERS);
    turnedClasses[to] = (turnedClasses[to] ?? 0) + moved;
    turnedClasses[i] = (turnedClasses[i] ?? 0) - moved;
  }
  return turnedClasses;
}
