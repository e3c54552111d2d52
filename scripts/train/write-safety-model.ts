import { SAFETY_COLUMNS, SAFETY_MODEL, type SafetyHeader } from '@/utils/analysis/safety/model/safety-model';
import { writeModelFile } from '@/utils/analysis/model-file';
import type { StoredColumn } from './column';
import { tableBytes } from './write-weights';

const short = (x: number): number => Number(x.toPrecision(6));

/** The bytes that `parseSafetyModel` reads; columns in the order of SAFETY_COLUMNS. */
export function writeSafetyModel(
  columns: readonly StoredColumn[],
  thresholds: SafetyHeader['thresholds'],
): Uint8Array<ArrayBuffer> {
  return writeModelFile(
    SAFETY_MODEL,
    {
      columns: [...SAFETY_COLUMNS],
      scales: columns.map(({ scale }) => short(scale)),
      biases: columns.map(({ bias }) => short(bias)),
      thresholds: { check: short(thresholds.check), indirect: short(thresholds.indirect) },
    },
    tableBytes(columns),
  );
}
