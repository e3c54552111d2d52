import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createEmotionReader } from '@/utils/analysis/emotion/reader';
import { parseWeights, WeightsError } from '@/utils/analysis/emotion/weights';
import { CATEGORIES, readingSchema } from '@/utils/analysis/reading';

const bytes = () => new Uint8Array(readFileSync('public/models/emotion.bin'));
const reader = createEmotionReader(parseWeights(bytes().buffer));

/** Anything that the schema of a reading does not say about it. */
function check(text: string): void {
  const reading = reader.read(text);
  expect(readingSchema.parse(reading)).toEqual(reading);
  expect(CATEGORIES.reduce((sum, name) => sum + reading.emotions[name], 0)).toBeCloseTo(1, 6);
  let last = 0;
  for (const { start, end, text: shown } of reading.evidence) {
    expect(start).toBeGreaterThanOrEqual(last);
    expect(end).toBeGreaterThan(start);
    expect(end).toBeLessThanOrEqual(text.length);
    expect(shown).toBe(text.slice(start, end));
    last = end;
  }
  expect(reading.reason !== undefined).toBe(reading.label === 'unclear');
}

const WORDS =
  'i feel so not sad happy scared but and never thanks bye died hate NOT !!! ... ? 😭 :( , im dont'.split(
    ' ',
  );
const words = fc.array(fc.constantFrom(...WORDS), { maxLength: 40 }).map((list) => list.join(' '));
const zalgo = fc
  .array(
    fc.tuple(
      fc.constantFrom(...'sad hope'),
      fc.array(fc.constantFrom('\u0300', '\u0336', '\u035c', '\u0489')),
    ),
  )
  .map((letters) => letters.map(([letter, marks]) => letter + marks.join('')).join(''));
const emoji = fc
  .array(fc.constantFrom('😀', '😭', '💔', '👨‍👩‍👧', '🏳️‍🌈', '👍🏽', '🇸🇬', '❤️', '☺', '\u200d'))
  .map((list) => list.join(''));
const rightToLeft = fc
  .array(fc.constantFrom('אני', 'עצוב', 'أنا', 'حزين', '\u202e', '\u2067', 'sad'))
  .map((l) => l.join(' '));
const markup = fc
  .array(
    fc.constantFrom(
      '<b>',
      '</b>',
      '<script>',
      '&amp;',
      '{"a":1}',
      'if (x) {',
      '};',
      '//',
      '\\u0041',
      'i am sad',
    ),
  )
  .map((list) => list.join(''));

describe('a reading of any text', () => {
  it.each([
    ['any characters', fc.string({ unit: 'grapheme', maxLength: 300 })],
    ['lone surrogates and controls', fc.string({ unit: 'binary', maxLength: 300 })],
    ['words', words],
    ['zalgo', zalgo],
    ['emoji', emoji],
    ['right to left', rightToLeft],
    ['code and markup', markup],
    [
      'a mixture',
      fc
        .array(fc.oneof(words, emoji, zalgo, rightToLeft, markup, fc.string({ unit: 'binary' })))
        .map((l) => l.join(' ')),
    ],
  ])('is whole, finite, in range, and points into the text: %s', (_, texts) => {
    fc.assert(fc.property(texts, check), { numRuns: 150 });
  });

  it.each([
    '',
    '\u0000',
    '\ud800',
    '\udfff\ud800',
    '\ufeff',
    '\u200b\u200b',
    '\n\n\n',
    '%s%n',
    '‮',
    'a'.repeat(1_000),
  ])('holds for %j', (text) => {
    check(text);
  });

  it.each([
    // A cost that grew with the square of the length would not come to an end here.
    ['words', 'nobody ever listens to me. i am so tired of it, '],
    ['one word without an end', 'a'],
    ['emoji', '😭'],
    ['punctuation', '?!'],
    ['combining marks', 'a\u0300\u0301\u0302'],
    ['negators', 'not never no '],
    ['markup', '<div class="x">&nbsp;'],
  ])(
    'holds for 1 MB of %s',
    (_, piece) => {
      check(piece.repeat(Math.ceil(1_000_000 / piece.length)));
    },
    60_000,
  );
});

describe('weights of any bytes', () => {
  it('are refused with the reason, or read', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 400 }), (noise) => {
        expect(() => parseWeights(new Uint8Array(noise).buffer)).toThrow(WeightsError);
      }),
    );
  });

  it('are refused wherever they were cut or changed', () => {
    const whole = bytes();
    fc.assert(
      fc.property(fc.nat(whole.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        expect(() => parseWeights(whole.slice(0, at).buffer)).toThrow(WeightsError);
        const damaged = whole.slice();
        damaged[at] = (damaged[at] ?? 0) ^ change;
        expect(() => parseWeights(damaged.buffer)).toThrow(WeightsError);
      }),
      { numRuns: 40 },
    );
  });
});
