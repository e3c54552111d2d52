import { z } from '../../../schema';
import { createByteReader } from '../../emotion/bytes';
import { readTable, type WeightTable } from '../../emotion/weight-table';
import { WeightsError } from '../../emotion/weights-error';
import { type ModelKind, readModelFile } from '../../model-file';
import { safetyClassSchema } from '../../safety-cue';

/** Columns of the table: whether anything is said at all, then which class it would be of. */
export const SAFETY_COLUMNS = ['concern', ...safetyClassSchema.options] as const;

const perColumn = z.array(z.number()).check(z.length(SAFETY_COLUMNS.length));
const safetyHeaderSchema = z.object({
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

/** "SLS1" in little-endian order. */
export const SAFETY_MODEL: ModelKind<SafetyHeader> = {
  magic: 0x31534c53,
  name: 'safety model',
  header: safetyHeaderSchema,
};

/** Reads `public/models/safety.bin`. Throws a WeightsError when the bytes are not a whole model of this version. */
export function parseSafetyModel(bytes: Uint8Array): SafetyModel {
  const { header, body } = readModelFile(SAFETY_MODEL, bytes);
  if (header.columns.join() !== SAFETY_COLUMNS.join())
    throw new WeightsError('The safety model was made for other classes.');
  return { ...header, table: readTable(createByteReader(body), header.scales) };
}
