import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { findSafetyCues } from '@/utils/analysis/safety/find-safety-cues';
import { safetyClassSchema } from '@/utils/analysis/safety-cue';
import { BUCKETS } from '@/utils/analysis/emotion/features';
import { createConcernReader } from '@/utils/analysis/safety/model/concern-features';
import { type Unit, unitsOf } from '@/utils/analysis/safety/model/units';
import { hashText, spreadHash } from '@/utils/analysis/text/hash';
import type { Token } from '@/utils/analysis/text/token';
import { tokenise } from '@/utils/analysis/text/tokenise';
import { restore, store, type Column } from './column';
import { readChatLines } from './corpora';
import { readGoEmotions } from './data/go-emotions';
import { readSad } from './data/sad';
import { bayesRatios } from './label-columns';
import { trainLogistic } from './logistic';
import { createRandom } from './random';
import {
  isHeldLine,
  readClientLines,
  readReadLines,
  readSafetyLines,
  type TrainingLine,
} from './safety-lines';
import { joinRows, pickRows, rowTimes, textCounts, matrixOf, type SparseMatrix } from './sparse';
import { writeSafetyModel } from './write-safety-model';

export interface SafetyReport {
  lines: number;
  gzipBytes: number;
  /** Share of lines found by the model alone, in families that it had not seen; not when training is brief. */
  unseenFamilies?: { explicit: number; indirect: number; check: number };
  /** The same for lines held out by their words. */
  heldLines: { explicit: number; indirect: number; check: number };
}

export interface SafetyContext {
  dataFolder: string;
  root: string;
  /** Leaves out what is measured on the way and not stored. */
  brief?: boolean;
  progress(line: string): void;
}

const FILE = 'public/models/safety.bin';
const FOLDS = 5;
/** Chosen by the lines of one author while those of another were left out, and by families left out. */
const SETTINGS = { plainCost: 12, bayesCost: 3, bayesShare: 0.5, passes: 12, repeat: 2, classCost: 4 };
const PRUNE = { concern: 0.4, class: 1.1 };
/** Twice as many take a tenth more room and find no more. */
const STEPS = 12;
/** Every so manieth comment is learnt from; cross-validation takes fewer, which costs it some of its recall. */
const EVERY = { final: 1, folds: 6 };
/** Share of ordinary comments, none of them learnt from, that may get a gentle check. */
const CHECKS = 0.0085;
/** How far above the highest of them an indirect cue begins. */
const SURE_MARGIN = 1.5;

/**
 * The same line with a stop at its end, or without the one it has. Lines are typed without one more often than comments
 * are, and a stop must tell nothing.
 */
const otherEnding = (text: string): string =>
  /[.!?]$/.test(text) ? text.replace(/[.!?]+$/, '') : `${text}.`;

interface Parts {
  tokens: Token[];
  units: Unit[];
}
function partsOf(text: string): Parts {
  const tokens = tokenise(text);
  return { tokens, units: unitsOf(tokens, text) };
}

/** Units of many texts as rows; those of text `t` are rows firsts[t] to firsts[t + 1], the latter exclusive. */
interface UnitRows {
  matrix: SparseMatrix;
  firsts: Int32Array;
}
function unitRows(texts: readonly string[]): UnitRows {
  const firsts = new Int32Array(texts.length + 1);
  const slices: Token[][] = [];
  texts.forEach((text, i) => {
    const { tokens, units } = partsOf(text);
    for (const { from, to } of units) slices.push(tokens.slice(from, to));
    firsts[i + 1] = slices.length;
  });
  return { matrix: matrixOf(slices, createConcernReader()), firsts };
}

const scoreRow = ({ weights, bias }: Column, matrix: SparseMatrix, row: number): number =>
  rowTimes(matrix, row, weights) + bias;

/** A text's score is that of its highest unit. */
function scoreTexts(column: Column, { matrix, firsts }: UnitRows): Float64Array {
  const scores = new Float64Array(firsts.length - 1).fill(-Infinity);
  for (let t = 0; t < scores.length; t += 1) {
    for (let row = firsts[t] ?? 0; row < (firsts[t + 1] ?? 0); row += 1) {
      scores[t] = Math.max(scores[t] ?? -Infinity, scoreRow(column, matrix, row));
    }
  }
  return scores;
}

