import { describe, expect, it } from 'vitest';
import { calibrationCurve, coverageCurve } from '@/scripts/train/calibrate';
import { restore, store } from '@/scripts/train/column';
import {
  readChatLines,
  readHeldSadReadings,
  readJudgedLines,
  readSadReadings,
} from '@/scripts/train/corpora';
import { parseCsv } from '@/scripts/train/data/csv';
import { missingData } from '@/scripts/train/data/missing';
import { isHeld } from '@/scripts/train/data/sad';
import { trainLogistic } from '@/scripts/train/logistic';
import { minimise } from '@/scripts/train/minimise';
import { createRandom } from '@/scripts/train/random';
import { trainRidge } from '@/scripts/train/ridge';
import { rowTimes, type SparseMatrix } from '@/scripts/train/sparse';
import { measureParts } from '@/scripts/measure/parts';

function matrixOf(rows: readonly (readonly number[])[]): SparseMatrix {
  const width = rows[0]?.length ?? 0;
  return {
    rows: rows.length,
    starts: Int32Array.from({ length: rows.length + 1 }, (_, i) => i * width),
    columns: Int32Array.from(rows.flatMap((row) => row.map((_, column) => column))),
    values: Float64Array.from(rows.flat()),
  };
}

describe('what is measured was never trained on', () => {
  const plain = (text: string) => {
    const words = text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    return words === '' ? text : words;
  };

  it('no judged line is among the lines of training', () => {
    const trained = new Set(readChatLines('.').map(({ text }) => plain(text)));
    const judged = readJudgedLines('.').filter(({ half }) => half === 'judge');
    expect(judged.length).toBeGreaterThan(100);
    expect(judged.filter(({ text }) => trained.has(plain(text)))).toEqual([]);
  });

  it('the SAD sentences read for measuring are held out, and none of them was read for training', () => {
    const held = readHeldSadReadings('.');
    expect(held.length).toBeGreaterThan(100);
    expect(held.filter(({ sID }) => !isHeld(sID))).toEqual([]);
    const trained = new Set(readSadReadings('.').map(({ sID }) => sID));
    expect(held.filter(({ sID }) => trained.has(sID))).toEqual([]);
  });
});

describe('training', () => {
  it('finds a known line again', () => {
    const random = createRandom(3);
    const rows = Array.from({ length: 200 }, () => [random.next(), random.next()]);
    const targets = Float64Array.from(rows, ([a = 0, b = 0]) => 2 * a - b + 0.5);
    const { weights, bias } = trainRidge(matrixOf(rows), 2, targets, new Float64Array(200).fill(1), 1e-6);
    expect(weights[0]).toBeCloseTo(2, 3);
    expect(weights[1]).toBeCloseTo(-1, 3);
    expect(bias).toBeCloseTo(0.5, 3);
  });

  it('tells two classes apart, the same way each time', () => {
    const random = createRandom(5);
    const rows = Array.from({ length: 100 }, (_, i) => [i % 2 === 0 ? 1 : 0, random.next()]);
    const matrix = matrixOf(rows);
    const positive = Uint8Array.from(rows, ([a = 0]) => a);
    const train = () => trainLogistic(matrix, 2, positive, { cost: 1, passes: 20, random: createRandom(1) });
    const model = train();
    rows.forEach(([a], row) => {
      expect(rowTimes(matrix, row, model.weights) + model.bias > 0).toBe(a === 1);
    });
    expect(train()).toEqual(model);
  });

  it('goes down to the bottom of a bowl', () => {
    const bottom = minimise(
      (x, gradient) => {
        gradient.set(x.map((value, i) => 2 * (i + 1) * (value - i)));
        return x.reduce((sum, value, i) => sum + (i + 1) * (value - i) ** 2, 0);
      },
      new Float64Array([9, 9, 9]),
      100,
    );
    bottom.forEach((value, i) => {
      expect(value).toBeCloseTo(i, 3);
    });
  });

  it('stores what does most: a weight that is met often before a larger one met once', () => {
    const column = { name: 'x', weights: Float64Array.from([0.5, 1, 0, -0.6]), bias: 0.25 };
    const texts = Float64Array.from([400, 1, 5, 400]);
    const stored = restore(store(column, texts, 0.5));
    expect(stored.weights[1]).toBe(0);
    expect(stored.weights[2]).toBe(0);
    expect(stored.weights[0]).toBeCloseTo(0.5, 1);
    expect(stored.weights[3]).toBeCloseTo(-0.6, 1);
    expect(stored.bias).toBe(0.25);
  });
});

describe('calibration', () => {
  const outcomes = Array.from({ length: 240 }, (_, i) => ({
    probability: i / 240,
    // Right more and more often, but not in every stretch.
    right: (i * 7) % 240 < i * 0.9 && Math.floor(i / 20) !== 7,
  }));
  const curve = calibrationCurve(outcomes);

  it('rises with the probability', () => {
    expect(curve.length).toBeGreaterThan(2);
    curve.forEach(([p, right], i) => {
      const [before = -1, rightBefore = -1] = curve[i - 1] ?? [];
      expect(p).toBeGreaterThan(before);
      expect(right).toBeGreaterThan(rightBefore);
    });
  });

  it('shows what the threshold keeps, and that the surer part is more often right', () => {
    const points = coverageCurve(outcomes, curve, 0.5);
    expect(points[0]?.coverage).toBe(1);
    const kept = points.find(({ coverage, confidence }) => confidence >= 0.5 && coverage < 1);
    expect(kept?.accuracy ?? 0).toBeGreaterThan(points[0]?.accuracy ?? 1);
    expect(points.at(-1)?.accuracy ?? 0).toBeGreaterThan(points[0]?.accuracy ?? 1);
  });
});

describe('data', () => {
  it('that are not there are named, each file with its set', () => {
    const missing = missingData('tests');
    expect(missing).toContain('  goemotions/train.tsv (GoEmotions)');
    expect(missing).toContain('  sad/SAD_v1.csv (SAD)');
  });

  it('that a part lacks do not stop the measuring, and are said', async () => {
    const context = { dataFolder: 'tests', root: '.', progress: () => undefined };
    const { sections, failed } = await measureParts(context, ['affect']);
    expect(sections).toEqual([]);
    expect(failed[0]).toMatch(/^affect: .*emobank\.csv/);
    await expect(measureParts(context, ['mood'])).rejects.toThrow('No part mood. There are: emotion, affect');
  });

  it('are read with quotes, commas and line breaks in place', () => {
    expect(parseCsv('id,text\n1,"a ""b"", c\nd"\r\n2,plain\n')).toEqual([
      { id: '1', text: 'a "b", c\nd' },
      { id: '2', text: 'plain' },
    ]);
  });
});
