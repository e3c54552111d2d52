import { createMayMatch } from '../../analysis/text/may-match';
import { z } from '../../schema';
import { plainForRules } from '../safe-words';

export const heardSchema = z.object({
  name: z.string(),
  /** A pattern for how people say it, in plain lower-case words, tried between word borders. */
  words: z.string(),
  /** Where this stands in the same message as well, something else is meant. */
  unless: z.optional(z.string()),
});
type Heard = z.infer<typeof heardSchema>;

/** Of a longer text only so much is heard, from its end, in UTF-16 units. */
const MOST_HEARD = 1_500;

export interface Hearer {
  /** The names of those that a text holds, in their order. */
  namesIn: (text: string) => string[];
  /** Tries every pattern on nothing, so that none is compiled when somebody waits. */
  prepare: () => void;
}

/** Makes an ear for what the patterns of the bank name. */
export function createHearer(entries: readonly Heard[]): Hearer {
  const between = (words: string): RegExp => new RegExp(`\\b(?:${words})\\b`, 'u');
  const compiled = entries.map(({ name, words, unless }) => ({
    name,
    words: between(words),
    unless: unless === undefined ? null : between(unless),
  }));
  const mayMatch = createMayMatch(entries.map(({ words }) => words));
  return {
    namesIn: (text) => {
      const plain = plainForRules(text.slice(-MOST_HEARD));
      const may = mayMatch(plain);
      return compiled.flatMap(({ name, words, unless }, i) =>
        may[i] === 1 && words.test(plain) && unless?.test(plain) !== true ? [name] : [],
      );
    },
    prepare: () => {
      for (const { words, unless } of compiled) {
        words.test('');
        unless?.test('');
      }
    },
  };
}
