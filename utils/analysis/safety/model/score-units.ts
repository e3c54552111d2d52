import type { Token } from '../../text/token';
import { createConcernReader } from './concern-features';
import { SAFETY_COLUMNS, type SafetyModel } from './safety-model';
import type { Unit } from './units';

const COLUMNS = SAFETY_COLUMNS.length;
const CONCERN = 0;

/** What the model says of one unit. The arrays are reused by the next one. */
export interface UnitScore {
  /** Sum of the weights by column, with its constant term. */
  sums: Float64Array;
  /** What each token of the unit adds to `concern`. */
  shares: Float64Array;
}

/** Makes the part that scores units. Linear in the unit's length. */
export function createUnitScorer(model: SafetyModel): (tokens: readonly Token[], unit: Unit) => UnitScore {
  const readFeatures = createConcernReader();
  const { starts, columns, values: stored } = model.table;
  const sums = new Float64Array(COLUMNS);
  let shares = new Float64Array(64);
  return (tokens, { from, to }) => {
    const own = tokens.slice(from, to);
    if (shares.length < own.length) shares = new Float64Array(own.length * 2);
    shares.fill(0, 0, own.length);
    sums.set(model.biases);
    const { length, buckets, owners, values } = readFeatures(own);
    for (let i = 0; i < length; i += 1) {
      const bucket = buckets[i] ?? 0;
      const end = starts[bucket + 1] ?? 0;
      for (let at = starts[bucket] ?? 0; at < end; at += 1) {
        const column = columns[at] ?? 0;
        const part = (values[i] ?? 0) * (stored[at] ?? 0);
        sums[column] = (sums[column] ?? 0) + part;
        const owner = owners[i] ?? -1;
        if (column === CONCERN && owner >= 0) shares[owner] = (shares[owner] ?? 0) + part;
      }
    }
    return { sums, shares: shares.subarray(0, own.length) };
  };
}
