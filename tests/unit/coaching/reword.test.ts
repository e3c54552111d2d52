import { describe, expect, it } from 'vitest';
import { readDrafts } from '@/tests/corpora/drafts/corpus';
import { inputFor } from '@/scripts/measure/draft-input';
import { checkDraft, isMarked } from '@/utils/coaching/check-draft';
import { type FlagId, SLOT, SLOTS } from '@/utils/coaching/draft-rule';
import type { DraftInput } from '@/utils/coaching/moment';
import { mergeDraftRules } from '@/utils/coaching/override';
import { faultOfRewording } from '@/utils/coaching/reword/gate';
import { rewordOnDevice } from '@/utils/coaching/reword/reword';
import { DRAFT_RULES } from '@/utils/coaching/rule-set';
import { suggestOnDevice } from '@/utils/suggestions/device/suggest';
import { screenHint } from '@/utils/suggestions/screen';
import { talk } from './talk';

function otherWay(input: DraftInput, flag: FlagId, round = 0): string | null {
  const { messages, stage, openCues } = input;
  const hints = (again: number) =>
    suggestOnDevice({ messages, readings: () => null, stage, openCues, round: again }).hints;
  return rewordOnDevice({ ...input, flag, round, hints });
}

describe('another way to say a draft', () => {
  it('turns advice into what was heard and an offer', () => {
    const input = talk(
      ['C: nobody ever listens to me at home'],
      'That must be hard. You should just talk to your parents, they’ll understand',
    );
    expect(otherWay(input, 'advice-too-early')).toMatch(/hard|listen|home.*\?$/iu);
    expect(otherWay(input, 'advice-too-early')).not.toMatch(/should|parents/u);
  });

  it('leaves the “at least” out and says back the loss', () => {
    const input = talk(
      ['C: my cat died this morning. had her since i was 6'],
      'Aw, I’m sorry. At least she was old.',
    );
    const text = otherWay(input, 'minimising');
    expect(text).toMatch(/^Aw, I’m sorry\. .*your cat/u);
    expect(text).not.toMatch(/at least|old/u);
  });

  it('keeps what was said back and stays with the not knowing in place of a promise', () => {
    const input = talk(
      ['C: biopsy results thursday. i keep picturing my kids without me'],
      'I can hear how scared you are. I’m certain it’ll come back clear.',
    );
    expect(otherWay(input, 'false-reassurance')).toBe(
      'I can hear how scared you are. I can’t know how it will turn out. I’m here with you while you don’t know either.'.replaceAll(
        '’',
        "'",
      ),
    );
  });

  it('keeps of several questions the open one', () => {
    const input = talk(
      ['C: I handed my notice in today'],
      'What made you decide that? Have you got something else lined up? Does your family know?',
    );
    expect(otherWay(input, 'question-pile-up')).toBe('What made you decide that?');
  });

  it('brings an own story back to them', () => {
    const input = talk(
      ['C: my brain is just broken'],
      'I failed maths twice too! I remember opening the envelope in the kitchen and my nan made me pancakes. Then I got it on the third go, and I ended up doing accounting.',
    );
    expect(otherWay(input, 'self-story')).toBe('I failed maths twice too! How is it for you?');
  });

  it('opens a question that held its answer', () => {
    const input = talk(
      ['C: my mum read my messages and grounded me'],
      'Don’t you think she only did it because she loves you?',
    );
    const text = otherWay(input, 'leading-question');
    expect(text).toMatch(/\?$/u);
    expect(text).not.toMatch(/loves/u);
  });

  it('has others when asked again, and comes back to the first', () => {
    const input = talk(['C: my cat died this morning'], 'At least it was quick.');
    const texts = Array.from({ length: 40 }, (_, round) => otherWay(input, 'minimising', round));
    expect(new Set(texts).size).toBeGreaterThan(1);
    expect(texts.slice(0, 20)).toContain(texts.at(-1));
    expect(texts.every((text) => text !== null)).toBe(true);
  });

  it('has none while a question about safety is due', () => {
    const lines = ['C: i have been thinking everyone would be better off if i wasn’t here'];
    expect(otherWay(talk(lines, 'At least you have your kids.'), 'minimising')).toBeNull();
  });

  it('is never one that would itself be marked, for any written draft', () => {
    let shown = 0;
    let none = 0;
    for (const line of readDrafts('tests/corpora/drafts').filter(({ half }) => half === 'rules')) {
      const input = inputFor(line, { codeModel: null });
      const [flag] = checkDraft(input).flags;
      if (!flag?.canReword) continue;
      const text = otherWay(input, flag.id);
      if (text === null) {
        none += 1;
        continue;
      }
      shown += 1;
      expect(isMarked({ ...input, draft: text }), text).toBe(false);
      expect(screenHint({ text }).ok, text).toBe(true);
      expect(text).not.toMatch(/[{}]|\bnull\b/u);
    }
    expect(shown).toBeGreaterThan(20 * none);
  });
});

describe('the gate of every other way', () => {
  const input = talk(['C: i failed my exam', 'S: That sounds hard.', 'C: yes'], 'You should rest.');
  it.each([
    ['You should talk to your tutor.', 'unsafe'],
    ['At least you tried, others have it worse.', 'unsafe'],
    ['Did you revise? Did you sleep? What did your mum say about the mark?', 'marked'],
    ['You should rest', 'same'],
    ['That sounds hard.', 'repeat'],
    ['Lo siento mucho, eso debe de ser muy difícil para ti y tu familia', 'language'],
    [`It sounds hard. ${'So hard. '.repeat(60)}`, 'long'],
    ['…!', 'form'],
    ['Failing it hurts. What goes through your mind?', null],
  ])('%j: %s', (text, fault) => {
    expect(faultOfRewording(text, input)).toBe(fault);
  });

  it('counts a remark that rests or was switched off, too', () => {
    const sent = talk(
      ['C: my dog died', 'S: You should get a new one.', 'C: no', 'S: You have to go out.', 'C: no'],
      'You should rest.',
      { off: new Set(['you-should', 'advice-too-early']) },
    );
    expect(checkDraft(sent).flags).toEqual([]);
    expect(faultOfRewording('You have to go out more.', sent)).not.toBeNull();
  });
});

describe('the ways in the rule book', () => {
  it('name only slots that are there, and every slot is used', () => {
    const used = new Set(
      DRAFT_RULES.rules.flatMap(({ ways }) =>
        ways.flatMap((way) => [...way.matchAll(SLOT)].map(([, slot]) => slot)),
      ),
    );
    expect([...used].sort()).toEqual([...SLOTS].sort());
  });

  it('can be an organisation’s own, and one with an unknown slot is refused by name', () => {
    const own = mergeDraftRules(DRAFT_RULES, { rules: { minimising: { ways: ['{heard} That matters.'] } } });
    expect(own.ok && own.rules.rules.find(({ id }) => id === 'minimising')?.ways).toEqual([
      '{heard} That matters.',
    ]);
    const wrong = mergeDraftRules(DRAFT_RULES, { rules: { minimising: { ways: ['{hearing}'] } } });
    expect(wrong.ok ? [] : wrong.problems).toEqual([
      expect.stringMatching(/^minimising\.ways\.0: names a slot/u),
    ]);
  });
});
