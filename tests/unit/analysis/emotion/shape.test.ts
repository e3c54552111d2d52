import { describe, expect, it } from 'vitest';
import { readShape, SHAPE } from '@/utils/analysis/emotion/shape';
import { tokenise } from '@/utils/analysis/text/tokenise';

function shapeOf(text: string, words: number, commas = 0): Record<string, number> {
  const values = new Float64Array(SHAPE.length + 1).fill(-1);
  readShape(tokenise(text), { words, commas }, values, 1);
  expect(values[0]).toBe(-1);
  return Object.fromEntries(SHAPE.map((name, i) => [name, values[i + 1] ?? NaN]));
}

describe('how a text is built', () => {
  it('counts long words, marks, numbers and tense', () => {
    const shape = shapeOf('She was suddenly running: 3 questions?? - disappointment', 6);
    expect(shape['shape:long words']).toBeCloseTo((3 * 3) / 6);
    expect(shape['shape:past']).toBeCloseTo(4 / 6);
    expect(shape['shape:ing']).toBeCloseTo(4 / 6);
    expect(shape['shape:ly']).toBeCloseTo(4 / 6);
    expect(shape['shape:questions']).toBeCloseTo(2 / 3);
    expect(shape['shape:numbers']).toBeCloseTo(1 / 3);
    expect(shape['shape:dashes']).toBe(1);
    expect(shape['shape:colons']).toBe(1);
  });

  it('is finite for nothing at all', () => {
    for (const value of Object.values(shapeOf('', 0))) expect(Number.isFinite(value)).toBe(true);
  });
});
