import { z } from '../../schema';
import { checksum, VALUE_OF_BYTE, WeightsError } from '../emotion/weights';
import { CODES } from './code';
import { CODE_BUCKETS } from './code-features';

/** First bytes of a code model, "SLC1" in little-endian order. */
export const CODE_MAGIC = 0x31434c53;
/** Bytes before the header: magic, checksum of all that follows it, header length. */
const PREAMBLE = 12;

const perCode = z.array(z.number()).check(z.length(CODES.length));
export const codeHeaderSchema = z.object({
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

/** Writes a model as the bytes that `parseCodeModel` reads. */
export function writeCodeModel({ table, ...header }: CodeModel): Uint8Array {
  const head = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(PREAMBLE + head.length + table.length);
  bytes.set(head, PREAMBLE);
  bytes.set(new Uint8Array(table.buffer, table.byteOffset, table.length), PREAMBLE + head.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, CODE_MAGIC, true);
  view.setUint32(8, head.length, true);
  view.setUint32(4, checksum(bytes.subarray(8)), true);
  return bytes;
}

/** Reads `public/models/codes.bin`. Throws a WeightsError when the bytes are not a whole model of this version. */
export function parseCodeModel(bytes: Uint8Array): CodeModel {
  if (bytes.length < PREAMBLE) throw new WeightsError('The code model is too short.');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== CODE_MAGIC) throw new WeightsError('This is not a code model.');
  if (view.getUint32(4, true) !== checksum(bytes.subarray(8)))
    throw new WeightsError('The code model is damaged.');
  const end = PREAMBLE + view.getUint32(8, true);
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder().decode(bytes.subarray(PREAMBLE, end)));
  } catch {
    throw new WeightsError('The code model has no readable header.');
  }
  const header = codeHeaderSchema.safeParse(raw);
  if (!header.success) throw new WeightsError('The header of the code model does not fit its schema.');
  const { codes, buckets } = header.data;
  if (buckets !== CODE_BUCKETS || codes.join() !== CODES.join()) {
    throw new WeightsError('The code model was made for other codes.');
  }
  if (bytes.length - end !== CODE_BUCKETS * CODES.length)
    throw new WeightsError('The code model ends too early.');
  return { ...header.data, table: new Int8Array(bytes.buffer, bytes.byteOffset + end, bytes.length - end) };
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
