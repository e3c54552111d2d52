import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Message } from '@/utils/conversation/message';
import { ANSWERS, answersIn } from '@/utils/suggestions/device/answers';
import { HEARTS } from '@/utils/suggestions/device/hearts';
import { type HintModels, loadHintModels } from '@/utils/suggestions/device/hint-models';
import { MATTERS, mattersToAnswer } from '@/utils/suggestions/device/matters';
import type { Hint } from '@/utils/suggestions/hint';
import { client, hintsFor, linesOf, supporter } from './hint-corpus';

const saysForAnswers = new Set(ANSWERS.flatMap(linesOf).map(({ text }) => text));

let models: HintModels;
beforeAll(async () => {
  models = await loadHintModels((path) =>
    Promise.resolve(new Uint8Array(readFileSync(`public/${path}`)).buffer),
  );
});

/** Hints that were made for what is answered. */
function hintsOf(messages: readonly Message[], safetyRaised = false): Hint[] {
  const { hints } = hintsFor(messages, { safetyRaised, models });
  return hints.filter(({ text }) => saysForAnswers.has(text));
}

/** The same for the last of some messages, in turn of the client, who begins, and of the supporter. */
const forAnswers = (texts: readonly string[], safetyRaised = false): Hint[] =>
  hintsOf(
    texts.map((text, i) => (i % 2 === 0 ? client(text, `c${i}`) : supporter(text, `s${i}`))),
    safetyRaised,
  );

const BEGINS = 'my flatmate leaves her dishes everywhere';
const SUGGESTS = 'That sounds annoying. Have you tried a cleaning schedule?';
const DECLINES = 'no, she would just ignore it';

describe('what people do by answering', () => {
  it('has names that no matter and no heart has', () => {
    expect(ANSWERS.filter((name) => [...MATTERS, ...HEARTS].includes(name))).toEqual([]);
  });

  it.each([
    ['declines-idea', SUGGESTS, DECLINES],
    ['declines-idea', 'You should just tell him.', 'maybe but i dont want to make it a big thing'],
    ['already-tried', 'Could you ask the landlord?', 'i did, he said he would look into it'],
    ['half-open', 'What about a walking group?', 'maybe. i could look when they meet'],
    ['confirmed', 'So it’s less the work and more the people.', 'yes exactly, the people'],
    ['confirmed', 'That must have hurt.', 'it did. we were so close'],
    ['not-comforted', 'I’m sure it will get better!', 'i hope so. everybody says that'],
    ['told-the-worst', 'That’s a lot. What bothers you the most about it?', 'that she hid it'],
    ['told-the-fear', 'What are you afraid would happen?', 'that they stop inviting me'],
    ['unsaid', 'Have you told her how you feel?', 'no, it never comes up'],
  ])('is heard: %s, after "%s", in "%s"', (name, said, text) => {
    expect(answersIn(text, said)).toContain(name);
  });

  it.each([
    ['a question takes no yes', 'confirmed', 'So you live alone?', 'yes'],
    ['an earlier question is over', 'told-the-worst', 'What’s hardest? No rush. How was work?', 'it was ok'],
    ['thanks are no maybe', 'half-open', 'You could call her.', 'maybe. thank you for listening, bye'],
    [
      'help that is needed is not let go of',
      'declines-idea',
      'Could you see a doctor about it?',
      'no i cant',
    ],
  ])('is not heard: %s', (_why, name, said, text) => {
    expect(answersIn(text, said)).not.toContain(name);
  });

  it('is not heard where the client begins', () => {
    expect(answersIn('yes exactly', null)).toEqual([]);
  });

  it('is answered with lines for it, which rest on the words of the answer', () => {
    const hints = forAnswers([BEGINS, SUGGESTS, DECLINES]);
    expect(hints.length).toBeGreaterThan(0);
    for (const { because } of hints) expect(DECLINES).toContain(because.text);
  });

  it('is answered also where the answer tells nothing by itself', () => {
    const reflects = 'So it’s the work that you do for somebody who doesn’t see it.';
    expect(forAnswers([BEGINS, reflects, 'yes exactly']).length).toBeGreaterThan(0);
  });

  it('is not answered any more once they go on to tell something in another message', () => {
    const messages = [client(BEGINS, 'c0'), supporter(SUGGESTS, 's1'), client(DECLINES, 'c2')];
    const after = (text: string): Hint[] => hintsOf([...messages, client(text, 'c3')]);
    expect(hintsOf(messages)).not.toEqual([]);
    expect(after('and i feel so guilty for even thinking of moving out')).toEqual([]);
  });

  it('is not answered where the turn asks something, or after words of danger of anybody', () => {
    expect(forAnswers([BEGINS, SUGGESTS, `${DECLINES}. would you?`])).toEqual([]);
    expect(forAnswers(['he hits me when he is drunk', SUGGESTS, DECLINES])).toEqual([]);
    expect(mattersToAnswer(DECLINES, [BEGINS], SUGGESTS).size).toBeGreaterThan(0);
    expect(mattersToAnswer(DECLINES, [BEGINS], 'Could you get away when he hits you?').size).toBe(0);
  });

  it('is not answered in a talk in which a safety cue was found', () => {
    expect(forAnswers([BEGINS, SUGGESTS, DECLINES], true)).toEqual([]);
  });

  it('is heard in any texts without a fault', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'grapheme' }), (text, said) => {
        for (const name of answersIn(text, said)) expect(ANSWERS).toContain(name);
      }),
    );
  });
});
