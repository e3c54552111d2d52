import { describe, expect, it } from 'vitest';
import { negatedTokens } from '@/utils/analysis/emotion/negation';
import { tokenise } from '@/utils/analysis/text/tokenise';

const reached = (text: string): string[] => {
  const tokens = tokenise(text);
  const negated = negatedTokens(tokens);
  return tokens.filter((_, i) => negated[i] === 1).map(({ form }) => form);
};

describe('what a negator reaches', () => {
  it.each([
    ['i am not happy', ['happy']],
    ['i stopped crying', ['crying']],
    ['not sad, just tired', ['sad']],
    ['never sad but angry', ['sad']],
  ])('in %j', (text, words) => {
    expect(reached(text)).toEqual(words);
  });

  it.each(["I can't stop crying", "it doesn't stop hurting", "she couldn't stop laughing"])(
    'does not reach what goes on: %j',
    (text) => {
      expect(reached(text)).toEqual(['stop']);
    },
  );
});
