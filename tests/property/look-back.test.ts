import fc from 'fast-check';
import { expect, test } from 'vitest';
import { draftRules } from '@/utils/coaching/rule-set';
import { asHtml } from '@/utils/practice/debrief/as-html';
import { lookBack } from '@/utils/practice/debrief/look-back';
import { skillsOf, trendsOf } from '@/utils/practice/growth/growth';
import { nextPractice } from '@/utils/practice/growth/next';
import { respond, startSession } from '@/utils/practice/play';
import { newRecord, type SessionRecord } from '@/utils/practice/record';
import { allScenarios } from '@/utils/practice/scenarios';
import { pathsFrom, rewind } from '@/utils/practice/what-if/rewind';

const tools = { rules: draftRules(), reader: null, codeModel: null };

const words = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '',
    '😀',
    'a'.repeat(10_000),
    '<script>alert(1)</script>',
    'You should try yoga.',
    'It sounds like you are carrying so much. What is that like?',
    'Are you thinking of suicide?',
    'you are pathetic',
    'Others have it worse.',
    'Are you an AI?',
    'I want to kill myself',
    'bye',
  ),
);

const records = fc
  .record({
    scenario: fc.constantFrom(...allScenarios()),
    seed: fc.nat(1_000),
    turns: fc.array(words, { maxLength: 10 }),
  })
  .map(({ scenario, seed, turns }): SessionRecord => {
    const session = turns.reduce(
      (before, text) => respond(scenario, before, text, tools),
      startSession(scenario, seed),
    );
    return newRecord({ id: 'a', scenario, session, startedAt: 1_000 });
  });

test('any session can be looked back on, with figures within their bounds', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(records, (record) => {
      const seen = lookBack(record, tools);
      if (record.session.ending === 'danger') {
        expect(seen).toBeNull();
        expect(skillsOf(record, tools)).toBeNull();
        return;
      }
      if (!seen) throw new Error('nothing to look back on');
      const { figures, felt, distress } = seen.debrief;
      for (const share of [figures.openShare, figures.complexShare, ...Object.values(felt)])
        if (share !== null) expect(share >= 0 && share <= 1).toBe(true);
      for (const value of [distress.before, distress.after]) expect(value >= 0 && value <= 1).toBe(true);
      for (const { trust, valence, read } of seen.arc) {
        expect(trust >= 0 && trust <= 1 && valence >= -1 && valence <= 1).toBe(true);
        expect(read).toBeNull();
      }
      expect(seen.lead).not.toMatch(/[{}]/u);
      for (const { goal, marks, worked } of seen.feedback.values()) {
        expect(goal).not.toBe('');
        expect(marks.length <= 2 && worked.length <= 2).toBe(true);
        for (const { name, why } of marks) expect(name !== '' && why !== '').toBe(true);
      }
      for (const { level, capped } of seen.competences) if (capped) expect(level).toBe(1);
      const html = asHtml(record, seen);
      expect(html).not.toContain('<script');
      const skills = skillsOf(record, tools);
      for (const { words: said } of trendsOf(skills ? [skills] : [])) expect(said).not.toBe('');
      expect(nextPractice(skills ? [skills] : [], allScenarios(), 5_000).scenario).not.toBeNull();
    }),
    { numRuns: 60 },
  );
});

test('the same words on another path lead to the same replies', { timeout: 120_000 }, () => {
  fc.assert(
    fc.property(records, fc.nat(9), (record, pick) => {
      const { scenario, session } = record;
      const paths = pathsFrom(session);
      const turn = paths[pick % Math.max(1, paths.length)];
      if (!turn) return;
      let again = rewind(record, turn.turn, tools);
      for (const { messages } of paths.slice(paths.indexOf(turn)))
        if (again) again = respond(scenario, again, messages.join('\n'), tools);
      expect(again).toEqual(session);
    }),
    { numRuns: 60 },
  );
});