/** Naive-Bayes weighted and plain logistic regression, averaged. */
function fit(matrix: SparseMatrix, positive: Uint8Array, name: string): Column {
  const { plainCost, bayesCost, bayesShare, passes } = SETTINGS;
  const plain = trainLogistic(matrix, BUCKETS, positive, {
    cost: plainCost,
    passes,
    random: createRandom(1),
  });
  const scale = bayesRatios(matrix, positive);
  const bayes = trainLogistic(matrix, BUCKETS, positive, {
    cost: bayesCost,
    scale,
    passes,
    random: createRandom(2),
  });
  const mix = (a: number, b: number): number => (1 - bayesShare) * a + bayesShare * b;
  return {
    name,
    weights: plain.weights.map((w, j) => mix(w, bayes.weights[j] ?? 0)),
    bias: mix(plain.bias, bayes.bias),
  };
}

interface Background {
  rows: UnitRows;
}

/** Learns `concern`: every unit of what is nothing, and of a line that is something the whole and its highest part. */
function trainConcern(
  lines: UnitRows,
  isCue: readonly boolean[],
  keep: readonly number[],
  nothing: Background,
) {
  const rowsOf = (t: number): number[] =>
    Array.from(
      { length: (lines.firsts[t + 1] ?? 0) - (lines.firsts[t] ?? 0) },
      (_, i) => (lines.firsts[t] ?? 0) + i,
    );
  const negative = keep.filter((t) => !isCue[t]).flatMap(rowsOf);
  const repeat = (rows: readonly number[]): number[] =>
    Array.from({ length: SETTINGS.repeat }, () => rows).flat();
  const cues = keep.filter((t) => isCue[t]);
  const learn = (positive: readonly number[]): Column => {
    const repeated = repeat(positive);
    const own = pickRows(lines.matrix, [...repeated, ...repeat(negative)]);
    const matrix = joinRows(own, nothing.rows.matrix);
    const labels = new Uint8Array(matrix.rows);
    labels.fill(1, 0, repeated.length);
    return fit(matrix, labels, 'concern');
  };
  const first = learn(cues.flatMap((t) => rowsOf(t).slice(0, 1)));
  return learn(
    cues.flatMap((t) => {
      const [whole, ...parts] = rowsOf(t);
      if (whole === undefined) return [];
      let best: number | undefined;
      let most = -Infinity;
      for (const row of parts) {
        const score = scoreRow(first, lines.matrix, row);
        if (score > most) [best, most] = [row, score];
      }
      return best === undefined ? [whole] : [whole, best];
    }),
  );
}

/** One column for each class, learnt among the lines that are of some class. */
function trainClasses(lines: UnitRows, all: readonly TrainingLine[], keep: readonly number[]): Column[] {
  const cues = keep.filter((t) => all[t]?.class !== undefined);
  const matrix = pickRows(
    lines.matrix,
    cues.map((t) => lines.firsts[t] ?? 0),
  );
  return safetyClassSchema.options.map((name, i) => {
    const positive = Uint8Array.from(cues, (t) => (all[t]?.class === name ? 1 : 0));
    const { weights, bias } = trainLogistic(matrix, BUCKETS, positive, {
      cost: SETTINGS.classCost,
      passes: SETTINGS.passes,
      random: createRandom(10 + i),
    });
    return { name, weights, bias };
  });
}

/** The score that `share` of these reach. */
function scoreAt(scores: Float64Array, share: number): number {
  const sorted = scores.slice().sort().reverse();
  return sorted[Math.floor(share * sorted.length)] ?? 0;
}

type Shares = SafetyReport['heldLines'];
/** Of the lines at these places, the shares that are found. */
function sharesFound(
  lines: readonly TrainingLine[],
  places: readonly number[],
  found: (i: number) => boolean,
): Shares {
  const of = (expect: TrainingLine['expect']): number => {
    const which = places.filter((i) => lines[i]?.expect === expect);
    return which.filter(found).length / Math.max(1, which.length);
  };
  return { explicit: of('explicit'), indirect: of('indirect'), check: of('check') };
}

