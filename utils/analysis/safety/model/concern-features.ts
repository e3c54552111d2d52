import { z } from '../../../schema';
import { createFeatureReader, type Features } from '../../emotion/features';
import { negatedTokens } from '../../emotion/negation';
import type { Token } from '../../text/token';
import kindsJson from './kinds.json';

const kinds = z.parse(z.record(z.string(), z.array(z.string())), kindsJson.kinds);
const KIND_OF = new Map(
  Object.entries(kinds).flatMap(([kind, words]) => words.map((word) => [word, `<${kind}>`] as const)),
);
/** What kinds count beside the words themselves. */
const KIND_SHARE = 0.5;

/**
 * Makes a reader of the features of a unit: those of the readings for its words, and the same again for the kinds of its
 * words, where words of no kind fall out, so that things said a few words apart become neighbours. The returned arrays
 * are reused by the next call.
 */
export function createConcernReader(): (tokens: readonly Token[]) => Features {
  const readWords = createFeatureReader();
  const readKinds = createFeatureReader();
  let size = 4096;
  let buckets = new Int32Array(size);
  let owners = new Int32Array(size);
  let values = new Float64Array(size);
  const grow = (needed: number): void => {
    if (needed <= size) return;
    size = needed * 2;
    buckets = new Int32Array(size);
    owners = new Int32Array(size);
    values = new Float64Array(size);
  };
  return (tokens) => {
    const negated = negatedTokens(tokens);
    const kindred: Token[] = [];
    const places: number[] = [];
    const turned: number[] = [];
    tokens.forEach((token, i) => {
      const form = KIND_OF.get(token.form);
      if (form === undefined) return;
      kindred.push({ ...token, kind: 'mask', form });
      places.push(i);
      turned.push(negated[i] ?? 0);
    });
    const words = readWords(tokens, negated);
    const ofKinds = readKinds(kindred, Uint8Array.from(turned));
    const length = words.length + ofKinds.length;
    grow(length);
    buckets.set(words.buckets.subarray(0, words.length));
    owners.set(words.owners.subarray(0, words.length));
    values.set(words.values.subarray(0, words.length));
    for (let i = 0; i < ofKinds.length; i += 1) {
      const at = words.length + i;
      const owner = ofKinds.owners[i] ?? -1;
      buckets[at] = ofKinds.buckets[i] ?? 0;
      owners[at] = owner < 0 ? owner : (places[owner] ?? owner);
      values[at] = (ofKinds.values[i] ?? 0) * KIND_SHARE;
    }
    return { length, buckets, owners, values };
  };
}
