import { describe, expect, it } from 'vitest';
import { CODES } from '@/utils/analysis/codes/code';
import { clauseAsks, CODE_RULES, compileCodeRule } from '@/utils/analysis/codes/code-rules';
import { plainChat } from '@/utils/analysis/codes/plain-chat';

const fires = (rule: (typeof CODE_RULES)[number], text: string) => {
  const plain = plainChat(text);
  return compileCodeRule(rule).fires(plain, clauseAsks(plain));
};

describe('the rules of behaviour codes', () => {
  it.each(CODE_RULES.map((rule) => [rule.id, rule] as const))(
    '%s fires on its example and not on the other',
    (_, rule) => {
      expect(fires(rule, rule.example)).toBe(true);
      expect(fires(rule, rule.not)).toBe(false);
    },
  );

  it('have ids of their own, and every code has one', () => {
    expect(new Set(CODE_RULES.map(({ id }) => id)).size).toBe(CODE_RULES.length);
    expect(new Set(CODE_RULES.map(({ code }) => code))).toEqual(new Set(CODES));
  });
});

describe('a question without its mark', () => {
  it.each([
    'how long have you felt like this',
    'do you live alone',
    'what happened then',
    'hi there how are you tonight',
    'hello can i ask how old you are',
    'what kind of work is it',
    'is the headteacher a strict person',
    'are there people you trust',
    'how may i assist you today',
    'will you see her again',
  ])('is still heard: %s', (text) => {
    expect(clauseAsks(plainChat(text))).toBe(true);
  });

  it.each([
    'What a day that was.',
    'When he left you cried.',
    'Is what it is',
    'Hello there, I can help.',
    'Will do.',
  ])('is not invented: %s', (text) => {
    expect(clauseAsks(plainChat(text))).toBe(false);
  });
});
