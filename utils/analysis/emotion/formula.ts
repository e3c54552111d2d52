import { z } from '../../schema';
import type { Token } from '../text/token';
import { buildPhraseTree, longestPhrase } from './phrase-tree';

const list = z.array(z.string().check(z.minLength(1)));
/** A list of phrases that make a formula, and of small words that may stand around one. */
export const formulaSchema = z.object({ about: z.string(), core: list, filler: list });
export type Formula = z.infer<typeof formulaSchema>;

/**
 * Makes a test whether a message is nothing but such a formula: of at most `mostWords` words every one belongs to a
 * phrase of the core or to the small words around it, and one to the core.
 */
export function createFormulaTest(
  { core, filler }: Formula,
  mostWords: number,
): (tokens: readonly Token[]) => boolean {
  const tree = buildPhraseTree<'core' | 'filler'>([
    ['core', core],
    ['filler', filler],
  ]);
  return (tokens) => {
    // Most messages begin with no formula: nothing is gathered for them.
    const first = tokens.find((token) => token.kind === 'word');
    if (!first || !tree.next.has(first.form)) return false;
    const words = tokens.filter((token) => token.kind === 'word');
    if (words.length > mostWords) return false;
    let isFormula = false;
    for (let at = 0; at < words.length;) {
      const phrase = longestPhrase(tree, words, at);
      if (!phrase) return false;
      if (phrase.ends === 'core') isFormula = true;
      at = phrase.to;
    }
    return isFormula;
  };
}
