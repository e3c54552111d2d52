import { CATEGORIES, type Category } from '../reading';
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
  'valence:mean',
  'valence:density',
  'valence:size',
  'valence:highest',
  'valence:lowest',
  'positive words',
  'negative words',
  'commas',
  'quotes',
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
  let positives = 0;
  let highest = 0;
  let lowest = 0;
  const found: { token: number; valence: number }[] = [];
  tokens.forEach((token, i) => {
    const known = token.kind === 'punctuation' ? undefined : lexicon.get(lexiconKey(token.form));
    if (known === undefined) return;
    const valence = known * (negated[i] === 1 ? NEGATED_VALENCE : 1);
    highest = Math.max(highest, valence);
    lowest = Math.min(lowest, valence);
    if (valence > 0) {
      positive += valence;
      positives += 1;
    } else negative -= valence;
    found.push({ token: i, valence });
  });
  if (found.length === 0) return;
  const { values, signs } = signals;
  const sum = positive - negative;
  const size = positive + negative;
  // Long texts hold more words of either kind; their root evens that out.
  const root = Math.sqrt(Math.max(1, signals.words));
  // Signals that are a sum over the words, and what one word puts into each.
  const sums: [string, number, (valence: number) => number][] = [
    ['valence:sum', soften(sum), (v) => (sum === 0 ? 0 : (soften(sum) * v) / sum)],
    ['valence:positive', soften(positive), (v) => (v > 0 ? (soften(positive) * v) / positive : 0)],
    ['valence:negative', soften(negative), (v) => (v < 0 ? (-soften(negative) * v) / negative : 0)],
    ['valence:mean', sum / found.length / 2, (v) => v / found.length / 2],
    ['valence:density', sum / root, (v) => v / root],
    ['valence:size', size / root, (v) => Math.abs(v) / root],
    ['positive words', positives / root, (v) => (v > 0 ? 1 / root : 0)],
    ['negative words', (found.length - positives) / root, (v) => (v > 0 ? 0 : 1 / root)],
    ['valence:highest', highest / 2, (v) => (v === highest ? highest / 2 : 0)],
    ['valence:lowest', lowest / 2, (v) => (v === lowest ? lowest / 2 : 0)],
  ];
  for (const [name, value, part] of sums) {
    const signal = at(name);
    values[signal] = value;
    for (const { token, valence } of found) {
      const amount = part(valence);
      if (amount !== 0) signs.push({ token, signal, amount });
    }
  }
  values[at('valence:last')] = soften(found.at(-1)?.valence ?? 0);
}

/** Whether the text names a feeling of this category in words, not negated. */
export function namesFeeling({ values }: Signals, category: Category): boolean {
  const signal = INDEX.get(`feeling:${category}`);
  return signal !== undefined && (values[signal] ?? 0) > 0;
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
  let commas = 0;
  const set = (name: string, value = 1): void => {
    values[at(name)] = value;
  };
  for (const [i, token] of tokens.entries()) {
    if (token.kind === 'punctuation') {
      if (token.form.startsWith('!')) exclaims += token.form.length;
      else if (token.form.startsWith('?')) set('asks');
      else if (token.form.startsWith('..')) set('trails off');
      else if (token.form.startsWith('"')) set('quotes');
      else if (token.form.startsWith(',')) commas += 1;
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
  set('commas', Math.min(4, commas) / 4);
  if (signals.words > 1) set('capitals', capitals / signals.words);
  // Who does not speak of others and asks nothing speaks of themselves: "feeling low", "so done".
  const first = values[at('first person')] === 1;
  const others = values[at('second person')] === 1 || values[at('third person')] === 1;
  readFeelings(tokens, negated, first || !others, signals);
  readValence(tokens, negated, lexicon, signals);
  return signals;
}
