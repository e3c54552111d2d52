import { z } from '../../schema';
import { CATEGORIES, toneSchema } from '../reading';
import { checksum } from '../model-file';
import { createByteReader, type ByteReader } from './bytes';
import { SIGNALS } from './signal-names';
import { LEXICON_BITS, type Lexicon } from './signals';
import { readPositions, readTable, type WeightTable } from './weight-table';
import { WeightsError } from './weights-error';

export { WeightsError };
export { VALUE_OF_BYTE } from './weight-table';

/** First bytes of a weights file, "SLE1" in little-endian order. */
export const MAGIC = 0x31454c53;
/** Version of the layout that this code reads. */
export const WEIGHTS_VERSION = 3;
/** Bytes before the header: magic, version, checksum of all that follows it, header length. */
export const PREAMBLE = 16;
/** Emotion labels of GoEmotions, the first columns of the table. */
export const LABELS = 28;
/** What the category layer tells apart: the seven categories and the tones. */
export const CLASSES = [...CATEGORIES, ...toneSchema.options] as const;
/** Columns behind the labels: three affect heads, then what chat lines add to each class. */
export const AFFECTS = ['valence', 'arousal', 'intensity'] as const;
export const COLUMNS = LABELS + AFFECTS.length + CLASSES.length;
/** Bits of the key of a word in the list of known words; see `wordKey`. */
export const WORD_BITS = 18;

const numbers = (length: number) => z.array(z.number()).check(z.length(length));

/** One output on the label strengths and the signals. */
const layerSchema = z.object({ labels: numbers(LABELS), signals: numbers(SIGNALS.length), bias: z.number() });
export type Layer = z.infer<typeof layerSchema>;

/** What an input (a label strength, or a signal behind them) adds from a value on: `[input, value, added]`. */
const stepSchema = z.tuple([z.int().check(z.gte(0), z.lt(LABELS + SIGNALS.length)), z.number(), z.number()]);
export type Step = z.infer<typeof stepSchema>;

const affectSchema = z.extend(layerSchema, {
  /** What a straight line through each input leaves. */
  steps: z.array(stepSchema),
  /** The output is (x - centre) * gain, kept in its range; see `readAffect`. */
  centre: z.number(),
  gain: z.number(),
});
export type AffectLayer = z.infer<typeof affectSchema>;

export const headerSchema = z.object({
  columns: z.array(z.string()).check(z.length(COLUMNS)),
  /** Per column: what byte 127 stands for, and the constant term. */
  scales: numbers(COLUMNS),
  biases: numbers(COLUMNS),
  signals: z.array(z.string()),
  classes: z.array(layerSchema).check(z.length(CLASSES.length)),
  affect: z.object({ valence: affectSchema, arousal: affectSchema, intensity: affectSchema }),
  certainty: z.object({
    /** Pairs of (probability of the top category, share of such readings that were right), ascending. */
    curve: z.array(z.tuple([z.number(), z.number()])).check(z.minLength(2)),
    /** Accuracy among the surest parts of the readings that were set aside in training; what the threshold rests on. */
    coverage: z.array(z.object({ coverage: z.number(), accuracy: z.number(), confidence: z.number() })),
    /** A calibrated confidence below this is `unclear`. */
    unclearBelow: z.number(),
    /** The second category's share of the first from which both are named. */
    mixedFrom: z.number(),
  }),
  /** The official six and neutral, with their thresholds: for measuring only. */
  official: z.array(z.extend(layerSchema, { name: z.string(), threshold: z.number() })),
  /** Bytes of each section, in this order behind the header. */
  sections: z.object({ table: z.int(), lexicon: z.int(), words: z.int() }),
});
export type WeightsHeader = z.infer<typeof headerSchema>;

/** A layer as it is read: typed arrays, since JSON's may hold their numbers one by one on the heap. */
export interface PackedLayer {
  labels: Float64Array;
  signals: Float64Array;
  bias: number;
}

const pack = <L extends Layer>(layer: L) => ({
  ...layer,
  labels: Float64Array.from(layer.labels),
  signals: Float64Array.from(layer.signals),
});

export interface Weights extends Omit<WeightsHeader, 'classes' | 'affect'> {
  classes: PackedLayer[];
  affect: Record<
    (typeof AFFECTS)[number],
    PackedLayer & { steps: readonly Step[]; centre: number; gain: number }
  >;
  table: WeightTable;
  lexicon: Lexicon;
  /** One bit for each word key that training knew. */
  words: Uint8Array;
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
  if (parsed.data.signals.join() !== SIGNALS.join()) {
    throw new WeightsError('The weights were trained for other signals than this build reads.');
  }
  return parsed.data;
}

function readLexicon(reader: ByteReader): Lexicon {
  const count = reader.number();
  const keys: number[] = [];
  readPositions(reader, count, 2 ** LEXICON_BITS, (key) => keys.push(key));
  // Stored in steps of 1/25: the lexicon's range of -4 to 4 just fits.
  return new Map(keys.map((key) => [key, reader.signed() / 25]));
}

function readWords(reader: ByteReader): Uint8Array {
  const words = new Uint8Array(2 ** WORD_BITS / 8);
  readPositions(reader, reader.number(), 2 ** WORD_BITS, (key) => {
    words[key >> 3] = (words[key >> 3] ?? 0) | (1 << (key & 7));
  });
  return words;
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
  if (checksum(new Uint8Array(buffer, 12)) !== view.getUint32(8, true)) {
    throw new WeightsError('The weights file is damaged.');
  }
  const headerLength = view.getUint32(12, true);
  if (PREAMBLE + headerLength > buffer.byteLength) throw new WeightsError('The weights file is cut off.');
  const header = parseHeader(new Uint8Array(buffer, PREAMBLE, headerLength));
  let from = PREAMBLE + headerLength;
  const section = (length: number): ByteReader => {
    if (length < 0 || from + length > buffer.byteLength)
      throw new WeightsError('The weights file is cut off.');
    const bytes = new Uint8Array(buffer, from, length);
    from += length;
    return createByteReader(bytes);
  };
  const { affect } = header;
  return {
    ...header,
    classes: header.classes.map(pack),
    affect: {
      valence: pack(affect.valence),
      arousal: pack(affect.arousal),
      intensity: pack(affect.intensity),
    },
    table: readTable(section(header.sections.table), header.scales),
    lexicon: readLexicon(section(header.sections.lexicon)),
    words: readWords(section(header.sections.words)),
  };
}
