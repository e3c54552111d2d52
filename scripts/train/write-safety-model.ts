import { checksum } from '@/utils/analysis/emotion/weights';
import {
  SAFETY_COLUMNS,
  SAFETY_MAGIC,
  SAFETY_PREAMBLE,
  type SafetyHeader,
} from '@/utils/analysis/safety/model/safety-model';
import type { StoredColumn } from './column';
import { tableBytes } from './write-weights';

const short = (x: number): number => Number(x.toPrecision(6));

/** The bytes that `parseSafetyModel` reads; columns in the order of SAFETY_COLUMNS. */
export function writeSafetyModel(
  columns: readonly StoredColumn[],
  thresholds: SafetyHeader['thresholds'],
): Uint8Array<ArrayBuffer> {
  const header: SafetyHeader = {
    columns: [...SAFETY_COLUMNS],
    scales: columns.map(({ scale }) => short(scale)),
    biases: columns.map(({ bias }) => short(bias)),
    thresholds: { check: short(thresholds.check), indirect: short(thresholds.indirect) },
  };
  const head = new TextEncoder().encode(JSON.stringify(header));
  const table = tableBytes(columns);
  const bytes = new Uint8Array(SAFETY_PREAMBLE + head.length + table.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, SAFETY_MAGIC, true);
  view.setUint32(8, head.length, true);
  bytes.set(head, SAFETY_PREAMBLE);
  bytes.set(table, SAFETY_PREAMBLE + head.length);
  view.setUint32(4, checksum(bytes.subarray(8)), true);
  return bytes;
}
