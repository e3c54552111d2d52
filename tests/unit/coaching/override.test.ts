import { describe, expect, it } from 'vitest';
import { compileRules } from '@/utils/coaching/compile-rules';
import { mergeDraftRules } from '@/utils/coaching/override';
import { DRAFT_RULES } from '@/utils/coaching/rule-set';
import { check, flagIds } from './talk';

const problems = (override: unknown): string => {
  const merged = mergeDraftRules(DRAFT_RULES, override);
  return merged.ok ? '' : merged.problems.join('\n');
};

describe("an organisation's changes to the rule book", () => {
  it('switch a rule off, add words to it, and put its sentences their own way', () => {
    const merged = mergeDraftRules(DRAFT_RULES, {
      rules: {
        judging: { on: false },
        minimising: {
          says: { add: ['tally ho'] },
          why: { quoting: 'Our house says: stay with “{quote}”.', plain: 'Our house says: stay.' },
        },
        'question-pile-up': { thresholds: { questions: 2 } },
      },
    });
    if (!merged.ok) throw new Error(merged.problems.join('\n'));
    const rules = compileRules(merged.rules);
    const lines = ['C: my cat ran away'];
    expect(flagIds(lines, 'That was selfish of you.', { rules })).toEqual([]);
    expect(check(lines, 'Tally ho!', { rules }).flags[0]?.because).toBe(
      'Our house says: stay with “my cat ran away”.',
    );
    expect(flagIds(lines, 'When did she run? Who was there with you?', { rules })).toEqual([
      'question-pile-up',
    ]);
    expect(flagIds(lines, 'Tally ho!')).toEqual([]);
  });

  it('say when a rule stays silent and how long it rests', () => {
    const merged = mergeDraftRules(DRAFT_RULES, {
      rules: { 'you-should': { 'silent-when': [], 'rests-for': 0 } },
    });
    expect(merged.ok && merged.rules.rules.find(({ id }) => id === 'you-should')).toMatchObject({
      'silent-when': [],
      'rests-for': 0,
    });
  });

  it('take patterns away', () => {
    const pattern = DRAFT_RULES.rules.find(({ id }) => id === 'you-should')?.says[0] ?? '';
    const merged = mergeDraftRules(DRAFT_RULES, { rules: { 'you-should': { says: { remove: [pattern] } } } });
    expect(merged.ok && merged.rules.rules.find(({ id }) => id === 'you-should')?.says).not.toContain(
      pattern,
    );
  });

  it.each([
    [{ rules: { minimizing: { on: false } } }, 'There is no rule "minimizing". Did you mean "minimising"?'],
    [{ rules: { judging: { onn: false } } }, 'judging: there is no field "onn". Did you mean "on"?'],
    [
      { rules: { 'too-long': { thresholds: { word: 60 } } } },
      'too-long.thresholds: there is no threshold "word". Did you mean "words"?',
    ],
    [{ rules: { blame: { lists: { defense: { add: ['x'] } } } } }, 'Did you mean "defence"?'],
    [{ rules: { judging: { says: { add: ['(oops'] } } } }, 'judging: "(oops"'],
    [{ rules: { judging: { says: { add: ['(a+)+b'] } } } }, 'repeats a repeat'],
    [{ rules: { judging: { says: { remove: ['not there'] } } } }, 'cannot be removed'],
    [{ rules: { judging: { why: { quoting: 'no quote', plain: 'x' } } } }, 'judging.why.quoting'],
    [{ rulez: {} }, 'the one field "rules"'],
    ['nonsense', 'the one field "rules"'],
  ])('say what is wrong: %j', (override, words) => {
    expect(problems(override)).toContain(words);
  });

  it('change nothing when anything is wrong', () => {
    expect(mergeDraftRules(DRAFT_RULES, { rules: { judging: { on: false }, blam: {} } }).ok).toBe(false);
    expect(mergeDraftRules(DRAFT_RULES, { rules: {} })).toEqual({ ok: true, rules: DRAFT_RULES });
  });
});