/** Trains the second layer of the safety cues and writes `public/models/safety.bin`. */
export function trainSafety({ dataFolder, root, progress, brief = false }: SafetyContext): SafetyReport {
  // What the rules find is theirs, and no example of nothing.
  const isNothing = (text: string): boolean => findSafetyCues(text).length === 0;
  progress('safety: reading lines and comments');
  const read = [...readSafetyLines(root), ...readReadLines(root)];
  const lines = read.flatMap((line) => [line, { ...line, text: otherEnding(line.text) }]);
  const rows = unitRows(lines.map(({ text }) => text));
  const isCue = lines.map((line) => line.class !== undefined);
  const comments = readGoEmotions(dataFolder, 'train').map(({ text }) => text);
  const plain = [
    ...readSad(dataFolder)
      .filter(({ held }) => !held)
      .map(({ text }) => text),
    ...readChatLines(root).map(({ text }) => text),
    ...readClientLines(root),
  ].filter(isNothing);
  const background = (every: number): Background => ({
    rows: unitRows([
      ...comments.filter((text, i) => i % every === 0 && isNothing(text)),
      // A person's own words in a chat count for more than what is said to strangers on a forum.
      ...Array.from({ length: SETTINGS.repeat }, () => plain).flat(),
    ]),
  });
  const unseen = unitRows(
    [...readGoEmotions(dataFolder, 'dev'), ...readGoEmotions(dataFolder, 'test')]
      .map(({ text }) => text)
      .filter(isNothing),
  );

  progress('safety: training on all families');
  const all = background(EVERY.final);
  const keep = lines.flatMap(({ text, family }, i) => (family !== undefined && isHeldLine(text) ? [] : [i]));
  const concern = trainConcern(rows, isCue, keep, all);
  const texts = textCounts(joinRows(rows.matrix, all.rows.matrix), BUCKETS);
  const lineTexts = textCounts(rows.matrix, BUCKETS);
  const stored = [
    store(concern, texts, PRUNE.concern, STEPS),
    ...trainClasses(rows, lines, keep).map((column) => store(column, lineTexts, PRUNE.class, STEPS)),
  ];
  const [first] = stored;
  if (!first) throw new Error('no column was trained');
  const shipped = restore(first);
  const ordinary = scoreTexts(shipped, unseen);
  const thresholds = {
    check: scoreAt(ordinary, CHECKS),
    indirect: scoreAt(ordinary, 0) + SURE_MARGIN,
  };
  const bytes = writeSafetyModel(stored, thresholds);
  writeFileSync(path.join(root, FILE), bytes);

  const scores = scoreTexts(shipped, rows);
  const own = lines.flatMap(({ family }, i) => (family === undefined ? [] : [i]));
  const foundUnseen = new Set<number>();
  // Only shown, never stored: what is written does not rest on it.
  if (!brief) {
    const few = background(EVERY.folds);
    const foldOf = ({ family }: TrainingLine): number =>
      family === undefined ? -1 : spreadHash(hashText(family)) % FOLDS;
    for (let fold = 0; fold < FOLDS; fold += 1) {
      progress(`safety: families left out, ${String(fold + 1)} of ${String(FOLDS)}`);
      const others = lines.flatMap((line, i) => (foldOf(line) === fold ? [] : [i]));
      const column = trainConcern(rows, isCue, others, few);
      const threshold = scoreAt(scoreTexts(column, unseen), CHECKS);
      const given = scoreTexts(column, rows);
      lines.forEach((line, i) => {
        if (foldOf(line) === fold && (given[i] ?? 0) >= threshold) foundUnseen.add(i);
      });
    }
  }
  const held = own.filter((i) => isHeldLine(lines[i]?.text ?? ''));
  return {
    lines: read.length,
    gzipBytes: gzipSync(bytes, { level: 9 }).length,
    ...(!brief && { unseenFamilies: sharesFound(lines, own, (i) => foundUnseen.has(i)) }),
    heldLines: sharesFound(lines, held, (i) => (scores[i] ?? -Infinity) >= thresholds.check),
  };
}
