import { describe, expect, it } from 'vitest';
import contextsJson from '@/utils/analysis/safety/context.json';
import { safetyEngine } from '@/utils/analysis/safety/engine';
import { findSafetyCues } from '@/utils/analysis/safety/find-safety-cues';
import formsJson from '@/utils/analysis/safety/forms.json';
import listsJson from '@/utils/analysis/safety/lists.json';
import methodsJson from '@/utils/analysis/safety/methods.json';
import spellingsJson from '@/utils/analysis/safety/spellings.json';
import { safetyClassSchema } from '@/utils/analysis/safety-cue';

const { rules } = safetyEngine();
const patterns = [
  ...rules.flatMap((rule) => [...(rule.say ?? []), ...(rule.together ?? []).flat(), ...(rule.unless ?? [])]),
  ...contextsJson.contexts.flatMap((context) => context.say),
];

describe('the rules of safety cues', () => {
  it('cover every class', () => {
    expect(new Set(rules.map((rule) => rule.class))).toEqual(new Set(safetyClassSchema.options));
  });

  it('have ids of their own', () => {
    expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length);
  });

  it('each have something that they find', () => {
    expect(rules.filter(({ examples }) => examples === undefined).map(({ id }) => id)).toEqual([]);
  });

  it.each(rules.flatMap((rule) => (rule.examples?.yes ?? []).map((text) => ({ rule, text }))))(
    '$rule.id finds "$text"',
    ({ rule, text }) => {
      const strengths = findSafetyCues(text)
        .filter((cue) => cue.class === rule.class)
        .map((cue) => cue.strength);
      expect(strengths).toContain(rule.strength);
    },
  );

  it.each(rules.flatMap((rule) => (rule.examples?.no ?? []).map((text) => ({ rule, text }))))(
    '$rule.id leaves "$text"',
    ({ rule, text }) => {
      expect(findSafetyCues(text).map((cue) => cue.rule)).not.toContain(rule.id);
    },
  );

  it('name no word list that is not used, and use every form', () => {
    const all = [
      ...patterns,
      ...Object.values(listsJson).flat(),
      ...contextsJson.otherSubjects,
      ...methodsJson.words,
      ...methodsJson.amounts,
    ].join(' ');
    expect(Object.keys(listsJson).filter((name) => !all.includes(`<${name}>`))).toEqual([]);
    expect(Object.keys(formsJson).filter((word) => !all.includes(`${word}~`))).toEqual([]);
  });

  it('write no word that a spelling would have replaced before', () => {
    const replaced = new Set(
      Object.entries(spellingsJson.variants).flatMap(([plain, shapes]) =>
        shapes.filter((shape) => !shape.includes(' ') && !plain.split(' ').includes(shape)),
      ),
    );
    const words = [...patterns, ...Object.values(listsJson).flat()].flatMap(
      (pattern) => pattern.replaceAll(/<[^>]*>/g, ' ').match(/[\p{L}\p{N}~*]+/gu) ?? [],
    );
    expect([...new Set(words.filter((word) => replaced.has(word)))]).toEqual([]);
  });

  it('give each spelling one meaning', () => {
    const shapes = Object.values(spellingsJson.variants).flat();
    expect(shapes.filter((shape, i) => shapes.indexOf(shape) !== i)).toEqual([]);
  });
});
