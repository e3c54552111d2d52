import { z } from '../../schema';
import { BUCKETS } from './features';

/** First bytes of a weights file, "SLE1" in little-endian order. */
export const MAGIC = 0x31454c53;
/** Version of the layout that this code reads. */
export const WEIGHTS_VERSION = 1;
/** Bytes before the header: magic, version, checksum of all that follows it, header length. */
export const PREAMBLE = 16;

const numbers = z.array(z.number());

/** One linear layer on named inputs. */
const linearSchema = z.object({ weights: numbers, bias: z.number() });

export const headerSchema = z.object({
  /** Names of the columns of the hashed table: first the 28 emotion labels, then the affect heads. */
  columns: z.array(z.string()),
  /** Per column: what the largest stored byte stands for, and the constant term. */
  scales: numbers,
  biases: numbers,
  valence: linearSchema,
  arousal: linearSchema,
  intensity: linearSchema,
  sections: z.object({ table: z.int() }),
});
export type WeightsHeader = z.infer<typeof headerSchema>;

export interface Weights extends WeightsHeader {
  /** BUCKETS rows of `columns.length` bytes; see `VALUE_OF_BYTE`. */
  table: Int8Array;
}

/** A byte b stands for sign(b) (b / 127) squared times its column's scale: small weights keep their detail. */
export const VALUE_OF_BYTE = Float64Array.from({ length: 256 }, (_, i) => {
  const byte = i - 128;
  return Math.sign(byte) * (byte / 127) ** 2;
});

/** The weights cannot be used. The message says why, for a log; it holds no text of anyone. */
export class WeightsError extends Error {
  override readonly name = 'WeightsError';
}

/** FNV-1a over bytes. Finds damage, not tampering: the file ships inside the extension. */
export function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

function parseHeader(bytes: Uint8Array): WeightsHeader {
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder().decode(bytes));
  } catch {
    throw new WeightsError('The weights file has no readable header.');
  }
  const parsed = headerSchema.safeParse(raw);
  if (!parsed.success) throw new WeightsError('The header of the weights file does not fit its schema.');
  return parsed.data;
}

/** Column by column: number of stored weights, gaps between their buckets (255 carries on), then the bytes. */
function readTable(bytes: Uint8Array, columns: number): Int8Array {
  const table = new Int8Array(BUCKETS * columns);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let at = 0;
  for (let column = 0; column < columns; column += 1) {
    if (at + 8 > bytes.length) throw new WeightsError('The weight table ends too early.');
    const count = view.getUint32(at, true);
    const gapBytes = view.getUint32(at + 4, true);
    let gapAt = at + 8;
    let valueAt = gapAt + gapBytes;
    at = valueAt + count;
    if (at > bytes.length) throw new WeightsError('The weight table ends too early.');
    let bucket = -1;
    for (let i = 0; i < count; i += 1) {
      let gap = bytes[gapAt++] ?? 0;
      while (bytes[gapAt - 1] === 255 && gapAt < valueAt) gap += bytes[gapAt++] ?? 0;
      bucket += gap + 1;
      if (bucket >= BUCKETS) throw new WeightsError('The weight table points outside itself.');
      table[bucket * columns + column] = view.getInt8(valueAt++);
    }
  }
  return table;
}

/**
 * Reads a weights file. Checks kind, version, checksum, schema and sizes.
 * @throws WeightsError when anything about it is wrong: the product then goes on without readings.
 */
export function parseWeights(buffer: ArrayBuffer): Weights {
  if (buffer.byteLength < PREAMBLE) throw new WeightsError('The weights file is too short.');
  const view = new DataView(buffer);
  if (view.getUint32(0, true) !== MAGIC) throw new WeightsError('This is not a weights file.');
  const version = view.getUint32(4, true);
  if (version !== WEIGHTS_VERSION) {
    throw new WeightsError(`The weights file has version ${version}; this build reads ${WEIGHTS_VERSION}.`);
  }
  const rest = new Uint8Array(buffer, 12);
  if (checksum(rest) !== view.getUint32(8, true)) throw new WeightsError('The weights file is damaged.');
  const headerLength = view.getUint32(12, true);
  if (PREAMBLE + headerLength > buffer.byteLength) throw new WeightsError('The weights file is cut off.');
  const header = parseHeader(new Uint8Array(buffer, PREAMBLE, headerLength));
  const table = readTable(
    new Uint8Array(buffer, PREAMBLE + headerLength, header.sections.table),
    header.columns.length,
  );
  return { ...header, table };
}
