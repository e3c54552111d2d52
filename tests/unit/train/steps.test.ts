import { describe, expect, it } from 'vitest';
import { trainSteps } from '@/scripts/train/steps';

const lines = Array.from({ length: 1000 }, (_, i) => Float64Array.of((i % 10) / 10, (i * 7) % 3, 1));

/** What the steps add for a line, with what every line gets. */
function added({ steps, bias }: ReturnType<typeof trainSteps>, line: Float64Array): number {
  return steps.reduce((sum, [input, from, add]) => ((line[input] ?? 0) > from ? sum + add : sum), bias);
}

describe('steps', () => {
  it('find where an input jumps, and by how much', () => {
    const rest = Float64Array.from(lines, ([x]) => ((x ?? 0) > 0.45 ? 0.5 : -0.5));
    const learnt = trainSteps(lines, rest);
    expect(added(learnt, Float64Array.of(0.4, 1, 1))).toBeCloseTo(-0.5, 1);
    expect(added(learnt, Float64Array.of(0.5, 1, 1))).toBeCloseTo(0.5, 1);
  });

  it('stand between two values, so that a rounded file reads no line otherwise', () => {
    const { steps } = trainSteps(
      lines,
      Float64Array.from(lines, ([x]) => x ?? 0),
    );
    const values = new Set(lines.flatMap((line) => [...line]));
    expect(steps.length).toBeGreaterThan(0);
    for (const [, from] of steps) expect(values.has(from)).toBe(false);
  });

  it('are none where nothing is left to explain, and the same each time', () => {
    expect(trainSteps(lines, new Float64Array(1000)).steps).toEqual([]);
    const rest = Float64Array.from(lines, (_, i) => Math.sin(i));
    expect(trainSteps(lines, rest)).toEqual(trainSteps(lines, rest));
  });
});
