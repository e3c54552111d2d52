import { describe, expect, it } from 'vitest';
import { loadCodeModel } from '@/scripts/measure/codes';
import { FAULTS } from '@/tests/corpora/drafts/corpus';
import { compilePatterns, NEEDED } from '@/utils/coaching/compile-rules';
import { FLAG_IDS, type RuleExample } from '@/utils/coaching/draft-rule';
import { DRAFT_RULES, draftRules } from '@/utils/coaching/rule-set';
import { check, flagIds } from './talk';

const codeModel = loadCodeModel(process.cwd());

const lines = ({ before }: RuleExample): string[] =>
  before.map(({ side, text }) => `${side === 'client' ? 'C' : 'S'}: ${text}`);

describe('the rule book of the draft check', () => {
  it('holds each flag once, the same ones as the written drafts', () => {
    expect(DRAFT_RULES.rules.map(({ id }) => id).sort()).toEqual([...FLAG_IDS].sort());
    expect([...FLAG_IDS].sort()).toEqual([...FAULTS].sort());
  });

  it.each(DRAFT_RULES.rules.map((rule) => [rule.id, rule] as const))(
    '%s fires on its example and not on its counter-example',
    (id, rule) => {
      expect(flagIds(lines(rule.example), rule.example.draft)).toEqual([id]);
      expect(flagIds(lines(rule.not), rule.not.draft)).toEqual([]);
      // And with the weights of the behaviour codes, as it ships.
      expect(flagIds(lines(rule.example), rule.example.draft, { codeModel })).toEqual([id]);
      expect(flagIds(lines(rule.not), rule.not.draft, { codeModel })).toEqual([]);
    },
  );

  it.each(DRAFT_RULES.rules.map((rule) => [rule.id, rule] as const))(
    '%s speaks warmly of the words, never of a fault of the person',
    (_, { why, direction }) => {
      for (const text of [why.quoting, why.plain, direction])
        expect(text).not.toMatch(
          /\b(?:you (?:failed|forgot|should|must|never|always|did)|you(?:'re| are) wrong|your (?:fault|mistake|error)|bad)\b/iu,
        );
      expect(why.plain.length).toBeLessThan(140);
    },
  );

  it('has all lists and thresholds that each way of looking needs', () => {
    for (const rule of DRAFT_RULES.rules) {
      expect(Object.keys(rule.lists)).toEqual(expect.arrayContaining([...(NEEDED[rule.id]?.lists ?? [])]));
      expect(Object.keys(rule.thresholds)).toEqual(
        expect.arrayContaining([...(NEEDED[rule.id]?.thresholds ?? [])]),
      );
    }
    expect(draftRules().rules.size).toBe(FLAG_IDS.length);
  });

  it('says which pattern is wrong, and which word class is not there', () => {
    expect(() => compilePatterns(['fine', '(broken'], {})).toThrow('"(broken"');
    expect(() => compilePatterns(['{nobody-knows}'], {})).toThrow('there is no word class {nobody-knows}');
  });

  it('quotes the client in the sentence of every example that has one', () => {
    for (const { example } of DRAFT_RULES.rules) {
      const [flag] = check(lines(example), example.draft).flags;
      if (flag?.quote) expect(flag.because).toContain(flag.quote.text);
      expect(flag?.because).not.toMatch(/[{}]/u);
    }
  });
});
