import { WeightsError } from './weights-error';

/** Reads whole numbers and bytes one after the other; going past the end is an error, never a zero. */
export interface ByteReader {
  byte(): number;
  signed(): number;
  /** LEB128: seven bits a byte, least first. */
  number(): number;
}

export function createByteReader(bytes: Uint8Array): ByteReader {
  let at = 0;
  const byte = (): number => {
    const value = bytes[at];
    if (value === undefined) throw new WeightsError('The weights file ends too early.');
    at += 1;
    return value;
  };
  return {
    byte,
    signed: () => (byte() << 24) >> 24,
    number() {
      let value = 0;
      let scale = 1;
      for (let i = 0; i < 5; i += 1) {
        const next = byte();
        value += (next & 0x7f) * scale;
        if (next < 0x80) return value;
        scale *= 128;
      }
      throw new WeightsError('The weights file holds a number that is too long.');
    },
  };
}
