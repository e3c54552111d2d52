import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { talk } from '@/tests/unit/coaching/talk';
import { checkDraft, isMarked, MAX_FLAGS } from '@/utils/coaching/check-draft';
import { rewordOnDevice } from '@/utils/coaching/reword/reword';
import { DRAFT_RULES } from '@/utils/coaching/rule-set';
import { suggestOnDevice } from '@/utils/suggestions/device/suggest';

const CLIENT = [
  'C: hi',
  'S: Hello, what is on your mind?',
  'C: nobody listens, you are useless 😞 i cried\ud83d',
];

/** Pieces that rules look for, strange characters, and anything at all. */
const piece = fc.oneof(
  fc.constantFrom(...DRAFT_RULES.rules.flatMap(({ example, not }) => [example.draft, not.draft])),
  fc.constantFrom(
    '\ud83d',
    '\udc4d',
    '👍🏽',
    '\u200b',
    '“',
    '"',
    '…',
    '\n',
    '? ',
    '! ',
    ', ',
    ' ',
    "'",
    'İ',
    'ﬁ',
    '𝓎ou',
  ),
  fc.constantFrom(
    'you should ',
    'at least ',
    'you are ',
    'I promise ',
    'why ',
    'my ',
    'i was ',
    'so you have to ',
  ),
  fc.string({ unit: 'binary', maxLength: 20 }),
);
const draft = fc.array(piece, { maxLength: 14 }).map((pieces) => pieces.join(''));

describe('checkDraft for any text', () => {
  it('never throws, and every span and quote stands where it says', () => {
    fc.assert(
      fc.property(draft, fc.boolean(), (text, isNew) => {
        const input = talk(isNew ? [] : CLIENT, text);
        const { flags, good, unread } = checkDraft(input);
        expect(flags.length).toBeLessThanOrEqual(MAX_FLAGS);
        expect(new Set(flags.map(({ id }) => id)).size).toBe(flags.length);
        if (flags.length > 0) expect([good, unread]).toEqual([undefined, undefined]);
        for (const { spans, quote, because } of flags) {
          expect(spans.length).toBeGreaterThan(0);
          let last = 0;
          for (const span of spans) {
            expect(span.start).toBeGreaterThanOrEqual(last);
            expect(span.end).toBeGreaterThan(span.start);
            expect(text.slice(span.start, span.end)).toBe(span.text);
            last = span.end;
          }
          if (!quote) continue;
          const message = input.messages.find(({ id }) => id === quote.messageId);
          expect(message?.side).toBe('client');
          expect(message?.text.slice(quote.start, quote.end)).toBe(quote.text);
          expect(because).toContain(quote.text);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('gives the same for the same', () => {
    fc.assert(
      fc.property(draft, (text) => {
        const input = talk(CLIENT, text);
        expect(checkDraft(input)).toEqual(checkDraft(input));
      }),
      { numRuns: 60 },
    );
  });

  it('reads 100 kB of one thing, and marks no words that are not there', () => {
    for (const one of [
      'a',
      'you ',
      'you are so ',
      'what? ',
      '"',
      '\ud83d',
      'i was ',
      'and then she ',
      '.',
      ', ',
      'really ',
    ]) {
      const text = one.repeat(Math.ceil(100_000 / one.length));
      const { flags } = checkDraft(talk(CLIENT, text));
      for (const { spans } of flags)
        for (const span of spans) expect(span.end).toBeLessThanOrEqual(text.length);
    }
  });

  it('has another way to say it that is never marked itself, and never throws', () => {
    fc.assert(
      fc.property(draft, fc.nat(3), (text, round) => {
        const input = talk(CLIENT, text);
        const { messages } = input;
        const hints = (again: number) =>
          suggestOnDevice({ messages, readings: () => null, round: again }).hints;
        for (const { id } of checkDraft(input).flags) {
          const way = rewordOnDevice({ ...input, flag: id, hints, round });
          if (way !== null) expect(isMarked({ ...input, draft: way })).toBe(false);
        }
      }),
      { numRuns: 60 },
    );
  });
});
