import { describe, expect, it } from 'vitest';
import { calibrationError, coverageTable } from '@/scripts/measure/coverage';
import { f1, macroF1, majority, pearson } from '@/scripts/measure/statistics';
import { figureTable } from '@/scripts/measure/table';

describe('the measures', () => {
  it('correlate', () => {
    expect(pearson([1, 2, 3], [10, 20, 30])).toBeCloseTo(1, 12);
    expect(pearson([1, 2, 3], [3, 2, 1])).toBeCloseTo(-1, 12);
    expect(pearson([1, 2, 3, 4], [1, 3, 2, 4])).toBeCloseTo(0.8, 12);
    expect(pearson([1, 2, 3], [5, 5, 5])).toBe(0);
  });

  it('count right and wrong', () => {
    expect(f1([true, true, false, false], [true, false, true, false])).toBe(0.5);
    expect(f1([true, false], [true, false])).toBe(1);
    expect(f1([false, false], [false, false])).toBe(0);
    expect(macroF1(['a', 'b'], ['a', 'a', 'b'], ['a', 'a', 'a'])).toBeCloseTo(0.4, 12);
    expect(majority(['a', 'b', 'b'])).toBe('b');
    expect(majority([])).toBeUndefined();
  });

  it('tell a confidence that keeps its word from one that does not', () => {
    const judged = (confidence: number, rights: number) =>
      Array.from({ length: 100 }, (_, i) => ({ confidence, right: i % 100 < rights }));
    expect(calibrationError(judged(1, 100))).toBe(0);
    expect(calibrationError(judged(1, 0))).toBeCloseTo(1, 9);
    expect(calibrationError([])).toBe(0);
  });

  it('show accuracy of the surest part first', () => {
    const judged = Array.from({ length: 10 }, (_, i) => ({ confidence: i / 10, right: i >= 5 }));
    const table = coverageTable('ten lines', judged);
    expect(table[0]).toContain('ten lines (10 rows)');
    expect(table).toContain('| 100 % | 50.0 % | 0.00 |');
    expect(table).toContain('| 50 % | 100.0 % | 0.50 |');
  });
});

describe('a table of figures', () => {
  it('says plainly whether an aim was reached, also where less is better', () => {
    const figure = { name: 'r', data: 'set', n: 10 };
    const table = figureTable({
      title: 'Part',
      figures: [
        { ...figure, value: 0.7, aim: 0.6, baselineName: 'chance', baseline: 0.12345 },
        { ...figure, value: 0.5, aim: 0.6 },
        { ...figure, value: 0.5, aim: 0.6, better: 'less' },
        { ...figure, value: 0.7, aim: 0.6, better: 'less' },
      ],
    }).split('\n');
    expect(table[2]).toBe('| r | set | 10 | 0.7 | chance | 0.123 | 0.6 reached |  |');
    expect(table.slice(3).map((line) => /NOT reached/.test(line))).toEqual([true, false, true]);
  });
});
