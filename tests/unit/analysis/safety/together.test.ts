import { describe, expect, it } from 'vitest';
import type { Part } from '@/utils/analysis/safety/candidate';
import { findSafetyCues } from '@/utils/analysis/safety/find-safety-cues';
import { ruleSchema } from '@/utils/analysis/safety/rule-schema';
import { nearness } from '@/utils/analysis/safety/spans';
import { saidTogether } from '@/utils/analysis/safety/together';

const rule = ruleSchema.parse({
  id: 'suicide.test',
  class: 'suicide',
  strength: 'indirect',
  reason: 'Two things that mean something together.',
  together: [['gave it away'], ['will not need it']],
  examples: { yes: ['I gave it away, I will not need it'], no: [] },
});
const part = (number: number, from: number, to = from + 1): Part => ({
  rule,
  part: number,
  holdsNot: false,
  from,
  to,
});
const places = (parts: readonly Part[]) => saidTogether(parts).map(({ from, to }) => [from, to]);

describe('things said together', () => {
  it('are a cue where the first of them stands, in either order', () => {
    expect(places([part(0, 3), part(1, 20)])).toEqual([[3, 4]]);
    expect(places([part(1, 3), part(0, 20)])).toEqual([[20, 21]]);
  });

  it('are none alone, too far apart, or when both are the same words', () => {
    expect(places([part(0, 3)])).toEqual([]);
    expect(places([part(1, 3)])).toEqual([]);
    expect(places([part(0, 3), part(1, 100)])).toEqual([]);
    expect(places([part(0, 3, 6), part(1, 4)])).toEqual([]);
  });

  it.each([
    ["I feel calm for the first time in years. It's because I decided."],
    ['i have decided\nand it is weird how calm i feel'],
  ])('are heard over the end of a sentence: %s', (text) => {
    expect(findSafetyCues(text).map((cue) => cue.rule)).toContain('suicide.hint.calm-decision');
  });

  it.each([['I feel calm today.'], ['I decided to quit my job and I feel calm.']])(
    'are not heard in one of them, or in something else: %s',
    (text) => {
      expect(findSafetyCues(text)).toEqual([]);
    },
  );

  it('need at least one way of being said', () => {
    const { together, ...silent } = rule;
    expect(together).toBeDefined();
    expect(() => ruleSchema.parse(silent)).toThrow('together');
  });
});

describe('the nearest words', () => {
  it('are counted from either end of a range', () => {
    const near = nearness(10, [{ from: 1, to: 2 }]);
    expect(near(1, 3)).toBe(0);
    expect(near(4, 5)).toBe(3);
    expect(near(0, 1)).toBe(1);
    expect(nearness(10, [])(0, 1)).toBe(Infinity);
  });

  it.each([
    ["back then I wanted to die every day, now it's just grey", 'check'],
    ["I used to be fine and now I'm suicidal", 'explicit'],
    ["I was abused as a kid and I'm only now talking about it", 'check'],
    ['my GP asked if I was suicidal and I said no', 'check'],
  ])('tell the past from now: %s', (text, strength) => {
    expect(findSafetyCues(text).map((cue) => cue.strength)).toEqual([strength]);
  });

  it.each([["I can't promise you I won't kill myself tonight"], ['lowkey want to be dead']])(
    'leave plain what only looks like a no, or has no "I": %s',
    (text) => {
      expect(findSafetyCues(text).map((cue) => cue.strength)).toContain('explicit');
    },
  );
});
