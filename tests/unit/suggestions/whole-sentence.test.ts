import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitClauses } from '@/utils/suggestions/device/clauses';
import { isFeelingWord } from '@/utils/suggestions/device/feelings';
import { parseClause } from '@/utils/suggestions/device/parse';
import { saidWhole } from '@/utils/suggestions/device/whole-sentence';
import { readSentences } from '@/utils/suggestions/device/words';

/** What is said back of the last clause of the last sentence. */
function wholeOf(text: string): string | null {
  const sentence = readSentences(text).at(-1);
  if (sentence === undefined) return null;
  const clauses = splitClauses(sentence, 0);
  const parsed = clauses.map(({ words }) => parseClause(words, isFeelingWord));
  return saidWhole(sentence, clauses, parsed, 'you').at(-1)?.text ?? null;
}

describe('a sentence of theirs, said back whole', () => {
  it.each([
    ['everyone has plans and i just scroll', 'everyone has plans and you just scroll'],
    [
      "I've written her a letter but I haven't posted it.",
      "you've written her a letter but you haven't posted it",
    ],
    ['She asked me if I had come far.', 'she asked you if you had come far'],
    [
      "My husband wants to try again but I'm not sure I can.",
      "your husband wants to try again but you're not sure you can",
    ],
    [
      'everyone on my corridor eats together and i take my pasta to my room and say im busy',
      "everyone on your corridor eats together and you take your pasta to your room and say you're busy",
    ],
  ])('%s', (text, whole) => {
    expect(wholeOf(text)).toBe(whole);
  });

  it.each([
    [
      'what plays it down first',
      "I know he's only a dog but he was my whole routine.",
      'he was your whole routine',
    ],
    [
      'what is too long in one',
      'I get up at five every morning out of habit and then I sit at the table and wait for it to be a decent hour to ring somebody.',
      'you sit at the table and wait for it to be a decent hour to ring somebody',
    ],
  ])('is the later part of %s', (_why, text, whole) => {
    expect(wholeOf(text)).toBe(whole);
  });

  it.each([
    ['a picture that opens with “like”', 'like everyone got a map on the first day and i was off sick'],
    ['what one calls oneself', 'I feel selfish even saying it.'],
    ['a question', 'what else was i supposed to say'],
    ['two thoughts with nothing between them', 'my mum is in hospital she fell on the stairs'],
    ['words spoken to the supporter', 'I just want you to tell me it gets easier.'],
    ['a subject that was left out', "didn't even go to work today"],
    ['somebody else’s words', 'I left the room when she said "you are too much"'],
    ['a word that was taken out of the middle', 'She was polite to me, like I was a stranger.'],
    ['a slip that may be another word', 'my mum sed i shud of known and i felt bda'],
    ['words that are never said back', 'I took all the tablets and went to bed.'],
    ['a condition', 'if i tell him he will leave me'],
    [
      'what leaves out a word that English needs',
      'I am working here as domestic helper and I have nobody to talk',
    ],
  ])('is nothing for %s', (_why, text) => {
    expect(wholeOf(text)).toBeNull();
  });

  it('never keeps the client’s own person, whatever they write', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.constantFrom(
            'i',
            'me',
            'my',
            "i'm",
            'we',
            'our',
            'mum',
            'he',
            'left',
            'was',
            'tired',
            'and',
            'but',
            'told',
            'us',
            ',',
            'the',
            'dog',
            "don't",
            'sleep',
          ),
          { minLength: 3, maxLength: 16 },
        ),
        (words) => {
          expect(wholeOf(words.join(' ')) ?? '').not.toMatch(/\b(?:i|me|my|we|our|us|i'm)\b/iu);
        },
      ),
    );
  });
});
