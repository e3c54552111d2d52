import type { Category } from '../reading';
import { HASH_SEED, hashText, spreadHash } from '../text/hash';
import type { Token } from '../text/token';
import { type FeelingMatch, matchFeelings } from './feelings';
import { readShape } from './shape';
import { AT, at, SIGNALS, SLOTS } from './signal-names';

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
  const matches = matchFeelings(tokens, negated);
  if (matches.length === 0) return;
  const slotsOf = (match: FeelingMatch): readonly number[] => {
    const slots = SLOTS.get(match.category);
    return (match.negated ? slots?.negated : own ? slots?.own : slots?.named) ?? [];
  };
  const counts = new Map<number, number>();
  for (const match of matches) {
    for (const slot of slotsOf(match)) counts.set(slot, (counts.get(slot) ?? 0) + 1);
  }
  for (const [slot, count] of counts) signals.values[slot] = Math.log(1 + count);
  for (const match of matches) {
    for (const signal of slotsOf(match)) {
      const amount = (signals.values[signal] ?? 0) / (counts.get(signal) ?? 1) / (match.to - match.from);
      for (let token = match.from; token < match.to; token += 1)
        signals.signs.push({ token, signal, amount });
    }
  }
}

/** What the words with a valence come to. */
interface Valences {
  sum: number;
  positive: number;
  negative: number;
  highest: number;
  lowest: number;
  count: number;
  positives: number;
  /** Root of the number of words: long texts hold more words of either kind, and this evens it out. */
  root: number;
}

/** Signals over all words with a valence: their value, and what one word of valence `v` puts into it. */
const VALENCE_SIGNALS: readonly {
  signal: number;
  value(all: Valences): number;
  part(v: number, all: Valences): number;
}[] = [
  {
    signal: at('valence:sum'),
    value: ({ sum }) => soften(sum),
    part: (v, { sum }) => (sum === 0 ? 0 : (soften(sum) * v) / sum),
  },
  {
    signal: at('valence:positive'),
    value: ({ positive }) => soften(positive),
    part: (v, { positive }) => (v > 0 ? (soften(positive) * v) / positive : 0),
  },
  {
    signal: at('valence:negative'),
    value: ({ negative }) => soften(negative),
    part: (v, { negative }) => (v < 0 ? (-soften(negative) * v) / negative : 0),
  },
  {
    signal: at('valence:mean'),
    value: ({ sum, count }) => sum / count / 2,
    part: (v, { count }) => v / count / 2,
  },
  { signal: at('valence:density'), value: ({ sum, root }) => sum / root, part: (v, { root }) => v / root },
  {
    signal: at('valence:size'),
    value: ({ positive, negative, root }) => (positive + negative) / root,
    part: (v, { root }) => Math.abs(v) / root,
  },
  {
    signal: at('positive words'),
    value: ({ positives, root }) => positives / root,
    part: (v, { root }) => (v > 0 ? 1 / root : 0),
  },
  {
    signal: at('negative words'),
    value: ({ count, positives, root }) => (count - positives) / root,
    part: (v, { root }) => (v > 0 ? 0 : 1 / root),
  },
  {
    signal: at('valence:highest'),
    value: ({ highest }) => highest / 2,
    part: (v, { highest }) => (v === highest ? highest / 2 : 0),
  },
  {
    signal: at('valence:lowest'),
    value: ({ lowest }) => lowest / 2,
    part: (v, { lowest }) => (v === lowest ? lowest / 2 : 0),
  },
];

function readValence(
  tokens: readonly Token[],
  negated: Uint8Array,
  lexicon: Lexicon,
  { values, signs, words }: Signals,
): void {
  const root = Math.sqrt(Math.max(1, words));
  const all: Valences = {
    sum: 0,
    positive: 0,
    negative: 0,
    highest: 0,
    lowest: 0,
    count: 0,
    positives: 0,
    root,
  };
  const found: { token: number; valence: number }[] = [];
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token || token.kind === 'punctuation') continue;
    const known = lexicon.get(lexiconKey(token.form));
    if (known === undefined) continue;
    const valence = known * (negated[i] === 1 ? NEGATED_VALENCE : 1);
    all.highest = Math.max(all.highest, valence);
    all.lowest = Math.min(all.lowest, valence);
    if (valence > 0) {
      all.positive += valence;
      all.positives += 1;
    } else all.negative -= valence;
    found.push({ token: i, valence });
  }
  if (found.length === 0) return;
  all.count = found.length;
  all.sum = all.positive - all.negative;
  for (const { signal, value, part } of VALENCE_SIGNALS) {
    values[signal] = value(all);
    for (const { token, valence } of found) {
      const amount = part(valence, all);
      if (amount !== 0) signs.push({ token, signal, amount });
    }
  }
  values[AT.last] = soften(found.at(-1)?.valence ?? 0);
}

/** Whether the text names a feeling of this category in words, not negated. */
export function namesFeeling({ values }: Signals, category: Category): boolean {
  const signal = SLOTS.get(category)?.named[0];
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
  for (let i = 0; i < tokens.length; i += 1) {
    const token = tokens[i];
    if (!token) continue;
    const { kind, form } = token;
    if (kind === 'punctuation') {
      if (form.startsWith('!')) exclaims += form.length;
      else if (form.startsWith('?')) values[AT.asks] = 1;
      else if (form.startsWith('..')) values[AT.trailsOff] = 1;
      else if (form.startsWith('"')) values[AT.quotes] = 1;
      else if (form.startsWith(',')) commas += 1;
    } else if (kind === 'word') {
      signals.words += 1;
      if (token.caps) capitals += 1;
      if (!isKnown(form)) signals.unknown += 1;
      if (FIRST.has(form)) values[AT.first] = 1;
      else if (SECOND.has(form)) values[AT.second] = 1;
      else if (THIRD.has(form)) values[AT.third] = 1;
      if (i < 2 && GREETINGS.has(form)) values[AT.greets] = 1;
    }
  }
  values[AT.length] = Math.log(1 + signals.words) / 3;
  if (signals.words < 4) values[AT.short] = 1;
  values[AT.exclaims] = Math.min(3, exclaims) / 3;
  values[AT.commas] = Math.min(4, commas) / 4;
  if (signals.words > 1) values[AT.capitals] = capitals / signals.words;
  readShape(tokens, { words: signals.words, commas }, values, AT.shape);
  // Who does not speak of others and asks nothing speaks of themselves: "feeling low", "so done".
  const first = values[AT.first] === 1;
  const others = values[AT.second] === 1 || values[AT.third] === 1;
  readFeelings(tokens, negated, first || !others, signals);
  readValence(tokens, negated, lexicon, signals);
  return signals;
}
