import { describe, expect, it } from 'vitest';
import { findSafetyCues } from '@/utils/analysis/safety/find-safety-cues';
import { maskMethods } from '@/utils/analysis/safety/mask-methods';

const MEGABYTE = 1_000_000;
const fill = (part: string, length: number) => part.repeat(Math.ceil(length / part.length)).slice(0, length);
const cpu = (work: () => void): number => {
  const before = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
};

/** Texts made to be slow: threads that never end, runs of letters, open tags, matches that all overlap. */
const HARD = [
  'I went to the shop and felt quite sad about my mum. ',
  'i want to ',
  'kill myself ',
  'k i l l ',
  'rope tied it to the door ',
  'not ',
  'used to want to die now ',
  'gave my guitar to him. i have decided. feel calm. ',
  '<a ',
];

describe('long texts', () => {
  it.each(HARD)(
    'take time that grows with their length: %s',
    (part) => {
      findSafetyCues(fill(part, 10_000));
      const short = cpu(() => findSafetyCues(fill(part, MEGABYTE / 10)));
      const long = cpu(() => findSafetyCues(fill(part, MEGABYTE)));
      // Ten times the text; thrice that again is room for a busy machine, and far from the hundred of a square.
      expect(long).toBeLessThan(30 * Math.max(short, 20));
    },
    120_000,
  );

  it('end with the cue found', () => {
    const text = `${fill('Nothing much happened today. ', MEGABYTE)} I want to die.`;
    expect(findSafetyCues(text).map((cue) => cue.strength)).toEqual(['explicit']);
    expect(maskMethods(text).length).toBe(text.length);
  });
});
