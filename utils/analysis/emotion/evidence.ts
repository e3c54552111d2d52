import type { Evidence } from '../reading';
import type { Token } from '../text/token';
import { chatColumn } from './classes';
import { REACH } from './negation';
import { strengthSlope, type Scores } from './scores';
import { weighBucket } from './weight-table';
import { COLUMNS, LABELS, type Weights } from './weights';

/** Pieces of evidence shown at most. */
const MOST = 6;
/** Pieces that weigh less than this part of the heaviest are left out. */
const FAINT = 0.18;
/** Words that carry nothing by themselves; they are shown only between two that do. */
const SMALL = new Set(
  'i im a an the and or of to in on at for with is am are was were be been it its that this my me you your he she they we so just do did have has had as'.split(
    ' ',
  ),
);

/** How each class counts towards choosing `chosen` over the others: by its share of its own side. */
function contrast(chosen: readonly number[], probabilities: Float64Array): Float64Array {
  const inside = chosen.reduce((sum, i) => sum + (probabilities[i] ?? 0), 1e-9);
  const outside = 1 - inside + 2e-9;
  return probabilities.map((p, i) => (chosen.includes(i) ? p / inside : -p / outside));
}

/** What each token adds to choosing these classes: the layers are linear near the text, so parts sum. */
function tokenShares(
  weights: Weights,
  scores: Scores,
  chosen: readonly number[],
  probabilities: Float64Array,
  tokens: number,
): Float64Array {
  const factors = contrast(chosen, probabilities);
  const perColumn = new Float64Array(COLUMNS);
  const perSignal = new Float64Array(scores.signals.values.length);
  weights.classes.forEach(({ labels, signals }, k) => {
    const factor = factors[k] ?? 0;
    for (let c = 0; c < LABELS; c += 1) perColumn[c] = (perColumn[c] ?? 0) + factor * (labels[c] ?? 0);
    for (let s = 0; s < perSignal.length; s += 1)
      perSignal[s] = (perSignal[s] ?? 0) + factor * (signals[s] ?? 0);
    perColumn[chatColumn(k)] = factor;
  });
  for (let c = 0; c < LABELS; c += 1) {
    perColumn[c] = (perColumn[c] ?? 0) * strengthSlope(scores.columns[c] ?? 0);
  }
  const shares = new Float64Array(tokens);
  const { length, buckets, owners, values } = scores.features;
  for (let i = 0; i < length; i += 1) {
    const owner = owners[i] ?? -1;
    if (owner < 0) continue;
    const sum = weighBucket(weights.table, buckets[i] ?? 0, perColumn);
    shares[owner] = (shares[owner] ?? 0) + sum * (values[i] ?? 0);
  }
  for (const { token, signal, amount } of scores.signals.signs) {
    shares[token] = (shares[token] ?? 0) + amount * (perSignal[signal] ?? 0);
  }
  return shares;
}

interface Piece {
  from: number;
  to: number;
  weight: number;
}

/** A word under a negator is shown with it: "not happy", never "happy" alone. */
function withNegator(negated: Uint8Array, token: number): number {
  let from = token;
  while (token - from < REACH && negated[from] === 1) from -= 1;
  return from;
}

/**
 * Neighbouring words that pull the same way are one piece, small words between them included; so are words that
 * share a negator.
 */
function join(pieces: readonly Piece[], tokens: readonly Token[]): Piece[] {
  const joined: Piece[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    const gap = last ? tokens.slice(last.to, piece.from) : [];
    const near =
      last && gap.length <= 1 && gap.every((token) => token.kind === 'word' && SMALL.has(token.form));
    const overlap = last !== undefined && piece.from < last.to;
    if (last && (overlap || (near && Math.sign(last.weight) === Math.sign(piece.weight)))) {
      last.to = Math.max(last.to, piece.to);
      last.weight += piece.weight;
    } else joined.push({ ...piece });
  }
  return joined;
}

/**
 * The words on which choosing the classes `chosen` rests, heaviest first cut to a few, in the order of the text.
 * Weights are parts of all that the words say for and against it, so their sizes sum to at most 1.
 */
export function findEvidence(
  weights: Weights,
  scores: Scores,
  chosen: readonly number[],
  probabilities: Float64Array,
  text: string,
  tokens: readonly Token[],
): Evidence[] {
  const shares = tokenShares(weights, scores, chosen, probabilities, tokens.length);
  const all = shares.reduce((sum, share) => sum + Math.abs(share), 0);
  if (all === 0) return [];
  const most = shares.reduce((max, share) => Math.max(max, Math.abs(share)), 0);
  const pieces: Piece[] = [];
  shares.forEach((share, i) => {
    const token = tokens[i];
    if (!token || token.kind === 'punctuation' || SMALL.has(token.form)) return;
    if (Math.abs(share) >= FAINT * most) {
      pieces.push({ from: withNegator(scores.negated, i), to: i + 1, weight: share / all });
    }
  });
  return join(pieces, tokens)
    .sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight))
    .slice(0, MOST)
    .sort((a, b) => a.from - b.from)
    .map(({ from, to, weight }) => {
      const start = tokens[from]?.start ?? 0;
      const end = tokens[to - 1]?.end ?? start;
      return { start, end, text: text.slice(start, end), weight: Math.min(1, Math.max(-1, weight)) };
    });
}
