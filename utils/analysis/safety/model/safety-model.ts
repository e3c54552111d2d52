import { z } from '../../../schema';
import { createByteReader } from '../../emotion/bytes';
import { readTable, type WeightTable } from '../../emotion/weight-table';
import { checksum, WeightsError } from '../../emotion/weights';
import { safetyClassSchema } from '../../safety-cue';

/** First bytes of a safety model, "SLS1" in little-endian order. */
export const SAFETY_MAGIC = 0x31534c53;
/** Bytes before the header: magic, checksum of all that follows it, header length. */
export const SAFETY_PREAMBLE = 12;
/** Columns of the table: whether anything is said at all, then which class it would be of. */
export const SAFETY_COLUMNS = ['concern', ...safetyClassSchema.options] as const;

const perColumn = z.array(z.number()).check(z.length(SAFETY_COLUMNS.length));
export const safetyHeaderSchema = z.object({
  columns: z.array(z.string()),
  /** Per column: what byte 127 stands for, and the constant term. */
  scales: perColumn,
  biases: perColumn,
  /** From which sum of the column `concern` on a check is raised, and from which training was very sure. */
  thresholds: z.object({ check: z.number(), indirect: z.number() }),
});
export type SafetyHeader = z.infer<typeof safetyHeaderSchema>;

/** What training learnt about wordings that no rule knows; the rules work without it. */
export interface SafetyModel extends SafetyHeader {
  table: WeightTable;
}

/** Reads `public/models/safety.bin`. Throws a WeightsError when the bytes are not a whole model of this version. */
export function parseSafetyModel(bytes: Uint8Array): SafetyModel {
  if (bytes.length < SAFETY_PREAMBLE) throw new WeightsError('The safety model is too short.');
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== SAFETY_MAGIC) throw new WeightsError('This is not a safety model.');
  if (view.getUint32(4, true) !== checksum(bytes.subarray(8))) {
    throw new WeightsError('The safety model is damaged.');
  }
  const end = SAFETY_PREAMBLE + view.getUint32(8, true);
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder().decode(bytes.subarray(SAFETY_PREAMBLE, end)));
  } catch {
    throw new WeightsError('The safety model has no readable header.');
  }
  const header = safetyHeaderSchema.safeParse(raw);
  if (!header.success) throw new WeightsError('The header of the safety model does not fit its schema.');
  if (header.data.columns.join() !== SAFETY_COLUMNS.join()) {
    throw new WeightsError('The safety model was made for other classes.');
  }
  return { ...header.data, table: readTable(createByteReader(bytes.subarray(end)), header.data.scales) };
}
