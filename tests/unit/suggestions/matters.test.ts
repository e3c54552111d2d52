import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { z } from '@/utils/schema';
import { readLines } from '@/tests/corpora/read-lines';
import { readMatterVerdicts } from '@/scripts/train/hint-verdicts';
import { matterWorth } from '@/scripts/train/matter-worth';
import bank from '@/utils/suggestions/device/bank/matters.json';
import { HEARTS } from '@/utils/suggestions/device/hearts';
import { LINES } from '@/utils/suggestions/device/lines';
import {
  HEARINGS,
  LEAST_WORTH,
  MATTERS,
  mattersIn,
  mattersToAnswer,
  worthForMatter,
} from '@/utils/suggestions/device/matters';

const lineSchema = z.object({ text: z.string(), in: z.array(z.string()), not: z.array(z.string()) });
const OPENS = 'hi. i lent my cousin 600 euros in march and i havent told anyone yet';

describe('what people come to talk about', () => {
  it('has a name of its own for each, and none that a heart has', () => {
    expect(new Set([...MATTERS, ...HEARTS]).size).toBe(bank.matters.length + HEARTS.length);
  });

  it.each(MATTERS.map((name) => [name]))('has lines that can be given: %s', (name) => {
    const lines = LINES.filter(({ heart }) => heart?.split(' ').includes(name) === true);
    expect(lines.length).toBeGreaterThan(0);
    for (const line of lines) {
      const best = Math.max(...HEARINGS.map((hearing) => worthForMatter(line, new Map([[name, hearing]]))));
      expect(best, line.text).toBeGreaterThanOrEqual(LEAST_WORTH);
    }
  });

  it('is heard in the words of people who hardly look at what they type', () => {
    for (const text of [OPENS, 'I’VE LENT HIM MONEY', 'she wont pay me back'])
      expect(mattersIn(text, []).has('lent-money'), text).toBe(true);
  });

  it("is not somebody else's", () => {
    expect(mattersIn('my brother owes the bank money for the car', []).has('lent-money')).toBe(false);
  });

  const heardIn = (...turns: string[]): string | undefined =>
    mattersIn(turns.at(-1) ?? '', turns.slice(0, -1)).get('lent-money');

  it('is what they began with, until it is long ago', () => {
    const quiet = (turns: number): string[] => Array.from({ length: turns }, () => 'no');
    expect(heardIn(OPENS)).toBe('now');
    expect(heardIn(OPENS, ...quiet(1))).toBe('lately');
    expect(heardIn(OPENS, ...quiet(3))).toBe('earlier');
    expect(heardIn(OPENS, ...quiet(6))).toBeUndefined();
  });

  it('may have been said in passing where it came up once in the middle, and not where they came back to it', () => {
    const middle = ['hi', 'my sister never calls me', 'no', 'i lent him money in spring'];
    expect(heardIn(...middle)).toBe('passing now');
    expect(heardIn(...middle, 'not really')).toBe('passing lately');
    expect(heardIn(...middle, 'ever since i lent him that money she has been like that')).toBe('now');
  });

  it('is left alone in a turn that tells much more, and where there are too many to say which', () => {
    const [short, long] = [8, 60].map((words) => `i have to give a speech. ${'and then '.repeat(words / 2)}`);
    expect([...mattersToAnswer(short ?? '', [])]).toEqual([['speech', 'now']]);
    expect(mattersToAnswer(long ?? '', []).size).toBe(0);
    const [one, two, three] = ['i lent him money', 'i have to give a speech', 'i hate my major'];
    expect(mattersToAnswer(`${one} and ${two}`, []).size).toBe(2);
    expect(mattersToAnswer(`${one} and ${two}`, [three]).size).toBe(0);
  });

  it('is left alone beside danger in the talk, and beside what is grave in the turn', () => {
    expect(mattersToAnswer('i have to give a speech', []).size).toBe(1);
    expect(mattersToAnswer('i have to give a speech', ['he hits me when he is drunk']).size).toBe(0);
    expect(mattersToAnswer('i have to give a speech at the funeral', []).size).toBe(0);
    expect([...mattersToAnswer('my dog died on monday', []).keys()]).toEqual(['pet-died']);
  });

  it('has lines that count as readers found them, and not at all where it was not heard', () => {
    const { kinds, lines } = matterWorth(readMatterVerdicts('.'));
    expect(bank.worth).toEqual(kinds);
    for (const line of LINES.filter(({ fits }) => fits !== undefined)) {
      expect(line.fits, line.text).toBe(lines.get(`${line.hint} ${line.text}`) ?? 0);
      const [name = ''] = line.heart?.split(' ') ?? [];
      expect(worthForMatter(line, new Map([[name, 'now']]))).toBeCloseTo(
        kinds[line.hint].now + (line.fits ?? 0),
      );
      expect(worthForMatter(line, new Map())).toBe(-1.5);
    }
  });

  it('is heard in some of what people say in words of their own, and hardly ever where it is not theirs', () => {
    const lines = readLines('tests/corpora/hints/matters.jsonl', lineSchema);
    const all = lines.flatMap((line) => line.in.map((name) => mattersIn(line.text, []).has(name)));
    const near = lines.flatMap((line) => line.not.map((name) => mattersIn(line.text, []).has(name)));
    expect(all.filter(Boolean).length / all.length).toBeGreaterThan(0.15);
    expect(near.filter(Boolean).length / near.length).toBeLessThan(0.1);
  });

  it('is heard in any text without a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.array(fc.string()), (text, earlier) => {
        for (const [name, hearing] of mattersIn(text, earlier)) {
          expect(MATTERS).toContain(name);
          expect(HEARINGS).toContain(hearing);
        }
      }),
    );
  });
});
