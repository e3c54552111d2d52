import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Message } from '@/utils/conversation/message';
import { closingOf, openingOf } from '@/utils/suggestions/select-distinct';
import { client, hintsFor, supporter, WRITTEN } from './hint-corpus';

/** An opening, or the sentence that closes a hint, comes back at the earliest after so many other hints. */
const WITHIN = 10;

const turn = fc.record({
  client: fc.oneof(
    { weight: 6, arbitrary: fc.constantFrom(...WRITTEN.map(({ text }) => text)) },
    { weight: 1, arbitrary: fc.string({ unit: 'grapheme', minLength: 1, maxLength: 120 }) },
  ),
  supporter: fc.constantFrom(
    null,
    'I see.',
    'Thank you for telling me that.',
    "What's that been like for you?",
    "I can see why that's on your mind.",
  ),
  /** How often the supporter asks for other hints before the talk goes on. */
  again: fc.nat(2),
});

describe('over any conversation', () => {
  it('no opening and no closing sentence comes back within ten hints', () => {
    fc.assert(
      fc.property(fc.array(turn, { minLength: 2, maxLength: 12 }), (turns) => {
        const messages: Message[] = [];
        const shown: string[] = [];
        for (const [i, { client: told, supporter: answer, again }] of turns.entries()) {
          messages.push(client(told, `c${i}`));
          const before = [...shown];
          for (let round = 0; round <= again; round++)
            for (const { text } of hintsFor(messages, { recent: before, round }).hints) {
              const heard = shown.slice(1 - WITHIN);
              expect(heard.map(openingOf)).not.toContain(openingOf(text));
              expect(heard.map(closingOf).filter((closing) => closing !== null)).not.toContain(
                closingOf(text),
              );
              shown.push(text);
            }
          if (answer !== null) messages.push(supporter(answer, `s${i}`));
        }
      }),
      { numRuns: 25 },
    );
  });
});
