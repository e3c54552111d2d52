import type { Token } from '../text/token';

/** Words that turn what follows round. Forms as `Token.form` has them, without apostrophes. */
const NEGATORS = new Set([
  ...[
    'not',
    'no',
    'never',
    'cant',
    'dont',
    'doesnt',
    'didnt',
    'wont',
    'wouldnt',
    'couldnt',
    'shouldnt',
    'isnt',
    'arent',
  ],
  ...['wasnt', 'werent', 'aint', 'havent', 'hasnt', 'hadnt', 'without', 'hardly', 'barely', 'neither', 'nor'],
]);
/** Words that end something, and so turn it round; under a negator they go on with it: "I can't stop crying". */
const STOPPERS = new Set(['stop', 'stopped', 'stopping']);
/** Words after which the turning ends. */
const ENDS = new Set(['but', 'because', 'though', 'although', 'except', 'and', 'just', 'so']);
/** Words that a negator reaches at most. */
export const REACH = 4;

/** For each token, whether a negator before it reaches it; punctuation and words such as "but" end its reach. */
export function negatedTokens(tokens: readonly Token[]): Uint8Array {
  const negated = new Uint8Array(tokens.length);
  let left = 0;
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token) continue;
    const isReached = left > 0;
    if (token.kind === 'punctuation' || ENDS.has(token.form)) left = 0;
    else if (isReached && token.kind === 'word') {
      negated[i] = 1;
      left -= 1;
    }
    if (token.kind !== 'word') continue;
    if (NEGATORS.has(token.form)) left = REACH;
    else if (STOPPERS.has(token.form)) left = isReached ? 0 : REACH;
  }
  return negated;
}
