import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { splitClauses } from '@/utils/analysis/codes/clauses';
import { CODES, codeSchema, FAMILIES, FAMILY_OF } from '@/utils/analysis/codes/code';
import { CODE_BUCKETS, codeFeatures } from '@/utils/analysis/codes/code-features';
import { ruleScores } from '@/utils/analysis/codes/code-message';
import { type CodeModel, writeCodeModel } from '@/utils/analysis/codes/code-model';
import { clauseAsks } from '@/utils/analysis/codes/code-rules';
import { plainTokens } from '@/utils/analysis/codes/plain-chat';
import { tokenise } from '@/utils/analysis/text/tokenise';
import { hashText, spreadHash } from '@/utils/analysis/text/hash';
import { z } from '@/utils/schema';
import { createRandom } from './random';
import { type SoftmaxModel, softmaxOf, type SoftmaxRow, trainSoftmax } from './softmax';

/** One written message of `tests/corpora/supporter`: its coded parts, and what it mainly does. */
export const writtenMessageSchema = z.object({
  id: z.string(),
  /** What the client wrote before, where it matters. */
  client: z.optional(z.string()),
  text: z.string(),
  main: codeSchema,
  codes: z.array(z.object({ code: codeSchema, start: z.int(), end: z.int() })).check(z.minLength(1)),
});
export type WrittenMessage = z.infer<typeof writtenMessageSchema>;

/** What training the codes gave. Figures are from cross-validation on the written messages. */
export interface CodesReport {
  messages: number;
  clauses: number;
  /** Macro-F1 of the fifteen codes, by clause. */
  codeF1: number;
  /** Macro-F1 of question, reflection, input and other, by clause. */
  familyF1: number;
  /** Size of the file after gzip. */
  gzipBytes: number;
}

export interface CodesContext {
  /** Root of the repository. */
  root: string;
  progress(line: string): void;
}

const FILE = 'public/models/codes.bin';
const SEED = 20261120;
const FOLDS = 5;
const SETTINGS = { buckets: CODE_BUCKETS, classes: CODES.length, epochs: 30, rate: 0.15, penalty: 1e-4 };
const RULE_SHARE = 0.4;
/** Weights below this part of their code's largest are left out. */
const PRUNE = 0.05;
/** Steps from zero to the largest weight; fewer compress better, and the figures do not notice. */
const STEPS = 12;

interface Row extends SoftmaxRow {
  fold: number;
}

export function readWrittenMessages(root: string): WrittenMessage[] {
  return readFileSync(path.join(root, 'tests/corpora/supporter/messages.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => writtenMessageSchema.parse(JSON.parse(line)));
}

function rowsOf(messages: readonly WrittenMessage[]): Row[] {
  return messages.flatMap(({ id, text, codes }) =>
    splitClauses(text).flatMap(({ start, end }): Row[] => {
      const middle = (start + end) / 2;
      const coded = codes.find((span) => span.start <= middle && middle <= span.end);
      if (!coded) return [];
      const tokens = tokenise(text.slice(start, end));
      const plain = plainTokens(tokens);
      const asks = clauseAsks(plain);
      return [
        {
          features: codeFeatures(tokens, asks),
          offsets: ruleScores(plain, asks).map((score) => score * RULE_SHARE),
          label: CODES.indexOf(coded.code),
          fold: spreadHash(hashText(id)) % FOLDS,
        },
      ];
    }),
  );
}

function macroF1(gold: readonly string[], given: readonly string[], labels: readonly string[]): number {
  let sum = 0;
  for (const label of labels) {
    let right = 0;
    let wrong = 0;
    gold.forEach((g, i) => {
      if (g === label && given[i] === label) right += 1;
      else if (g === label || given[i] === label) wrong += 1;
    });
    sum += right === 0 ? 0 : (2 * right) / (2 * right + wrong);
  }
  return sum / labels.length;
}

const train = (rows: readonly Row[]) => trainSoftmax(rows, { ...SETTINGS, random: createRandom(SEED) });

function crossValidate(
  rows: readonly Row[],
  progress: (line: string) => void,
): { codeF1: number; familyF1: number } {
  const gold: number[] = [];
  const given: number[] = [];
  const out = new Float64Array(CODES.length);
  for (let fold = 0; fold < FOLDS; fold += 1) {
    progress(`codes: cross-validation ${String(fold + 1)} of ${String(FOLDS)}`);
    const model = train(rows.filter((row) => row.fold !== fold));
    for (const row of rows) {
      if (row.fold !== fold) continue;
      softmaxOf(model, row, out);
      gold.push(row.label);
      given.push(out.indexOf(Math.max(...out)));
    }
  }
  const name = (i: number) => CODES[i] ?? 'other';
  const family = (i: number) => FAMILY_OF[name(i)];
  return {
    codeF1: macroF1(gold.map(name), given.map(name), CODES),
    familyF1: macroF1(gold.map(family), given.map(family), FAMILIES),
  };
}

/** Square-root bytes, one scale for each code; see `VALUE_OF_BYTE`. */
function quantise({ weights, biases }: SoftmaxModel): CodeModel {
  const classes = CODES.length;
  const scales = Array.from({ length: classes }, (_, c) => {
    let largest = 0;
    for (let b = 0; b < CODE_BUCKETS; b += 1)
      largest = Math.max(largest, Math.abs(weights[b * classes + c] ?? 0));
    return largest || 1;
  });
  const table = Int8Array.from(weights, (w, i) => {
    const part = w / (scales[i % classes] ?? 1);
    if (Math.abs(part) < PRUNE) return 0;
    return Math.round((Math.sign(part) * Math.round(Math.sqrt(Math.abs(part)) * STEPS) * 127) / STEPS);
  });
  const round = (x: number) => Number(x.toPrecision(6));
  return {
    codes: [...CODES],
    buckets: CODE_BUCKETS,
    ruleShare: RULE_SHARE,
    biases: Array.from(biases, round),
    scales: scales.map(round),
    table,
  };
}

/** Trains the behaviour codes on the written messages alone and writes `public/models/codes.bin`. */
export function trainCodes({ root, progress }: CodesContext): CodesReport {
  const messages = readWrittenMessages(root);
  const rows = rowsOf(messages);
  const figures = crossValidate(rows, progress);
  progress('codes: training on all messages');
  const bytes = writeCodeModel(quantise(train(rows)));
  writeFileSync(path.join(root, FILE), bytes);
  return {
    messages: messages.length,
    clauses: rows.length,
    ...figures,
    gzipBytes: gzipSync(bytes, { level: 9 }).length,
  };
}
