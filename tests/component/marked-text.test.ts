import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { markedPieces } from '@/components/timeline/marked-text';

describe('marking the evidence in a message', () => {
  it('never changes the words', () => {
    const span = fc.record({
      start: fc.nat(60),
      end: fc.nat(60),
      text: fc.string({ maxLength: 5 }),
      weight: fc.double({ min: -1, max: 1, noNaN: true }),
    });
    fc.assert(
      fc.property(fc.string({ maxLength: 50 }), fc.array(span, { maxLength: 8 }), (text, evidence) => {
        expect(
          markedPieces(text, evidence)
            .map((piece) => piece.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it('tells words for the label from words against it', () => {
    expect(
      markedPieces('not happy', [
        { start: 0, end: 3, text: 'not', weight: 0.4 },
        { start: 4, end: 9, text: 'happy', weight: -0.2 },
      ]),
    ).toEqual([
      { text: 'not', mark: 'for' },
      { text: ' ', mark: 'none' },
      { text: 'happy', mark: 'against' },
    ]);
  });

  it('finds words whose place moved, and leaves out words beyond the excerpt', () => {
    expect(
      markedPieces('… so alone', [
        { start: 80, end: 88, text: 'so alone', weight: 1 },
        { start: 120, end: 125, text: 'tired', weight: 1 },
      ]),
    ).toEqual([
      { text: '… ', mark: 'none' },
      { text: 'so alone', mark: 'for' },
    ]);
  });

  it('gives overlapping words to the heavier evidence', () => {
    const pieces = markedPieces('so very alone', [
      { start: 0, end: 7, text: 'so very', weight: 0.1 },
      { start: 3, end: 13, text: 'very alone', weight: 0.9 },
    ]);
    expect(pieces.filter((piece) => piece.mark !== 'none')).toEqual([{ text: 'very alone', mark: 'for' }]);
  });
});
