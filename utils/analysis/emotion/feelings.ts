import { z } from '../../schema';
import { CATEGORIES } from '../reading';
import type { Category } from '../reading';
import type { Token } from '../text/token';
import feelings from './feelings.json';
import { buildPhraseTree, longestPhrase } from './phrase-tree';

const fileSchema = z.object({
  about: z.string(),
  categories: z.partialRecord(z.enum(CATEGORIES), z.array(z.string().check(z.minLength(1)))),
});

/** A feeling word or phrase in a text: tokens `from` to `to`, `to` exclusive. */
export interface FeelingMatch {
  category: Category;
  from: number;
  to: number;
  /** A negator before it reaches it. */
  negated: boolean;
}

const tree = buildPhraseTree(
  Object.entries(z.parse(fileSchema, feelings).categories).map(
    ([category, phrases]) => [category as Category, phrases] as const,
  ),
);

/** The feeling words and phrases in a text, longest first at each place, none overlapping. */
export function matchFeelings(tokens: readonly Token[], negated: Uint8Array): FeelingMatch[] {
  const matches: FeelingMatch[] = [];
  for (let from = 0; from < tokens.length;) {
    const phrase = longestPhrase(tree, tokens, from);
    if (phrase) matches.push({ category: phrase.ends, from, to: phrase.to, negated: negated[from] === 1 });
    from = phrase?.to ?? from + 1;
  }
  return matches;
}
