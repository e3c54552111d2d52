import { describe, expect, test } from 'vitest';
import { prove, type Proof } from '@/scripts/practice/proof';
import { loadModels } from '@/scripts/models/load-models';
import { allScenarios } from '@/utils/practice/scenarios/index';

const SEEDS = 20;
const readers = loadModels();
const mean = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0) / values.length;

describe.each(allScenarios().map((scenario) => ({ id: scenario.id, scenario })))('$id', ({ scenario }) => {
  const runs: Proof[][] = [];
  const played = (): Proof[][] => {
    if (runs.length === 0)
      for (let seed = 1; seed <= SEEDS; seed += 1) runs.push(prove(scenario, seed, readers));
    return runs;
  };
  const each = (check: (skilled: Proof, poor: readonly Proof[]) => void): void => {
    for (const [skilled, ...poor] of played()) if (skilled) check(skilled, poor);
  };

  test('tells a listener more than anybody else, and leaves less distressed', { timeout: 120_000 }, () => {
    each((skilled, poor) => {
      for (const other of poor) {
        expect(skilled.disclosed, `${other.supporter} ${String(other.seed)}`).toBeGreaterThan(
          other.disclosed,
        );
        expect(skilled.distress, `${other.supporter} ${String(other.seed)}`).toBeLessThan(other.distress);
      }
    });
  });

  test('keeps what matters closed under poor supporters, and closes up', () => {
    const poor = played().flatMap(([, ...others]) => others);
    for (const { importantTold } of poor) expect(importantTold).toBe(0);
    for (const name of new Set(poor.map(({ supporter }) => supporter))) {
      const shares = poor.filter(({ supporter }) => supporter === name).map(({ resistance }) => resistance);
      expect(mean(shares), name).toBeGreaterThanOrEqual(1 / 3);
    }
  });

  test('is never solved and never sends a message twice', () => {
    for (const { solved, repeats } of played().flat()) {
      expect(solved).toBe(false);
      expect(repeats).toEqual([]);
    }
  });

  test('has the debrief rank the listener first', () => {
    each((skilled, poor) => {
      for (const other of poor) expect(skilled.score).toBeGreaterThan(other.score);
    });
  });
});
