import { BUCKETS } from '@/utils/analysis/emotion/features';
import type { Column } from './column';
import type { Comment } from './data/go-emotions';
import { trainLogistic } from './logistic';
import { createRandom } from './random';
import { featureMatrix, type SparseMatrix, textCounts } from './sparse';

/** Chosen by three-fold cross-validation on the training split alone. */
const BAYES_COST = 3;
const PLAIN_COST = 4;
const SMOOTHING = 0.1;
const BAYES_SHARE = 0.7;
const PASSES = 20;

/**
 * How much more often a column comes with a label than without, as the size of a log ratio (Wang and Manning,
 * "Baselines and bigrams", ACL 2012).
 */
export function bayesRatios(matrix: SparseMatrix, positive: Uint8Array): Float64Array {
  const withLabel = new Float64Array(BUCKETS).fill(SMOOTHING);
  const without = new Float64Array(BUCKETS).fill(SMOOTHING);
  for (let row = 0; row < matrix.rows; row += 1) {
    const side = positive[row] === 1 ? withLabel : without;
    for (let k = matrix.starts[row] ?? 0; k < (matrix.starts[row + 1] ?? 0); k += 1) {
      const column = matrix.columns[k] ?? 0;
      side[column] = (side[column] ?? 0) + (matrix.values[k] ?? 0);
    }
  }
  const total = (side: Float64Array): number => side.reduce((sum, x) => sum + x, 0);
  const shift = Math.log(total(without) / total(withLabel));
  return withLabel.map((x, j) => Math.abs(Math.log(x / (without[j] ?? 1)) + shift));
}

export interface LabelColumns {
  columns: Column[];
  /** In how many comments each bucket was. */
  texts: Float64Array;
}

/** One column for each emotion label: naive-Bayes weighted and plain logistic regression, averaged. */
export function trainLabelColumns(
  comments: readonly Comment[],
  names: readonly string[],
  progress: (line: string) => void,
): LabelColumns {
  const matrix = featureMatrix(comments.map(({ text }) => text));
  const columns = names.map((name, label) => {
    const positive = Uint8Array.from(comments, ({ labels }) => (labels.includes(label) ? 1 : 0));
    const common = { passes: PASSES, random: createRandom(label + 1) };
    const plain = trainLogistic(matrix, BUCKETS, positive, { ...common, cost: PLAIN_COST });
    const scale = bayesRatios(matrix, positive);
    const bayes = trainLogistic(matrix, BUCKETS, positive, { ...common, cost: BAYES_COST, scale });
    const mix = (a: number, b: number): number => (1 - BAYES_SHARE) * a + BAYES_SHARE * b;
    progress(`  label ${label + 1} of ${names.length}: ${name}`);
    return {
      name,
      weights: plain.weights.map((w, j) => mix(w, bayes.weights[j] ?? 0)),
      bias: mix(plain.bias, bayes.bias),
    };
  });
  return { columns, texts: textCounts(matrix, BUCKETS) };
}
