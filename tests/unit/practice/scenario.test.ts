import { describe, expect, test } from 'vitest';
import { parseScenario } from '@/utils/practice/scenario';
import { allScenarios } from '@/utils/practice/scenarios/index';
import { BANK } from '@/utils/practice/voice/bank';

const METHODS =
  /\b(?:pills?|tablets|overdos\w*|paracetamol|tylenol|panadol|bleach|hang(?:ed|ing)?|noose|rope|knife|knives|blades?|razors?|scissors|a lighter|wrists?|bridge|tracks|jump(?:ed|ing)?|gun|gas|drown\w*|pesticide)\b/iu;

/** A fresh copy as plain data, to break. */
function copy(): Record<string, unknown> & { items: Record<string, unknown>[] } {
  return structuredClone(allScenarios()[0]) as never;
}

const textsOf = (value: unknown): string[] => {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(textsOf);
};

describe('a scenario file', () => {
  test('that is whole is read', () => {
    expect(parseScenario(copy()).ok).toBe(true);
  });

  test.each([
    ['items.1.trust', (s: ReturnType<typeof copy>) => Object.assign(s.items[1] ?? {}, { trust: 'high' })],
    ['items.2.told', (s: ReturnType<typeof copy>) => delete s.items[2]?.told],
    [
      'items.3.after.0',
      (s: ReturnType<typeof copy>) => Object.assign(s.items[3] ?? {}, { after: ['nowhere'] }),
    ],
    ['items.2.trust', (s: ReturnType<typeof copy>) => Object.assign(s.items[2] ?? {}, { trust: 0.1 })],
    ['items.0.topic', (s: ReturnType<typeof copy>) => Object.assign(s.items[0] ?? {}, { topic: '(' })],
    ['person.idiom', (s: ReturnType<typeof copy>) => Object.assign(s.person as object, { idiom: 'martian' })],
    ['aftercare', (s: ReturnType<typeof copy>) => delete s.aftercare],
    ['start.valence', (s: ReturnType<typeof copy>) => Object.assign(s.start as object, { valence: 0.5 })],
    ['colour', (s: ReturnType<typeof copy>) => Object.assign(s, { colour: 'red' })],
    [
      'leanings.cheerful',
      (s: ReturnType<typeof copy>) => Object.assign(s.leanings as object, { cheerful: 1 }),
    ],
  ])('that is broken says that it is %s', (field, damage) => {
    const scenario = copy();
    damage(scenario);
    const parsed = parseScenario(scenario);
    expect(parsed.ok).toBe(false);
    if (!parsed.ok) {
      expect(parsed.problems.map((one) => one.field)).toContain(field);
      for (const { problem } of parsed.problems) expect(problem).not.toBe('');
    }
  });

  test.each([[null], [[]], ['text'], [42], [{}]])('that is no scenario at all is refused: %j', (value) => {
    expect(parseScenario(value).ok).toBe(false);
  });
});

describe('the scenarios that ship', () => {
  test('have ids of their own, and aftercare', () => {
    const ids = allScenarios().map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    for (const { aftercare } of allScenarios()) expect(aftercare.length).toBeGreaterThan(40);
  });

  test('speak British, American, Singaporean and Indian English, in three levels', () => {
    expect(new Set(allScenarios().map(({ person }) => person.idiom)).size).toBe(4);
    expect(new Set(allScenarios().map(({ level }) => level))).toEqual(new Set([1, 2, 3]));
  });

  test('never name a method of harm', () => {
    for (const text of [...allScenarios(), BANK].flatMap(textsOf)) expect(text).not.toMatch(METHODS);
  });

  test('hold no line twice', () => {
    for (const scenario of allScenarios()) {
      const lines = [
        ...scenario.items.flatMap(({ hints, told, more, shut }) => [...hints, ...told, ...more, ...shut]),
        ...Object.values(scenario.answers).flatMap(({ guarded, open }) => [...guarded, ...open]),
        ...scenario.heard,
        ...scenario.advised,
        ...scenario.drift,
      ];
      expect(new Set(lines).size, scenario.id).toBe(lines.length);
    }
  });
});
