import { CATEGORIES } from '../reading';
import { HASH_SEED, hashText, spreadHash } from '../text/hash';
import type { Token } from '../text/token';
import { matchFeelings } from './feelings';

const FELT = CATEGORIES.filter((category) => category !== 'neutral');

/** Names of the signals, in the order of the vector that `readSignals` gives. */
export const SIGNALS = [
  ...FELT.map((category) => `feeling:${category}`),
  ...FELT.map((category) => `not:${category}`),
  ...FELT.map((category) => `own:${category}`),
  'valence:sum',
  'valence:positive',
  'valence:negative',
  'valence:last',
  'length',
  'short',
  'exclaims',
  'asks',
  'trails off',
  'first person',
  'second person',
  'third person',
  'capitals',
  'greets',
];
const INDEX = new Map(SIGNALS.map((name, i) => [name, i]));
const at = (name: string): number => INDEX.get(name) ?? 0;
const AT = {
  sum: at('valence:sum'),
  positive: at('valence:positive'),
  negative: at('valence:negative'),
  last: at('valence:last'),
};

/** Valence of words, -4 to 4, by `lexiconKey`. */
export type Lexicon = ReadonlyMap<number, number>;

export const LEXICON_BITS = 22;
/** Key of a word form in the lexicon. Two words in a thousand share one by chance. */
export const lexiconKey = (form: string): number =>
  spreadHash(hashText(form, HASH_SEED)) >>> (32 - LEXICON_BITS);

const FIRST = new Set(['i', 'im', 'ive', 'me', 'my', 'myself', 'mine', "i'll", "i'd"]);
const SECOND = new Set(['you', 'your', 'youre', 'yours', 'yourself', 'youve', 'youll']);
const THIRD = new Set(['he', 'she', 'they', 'him', 'her', 'them', 'hes', 'shes', 'theyre', 'his', 'their']);
const GREETINGS = new Set(['hi', 'hello', 'hey', 'hiya', 'hii', 'morning', 'evening']);

/** What a negator leaves of a word's valence: turned round and weakened (VADER: Hutto and Gilbert, ICWSM 2014). */
const NEGATED_VALENCE = -0.74;
/** VADER's way of bringing a sum of valences into [-1, 1]. */
const soften = (sum: number): number => sum / Math.sqrt(sum * sum + 15);

/** A text's signals. `signs` says which token put how much into which signal; the rest belongs to no token. */
export interface Signals {
  values: Float64Array;
  signs: { token: number; signal: number; amount: number }[];
  /** Words that are in no list of known words. */
  unknown: number;
  words: number;
}

function readFeelings(tokens: readonly Token[], negated: Uint8Array, own: boolean, signals: Signals): void {
  const slots = matchFeelings(tokens, negated).map((match) => {
    const names = match.negated ? ['not'] : own ? ['feeling', 'own'] : ['feeling'];
    return { ...match, slots: names.map((name) => at(`${name}:${match.category}`)) };
  });
  const counts = new Map<number, number>();
  for (const slot of slots.flatMap((match) => match.slots)) counts.set(slot, (counts.get(slot) ?? 0) + 1);
  for (const [slot, count] of counts) signals.values[slot] = Math.log(1 + count);
  for (const match of slots) {
    for (const signal of match.slots) {
      const amount = (signals.values[signal] ?? 0) / (counts.get(signal) ?? 1) / (match.to - match.from);
      for (let token = match.from; token < match.to; token += 1)
        signals.signs.push({ token, signal, amount });
    }
  }
}

function readValence(
  tokens: readonly Token[],
  negated: Uint8Array,
  lexicon: Lexicon,
  signals: Signals,
): void {
  let positive = 0;
  let negative = 0;
  let last = 0;
  const found: { token: number; valence: number }[] = [];
  tokens.forEach((token, i) => {
    const known = token.kind === 'punctuation' ? undefined : lexicon.get(lexiconKey(token.form));
    if (known === undefined) return;
    const valence = known * (negated[i] === 1 ? NEGATED_VALENCE : 1);
    if (valence > 0) positive += valence;
    else negative -= valence;
    last = valence;
    found.push({ token: i, valence });
  });
  const sum = positive - negative;
  signals.values[AT.sum] = soften(sum);
  signals.values[AT.positive] = soften(positive);
  signals.values[AT.negative] = soften(negative);
  signals.values[AT.last] = soften(last);
  for (const { token, valence } of found) {
    const side = valence > 0 ? AT.positive : AT.negative;
    const total = valence > 0 ? positive : negative;
    signals.signs.push({ token, signal: side, amount: (soften(total) * Math.abs(valence)) / total });
    if (sum !== 0) signals.signs.push({ token, signal: AT.sum, amount: (soften(sum) * valence) / sum });
  }
}

/** Reads what stands beside the hashed features: named feelings, word valences, persons, punctuation, length. */
export function readSignals(
  tokens: readonly Token[],
  negated: Uint8Array,
  lexicon: Lexicon,
  isKnown: (form: string) => boolean,
): Signals {
  const signals: Signals = { values: new Float64Array(SIGNALS.length), signs: [], unknown: 0, words: 0 };
  const { values } = signals;
  let capitals = 0;
  let exclaims = 0;
  const set = (name: string, value = 1): void => {
    values[at(name)] = value;
  };
  for (const [i, token] of tokens.entries()) {
    if (token.kind === 'punctuation') {
      if (token.form.startsWith('!')) exclaims += token.form.length;
      else if (token.form.startsWith('?')) set('asks');
      else if (token.form.startsWith('..')) set('trails off');
    } else if (token.kind === 'word') {
      signals.words += 1;
      if (token.caps) capitals += 1;
      if (!isKnown(token.form)) signals.unknown += 1;
      if (FIRST.has(token.form)) set('first person');
      else if (SECOND.has(token.form)) set('second person');
      else if (THIRD.has(token.form)) set('third person');
      if (i < 2 && GREETINGS.has(token.form)) set('greets');
    }
  }
  set('length', Math.log(1 + signals.words) / 3);
  if (signals.words < 4) set('short');
  set('exclaims', Math.min(3, exclaims) / 3);
  if (signals.words > 1) set('capitals', capitals / signals.words);
  // Who does not speak of others and asks nothing speaks of themselves: "feeling low", "so done".
  const first = values[at('first person')] === 1;
  const others = values[at('second person')] === 1 || values[at('third person')] === 1;
  readFeelings(tokens, negated, first || !others, signals);
  readValence(tokens, negated, lexicon, signals);
  return signals;
}
