import type { z } from '../schema';
import { WeightsError } from './emotion/weights-error';

/** Bytes before the header: magic, checksum of all that follows it, header length. */
export const MODEL_PREAMBLE = 12;

/** FNV-1a over bytes. Finds damage, not tampering: the files ship inside the extension. */
export function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  for (const byte of bytes) hash = Math.imul(hash ^ byte, 0x01000193);
  return hash >>> 0;
}

/** What a kind of model file is told by. */
export interface ModelKind<T> {
  /** First four bytes, in little-endian order. */
  magic: number;
  /** As messages call it: "safety model". */
  name: string;
  header: z.ZodMiniType<T>;
}

/** Writes a file that `readModelFile` reads. */
export function writeModelFile<T>(
  { magic }: ModelKind<T>,
  header: T,
  body: Uint8Array | readonly number[],
): Uint8Array<ArrayBuffer> {
  const head = new TextEncoder().encode(JSON.stringify(header));
  const bytes = new Uint8Array(MODEL_PREAMBLE + head.length + body.length);
  bytes.set(head, MODEL_PREAMBLE);
  bytes.set(body, MODEL_PREAMBLE + head.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, magic, true);
  view.setUint32(8, head.length, true);
  view.setUint32(4, checksum(bytes.subarray(8)), true);
  return bytes;
}

/**
 * The header of a model file, by its schema, and what stands behind it.
 * @throws WeightsError when the bytes are not a whole file of this kind
 */
export function readModelFile<T>(
  { magic, name, header: schema }: ModelKind<T>,
  bytes: Uint8Array,
): { header: T; body: Uint8Array } {
  if (bytes.length < MODEL_PREAMBLE) throw new WeightsError(`The ${name} is too short.`);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (view.getUint32(0, true) !== magic) throw new WeightsError(`This is not a ${name}.`);
  if (view.getUint32(4, true) !== checksum(bytes.subarray(8)))
    throw new WeightsError(`The ${name} is damaged.`);
  const end = MODEL_PREAMBLE + view.getUint32(8, true);
  let raw: unknown;
  try {
    raw = JSON.parse(new TextDecoder().decode(bytes.subarray(MODEL_PREAMBLE, end)));
  } catch {
    throw new WeightsError(`The ${name} has no readable header.`);
  }
  const header = schema.safeParse(raw);
  if (!header.success) throw new WeightsError(`The header of the ${name} does not fit its schema.`);
  return { header: header.data, body: bytes.subarray(end) };
}
