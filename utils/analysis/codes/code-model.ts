import { z } from '../../schema';
import { VALUE_OF_BYTE } from '../emotion/weight-table';
import { WeightsError } from '../emotion/weights-error';
import { type ModelKind, readModelFile, writeModelFile } from '../model-file';
import { CODES } from './code';
import { CODE_BUCKETS } from './code-features';

const perCode = z.array(z.number()).check(z.length(CODES.length));
const codeHeaderSchema = z.object({
  codes: z.array(z.string()),
  buckets: z.int(),
  /** Part of the rules' weights that counts beside the learnt ones. */
  ruleShare: z.number(),
  biases: perCode,
  /** What the largest byte stands for, by code. */
  scales: perCode,
});
export type CodeHeader = z.infer<typeof codeHeaderSchema>;

/** The learnt part of coding; the rules work without it. */
export interface CodeModel extends CodeHeader {
  /** Byte of bucket b and code c at b * CODES.length + c; see `VALUE_OF_BYTE`. */
  table: Int8Array;
}

/** "SLC1" in little-endian order. */
const CODE_MODEL: ModelKind<CodeHeader> = { magic: 0x31434c53, name: 'code model', header: codeHeaderSchema };

/** Writes a model as the bytes that `parseCodeModel` reads. */
export function writeCodeModel({ table, ...header }: CodeModel): Uint8Array {
  return writeModelFile(CODE_MODEL, header, new Uint8Array(table.buffer, table.byteOffset, table.length));
}

/** Reads `public/models/codes.bin`. Throws a WeightsError when the bytes are not a whole model of this version. */
export function parseCodeModel(bytes: Uint8Array): CodeModel {
  const { header, body } = readModelFile(CODE_MODEL, bytes);
  if (header.buckets !== CODE_BUCKETS || header.codes.join() !== CODES.join())
    throw new WeightsError('The code model was made for other codes.');
  if (body.length !== CODE_BUCKETS * CODES.length) throw new WeightsError('The code model ends too early.');
  return { ...header, table: new Int8Array(body.buffer, body.byteOffset, body.length) };
}

/** Adds the learnt scores of a clause with these features to `scores`. */
export function addLearntScores(model: CodeModel, features: readonly number[], scores: Float64Array): void {
  const share = 1 / Math.sqrt(Math.max(1, features.length));
  for (let c = 0; c < CODES.length; c += 1) {
    let sum = 0;
    for (const bucket of features)
      sum += VALUE_OF_BYTE[(model.table[bucket * CODES.length + c] ?? 0) + 128] ?? 0;
    scores[c] = (scores[c] ?? 0) + (model.biases[c] ?? 0) + sum * share * (model.scales[c] ?? 0);
  }
}
