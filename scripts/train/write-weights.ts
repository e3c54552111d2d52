import { BUCKETS } from '@/utils/analysis/emotion/features';
import { wordKey } from '@/utils/analysis/emotion/scores';
import { checksum } from '@/utils/analysis/model-file';
import { LEXICON_BITS, type Lexicon } from '@/utils/analysis/emotion/signals';
import {
  MAGIC,
  PREAMBLE,
  WEIGHTS_VERSION,
  WORD_BITS,
  type WeightsHeader,
} from '@/utils/analysis/emotion/weights';
import type { StoredColumn } from './column';

/** Collects whole numbers and bytes. */
function createByteWriter() {
  const bytes: number[] = [];
  return {
    bytes,
    signed: (value: number) => bytes.push(value & 0xff),
    number(value: number): void {
      let rest = value;
      while (rest >= 0x80) {
        bytes.push((rest % 128) | 0x80);
        rest = Math.floor(rest / 128);
      }
      bytes.push(rest);
    },
  };
}
type ByteWriter = ReturnType<typeof createByteWriter>;

/** Ascending positions as gaps. */
function writePositions(writer: ByteWriter, positions: readonly number[]): void {
  let last = -1;
  for (const position of positions) {
    writer.number(position - last - 1);
    last = position;
  }
}

export function tableBytes(columns: readonly StoredColumn[]): number[] {
  const writer = createByteWriter();
  for (const { bytes } of columns) {
    const buckets: number[] = [];
    for (let bucket = 0; bucket < BUCKETS; bucket += 1) if (bytes[bucket] !== 0) buckets.push(bucket);
    writer.number(buckets.length);
    writePositions(writer, buckets);
    for (const bucket of buckets) writer.signed(bytes[bucket] ?? 0);
  }
  return writer.bytes;
}

function lexiconBytes(lexicon: Lexicon): number[] {
  const writer = createByteWriter();
  const entries = [...lexicon].filter(([key]) => key < 2 ** LEXICON_BITS).sort((a, b) => a[0] - b[0]);
  writer.number(entries.length);
  writePositions(
    writer,
    entries.map(([key]) => key),
  );
  for (const [, valence] of entries) writer.signed(Math.round(valence * 25));
  return writer.bytes;
}

function wordBytes(forms: Iterable<string>): number[] {
  const writer = createByteWriter();
  const keys = [...new Set([...forms].map(wordKey))]
    .filter((key) => key < 2 ** WORD_BITS)
    .sort((a, b) => a - b);
  writer.number(keys.length);
  writePositions(writer, keys);
  return writer.bytes;
}

/** Five significant digits: more says nothing and compresses badly. */
const short = (_: string, value: unknown): unknown =>
  typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(5)) : value;

/** The weights file, as `parseWeights` reads it. */
export function writeWeights(
  header: Omit<WeightsHeader, 'columns' | 'scales' | 'biases' | 'sections'>,
  columns: readonly StoredColumn[],
  lexicon: Lexicon,
  knownForms: Iterable<string>,
): Uint8Array<ArrayBuffer> {
  const sections = [tableBytes(columns), lexiconBytes(lexicon), wordBytes(knownForms)] as const;
  const full: WeightsHeader = {
    ...header,
    columns: columns.map(({ name }) => name),
    scales: columns.map(({ scale }) => scale),
    biases: columns.map(({ bias }) => bias),
    sections: { table: sections[0].length, lexicon: sections[1].length, words: sections[2].length },
  };
  const json = new TextEncoder().encode(JSON.stringify(full, short));
  const body = sections.flat();
  const bytes = new Uint8Array(PREAMBLE + json.length + body.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, MAGIC, true);
  view.setUint32(4, WEIGHTS_VERSION, true);
  view.setUint32(12, json.length, true);
  bytes.set(json, PREAMBLE);
  bytes.set(body, PREAMBLE + json.length);
  view.setUint32(8, checksum(bytes.subarray(12)), true);
  return bytes;
}
