import type { Step } from '@/utils/analysis/emotion/weights';
import { createRandom } from './random';

/** Chosen by four-fold cross-validation on EmoBank's train and dev splits. */
const ROUNDS = 150;
const RATE = 0.1;
/** Rows seen by each round, and the fewest on either side of a step. */
const SHARE = 0.7;
const FEWEST = 60;
/** Rows of no effect that every side is averaged with. */
const CAUTION = 10;
const MOST_CUTS = 31;

/** Places between neighbouring values of an input where a step may be, ascending: about as many rows in each gap. */
function cutsOf(values: Float64Array): number[] {
  const sorted = values.slice().sort();
  const cuts: number[] = [];
  for (let q = 1; q <= MOST_CUTS; q += 1) {
    const at = Math.floor((q * sorted.length) / (MOST_CUTS + 1));
    const low = sorted[at] ?? 0;
    let next = at;
    while (next < sorted.length && sorted[next] === low) next += 1;
    const high = sorted[next];
    // Half-way between two values, so that rounding in the file moves no row to the other side.
    if (high !== undefined && cuts.at(-1) !== (low + high) / 2) cuts.push((low + high) / 2);
  }
  return cuts;
}

interface Split {
  input: number;
  cut: number;
  below: number;
  above: number;
}

/** The step that explains most of what is left on these rows. */
function bestSplit(
  bins: readonly Uint8Array[],
  cuts: readonly (readonly number[])[],
  rows: readonly number[],
  rest: Float64Array,
): Split | undefined {
  const total = rows.reduce((sum, row) => sum + (rest[row] ?? 0), 0);
  let best: Split | undefined;
  let most = 0;
  const counts = new Float64Array(MOST_CUTS + 1);
  const sums = new Float64Array(MOST_CUTS + 1);
  cuts.forEach((own, input) => {
    counts.fill(0);
    sums.fill(0);
    for (const row of rows) {
      const bin = bins[input]?.[row] ?? 0;
      counts[bin] = (counts[bin] ?? 0) + 1;
      sums[bin] = (sums[bin] ?? 0) + (rest[row] ?? 0);
    }
    let below = 0;
    let sum = 0;
    own.forEach((_, cut) => {
      below += counts[cut] ?? 0;
      sum += sums[cut] ?? 0;
      const above = rows.length - below;
      if (below < FEWEST || above < FEWEST) return;
      const gain = sum ** 2 / below + (total - sum) ** 2 / above;
      if (gain > most) {
        most = gain;
        best = { input, cut, below: sum / (below + CAUTION), above: (total - sum) / (above + CAUTION) };
      }
    });
  });
  return best;
}

/**
 * What a straight line through each input leaves: one small step after another, each where it explains most of the
 * rest (Friedman, "Greedy function approximation", Annals of Statistics 29, 2001, with trees of one split). `rest` is
 * what the head gets wrong on rows that it did not learn from; `bias` is what every row gets.
 */
export function trainSteps(
  lines: readonly Float64Array[],
  rest: Float64Array,
): { steps: Step[]; bias: number } {
  const width = lines[0]?.length ?? 0;
  const inputs = Array.from({ length: width }, (_, j) => Float64Array.from(lines, (line) => line[j] ?? 0));
  const cuts = inputs.map(cutsOf);
  const bins = inputs.map((values, j) =>
    Uint8Array.from(values, (value) => cuts[j]?.filter((cut) => value > cut).length ?? 0),
  );
  const left = rest.slice();
  const random = createRandom(5);
  const added = new Map<string, Step>();
  let bias = 0;
  for (let round = 0; round < ROUNDS; round += 1) {
    const rows = [...left.keys()].filter(() => random.next() < SHARE);
    const split = bestSplit(bins, cuts, rows, left);
    if (!split) break;
    const { input, cut, below, above } = split;
    bias += RATE * below;
    const key = `${String(input)}:${String(cut)}`;
    const before = added.get(key)?.[2] ?? 0;
    added.set(key, [input, cuts[input]?.[cut] ?? 0, before + RATE * (above - below)]);
    for (let row = 0; row < left.length; row += 1) {
      const isAbove = (bins[input]?.[row] ?? 0) > cut;
      left[row] = (left[row] ?? 0) - RATE * (isAbove ? above : below);
    }
  }
  return { steps: [...added.values()].sort((a, b) => a[0] - b[0] || a[1] - b[1]), bias };
}
