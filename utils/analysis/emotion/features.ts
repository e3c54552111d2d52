import { HASH_SEED, hashText, hashUnit, spreadHash } from '../text/hash';
import type { Token } from '../text/token';

/** Buckets of the hashed feature table. */
export const BUCKETS = 1 << 16;

const SHORTEST_GRAM = 3;
const LONGEST_GRAM = 5;
const BOUNDARY = 0x5f;
const SPACE = 0x20;

// Each family of features starts from its own seed, so that "no" the word and "no" the piece differ.
const WORD = hashText('w', HASH_SEED);
const NEGATED = hashText('n', HASH_SEED);
const PAIR = hashText('p', HASH_SEED);
const PIECE = hashText('c', HASH_SEED);
const SHAPE = hashText('s', HASH_SEED);

const bucket = (hash: number): number => spreadHash(hash) & (BUCKETS - 1);
const CAPS_SOME = bucket(hashText('caps', SHAPE));
const CAPS_MOST = bucket(hashText('shouting', SHAPE));
const DRAWN_OUT = bucket(hashText('drawn out', SHAPE));

/** Token index of a feature that belongs to the text as a whole. */
export const WHOLE_TEXT = -1;

/** What a piece of a word counts beside a whole word or a pair: there are many pieces and each says little. */
const PIECE_COUNT = 0.4;

/**
 * A text's features. Occurrence `i` puts `values[i]` into `buckets[i]` because of token `owners[i]`. Values of
 * one bucket sum to log(1 + count), scaled so that over all buckets the squares of these sums add up to 1.
 */
export interface Features {
  length: number;
  buckets: Int32Array;
  owners: Int32Array;
  values: Float64Array;
}

/**
 * Makes a reader of features: hashed words, pairs of neighbouring words, pieces of three to five letters
 * inside words, words under a negator, and how the text is written (capitals, drawn-out letters). The
 * returned arrays are reused by the next call.
 */
export function createFeatureReader(): (tokens: readonly Token[], negated: Uint8Array) => Features {
  let size = 4096;
  let buckets = new Int32Array(size);
  let owners = new Int32Array(size);
  let values = new Float64Array(size);
  const counts = new Float64Array(BUCKETS);
  let length = 0;

  function grow(): void {
    size *= 2;
    const old = [buckets, owners, values] as const;
    buckets = new Int32Array(size);
    owners = new Int32Array(size);
    buckets.set(old[0]);
    owners.set(old[1]);
    values = new Float64Array(size);
    values.set(old[2]);
  }

  function add(index: number, owner: number, count = 1): void {
    if (length === size) grow();
    buckets[length] = index;
    owners[length] = owner;
    values[length] = count;
    length += 1;
    counts[index] = (counts[index] ?? 0) + count;
  }

  /** Pieces of a word between boundary marks. */
  function addPieces(form: string, owner: number): void {
    const units = form.length + 2;
    for (let start = 0; start + SHORTEST_GRAM <= units; start += 1) {
      let hash = PIECE;
      const end = Math.min(units, start + LONGEST_GRAM);
      for (let i = start; i < end; i += 1) {
        hash = hashUnit(hash, i === 0 || i === units - 1 ? BOUNDARY : form.charCodeAt(i - 1));
        if (i - start + 1 >= SHORTEST_GRAM) add(bucket(hash), owner, PIECE_COUNT);
      }
    }
  }

  return (tokens, negated) => {
    length = 0;
    let words = 0;
    let capitals = 0;
    let drawnOut = false;
    let previous = '^';
    for (let i = 0; i < tokens.length; i += 1) {
      const token = tokens[i];
      if (!token) continue;
      add(bucket(hashText(token.form, negated[i] === 1 ? NEGATED : WORD)), i);
      if (token.kind === 'word') {
        words += 1;
        if (token.caps) capitals += 1;
        if (token.drawnOut) drawnOut = true;
        addPieces(token.form, i);
      }
      add(bucket(hashText(token.form, hashUnit(hashText(previous, PAIR), SPACE))), i);
      previous = token.form;
    }
    if (tokens.length > 0)
      add(bucket(hashText('$', hashUnit(hashText(previous, PAIR), SPACE))), tokens.length - 1);
    if (capitals > 0 && words > 1) add(CAPS_SOME, WHOLE_TEXT);
    if (words > 2 && capitals * 2 > words) add(CAPS_MOST, WHOLE_TEXT);
    if (drawnOut) add(DRAWN_OUT, WHOLE_TEXT);

    let squares = 0;
    for (let i = 0; i < length; i += 1) {
      const count = counts[buckets[i] ?? 0] ?? 1;
      const value = Math.log(1 + count);
      const share = (values[i] ?? 0) / count;
      squares += value * value * share;
      values[i] = value * share;
    }
    const scale = squares > 0 ? 1 / Math.sqrt(squares) : 0;
    for (let i = 0; i < length; i += 1) {
      values[i] = (values[i] ?? 0) * scale;
      counts[buckets[i] ?? 0] = 0;
    }
    return { length, buckets, owners, values };
  };
}
