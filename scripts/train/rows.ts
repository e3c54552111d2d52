import { negatedTokens } from '@/utils/analysis/emotion/negation';
import { strengthOf } from '@/utils/analysis/emotion/scores';
import { SHAPE } from '@/utils/analysis/emotion/shape';
import { SIGNALS } from '@/utils/analysis/emotion/signal-names';
import { readSignals, type Lexicon } from '@/utils/analysis/emotion/signals';
import { LABELS } from '@/utils/analysis/emotion/weights';
import { tokenise } from '@/utils/analysis/text/tokenise';
import type { Column } from './column';
import { featureMatrix, rowTimes, type SparseMatrix } from './sparse';

/** Inputs of the layers: label strengths, then signals. */
export const DENSE = LABELS + SIGNALS.length;

/** Texts as the heads see them: hashed features, and label strengths with signals. */
export interface Rows {
  matrix: SparseMatrix;
  dense: Float64Array[];
}

/** Describes texts by the stored label columns and the lexicon, exactly as the extension will. */
export function describeTexts(texts: readonly string[], labels: readonly Column[], lexicon: Lexicon): Rows {
  const matrix = featureMatrix(texts);
  const dense = texts.map((text, row) => {
    const tokens = tokenise(text);
    const line = new Float64Array(DENSE);
    labels.forEach(({ weights, bias }, i) => {
      line[i] = strengthOf(rowTimes(matrix, row, weights) + bias);
    });
    line.set(readSignals(tokens, negatedTokens(tokens), lexicon, () => true).values, LABELS);
    return line;
  });
  return { matrix, dense };
}

const FIRST_SHAPE = LABELS + SIGNALS.indexOf(SHAPE[0] ?? '');

/** The same rows without the signals of `SHAPE`. */
export function withoutShape({ matrix, dense }: Rows): Rows {
  return {
    matrix,
    dense: dense.map((line) => line.map((value, i) => (i < FIRST_SHAPE ? value : 0))),
  };
}
