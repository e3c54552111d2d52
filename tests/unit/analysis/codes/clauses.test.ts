import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitClauses } from '@/utils/analysis/codes/clauses';

const parts = (text: string) => splitClauses(text).map(({ start, end }) => text.slice(start, end));

describe('splitting a message into clauses', () => {
  it('splits sentences, and where a sentence turns to a question', () => {
    expect(parts('That sounds so hard, how long has it been going on? I am here.')).toEqual([
      'That sounds so hard,',
      'how long has it been going on?',
      'I am here.',
    ]);
  });

  it('keeps a question together with the words that set its scene', () => {
    expect(parts("When you say you're done, what do you mean?")).toHaveLength(1);
  });

  it('keeps a tag with its statement', () => {
    expect(parts('You two are close, is that it?')).toHaveLength(1);
  });

  it('does not take the stop of an abbreviation or a number for an end', () => {
    expect(parts('Dr. Lee is in at 9.30 today.')).toHaveLength(1);
  });

  it('splits lines', () => {
    expect(parts('hey\nwhat happened')).toEqual(['hey', 'what happened']);
  });

  it('gives ordered pieces without gaps of words, for any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        let at = 0;
        for (const { start, end } of splitClauses(text)) {
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          expect(text.slice(at, start)).not.toMatch(/[a-z]{12}/);
          at = end;
        }
        expect(at).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
