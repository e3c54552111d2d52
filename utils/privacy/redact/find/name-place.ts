import { lexicon } from '../lexicon';
import { follows, type Token } from '../tokens';

/** What the rules for names need to know of one word of a text. */
export interface Place {
  tokens: readonly Token[];
  at: number;
  token: Token;
  /** The words beside it, when only a space is between. */
  previous: Token | undefined;
  next: Token | undefined;
  /** Nothing but kisses comes after it. */
  closing: boolean;
  /** Its capital tells: neither the start of a sentence nor a text in capitals. */
  telling: boolean;
  /** A given name and nothing else. */
  given: boolean;
  /** A given name that is also a word, a month or a place. */
  doubtful: boolean;
  common: boolean;
  kept: boolean;
}

/** `O'Donoghue`, `D'Andre`: no English word is built so. */
const APOSTROPHE_NAME = /^[OD]'\p{Lu}\p{Ll}{2}/u;
const KISSES = /^x+o*$|^xo+$/;

/** The index of the last word that is no kiss. */
export function lastWord(tokens: readonly Token[]): number {
  let last = tokens.length - 1;
  while (last > 0 && KISSES.test(tokens[last]?.lower ?? '')) last -= 1;
  return last;
}

/** The word at `at` with what surrounds it. `shouting`: capitals of this text tell nothing. */
export function placeOf(
  tokens: readonly Token[],
  at: number,
  shouting: boolean,
  last: number,
): Place | undefined {
  const token = tokens[at];
  if (token === undefined) return undefined;
  const after = tokens[at + 1];
  const common = lexicon.common(token.lower);
  const doubtful = lexicon.doubtful(token.lower);
  const listed = token.lower
    .split('-')
    .some((part) => lexicon.givenNames.has(part) && !lexicon.doubtful(part));
  return {
    tokens,
    at,
    token,
    previous: follows(token) ? tokens[at - 1] : undefined,
    next: after !== undefined && /^ {1,2}$/.test(after.gap) ? after : undefined,
    closing: at === last,
    telling: token.capital && !token.first && !shouting,
    given: !doubtful && !(token.text.includes('-') && common) && (listed || APOSTROPHE_NAME.test(token.text)),
    doubtful,
    common,
    kept: lexicon.kept(token.lower),
  };
}

/** Letters only, and more than one. */
export const isWordlike = (token: Token): boolean =>
  /^[\p{L}\p{M}][\p{L}\p{M}'-]*$/u.test(token.text) && token.text.length > 1;

/** No everyday word, nothing that is kept, no name that is a word. */
export const isUnknown = ({ common, kept, doubtful }: Place): boolean => !common && !kept && !doubtful;

/** In capitals for its loudness, not as a name. */
export const isLoud = (token: Token): boolean => token.text === token.text.toUpperCase();
