import { describe, expect, it } from 'vitest';
import { findSafetyCues } from '@/utils/analysis/safety/find-safety-cues';

const found = (text: string) => findSafetyCues(text).filter((cue) => cue.strength !== 'check');

describe('disguised words', () => {
  it.each([
    ['digits', 'k1ll mys3lf'],
    ['digits and small words', 'i w4nt t0 d13'],
    ['signs', 'feeling su!cidal'],
    ['stars', 'I want to k*ll myself'],
    ['spaces', 'i want to k i l l  m y s e l f'],
    ['dots', 's.u.i.c.i.d.e is all i think about'],
    ['hyphens', 'i feel su-i-ci-dal'],
    ['repeated letters', 'i waaaant to dieeeee'],
    ['one slipped key', 'im so suicidla today'],
    ['spelling', 'i want to comitt sucide'],
    ['no spaces', 'iwanttodie'],
    ['a hashtag', 'why #iwanttodie'],
    ['zero-width characters', 'I want to k\u200bi\u200bl\u200dl myself'],
    ['direction characters', 'I want to \u202edie\u202c'],
    ['tag characters', 'I want to d\u{e0061}ie'],
    ['stacked marks', 'I want to d\u0336\u0334i\u0322e\u0347'],
    ['letters of other scripts', 'i want to k\u0456ll m\u0443self'],
    ['fullwidth letters', '\uff49 \uff57\uff41\uff4e\uff54 \uff54\uff4f \uff44\uff49\uff45'],
    [
      'mathematical letters',
      '\u{1d408} \u{1d430}\u{1d41a}\u{1d427}\u{1d42d} \u{1d42d}\u{1d428} \u{1d41d}\u{1d422}\u{1d41e}',
    ],
    ['squared letters', 'i want to \u{1f173}\u{1f178}\u{1f174}'],
    ['a capital I for a small l', 'kiII myseIf'],
    ['code words', 'thinking of unaliving myself'],
    ['abbreviations', 'relapsed on s/h last night'],
    ['a picture for a word', 'im gonna 🔫 myself'],
    ['tags', '<p>I want to <b>die</b></p>'],
    ['entities', 'I want&nbsp;to die'],
    ['one word a sentence', 'I. Want. To. Die.'],
    ['right-to-left text around', '\u05e9\u05dc\u05d5\u05dd I want to die \u05e9\u05dc\u05d5\u05dd'],
  ])('are read through %s', (_, text) => {
    const cues = found(text);
    expect(cues.length).toBeGreaterThan(0);
    for (const cue of cues) expect(text.slice(cue.start, cue.end)).toBe(cue.text);
  });

  it('keeps the span on the words as they were written', () => {
    const text = 'ok 👍 i want to \u{1d41d}\u{1d422}\u{1d41e} now';
    expect(found(text).map((cue) => cue.text)).toEqual(['want to \u{1d41d}\u{1d422}\u{1d41e}']);
  });

  it.each([
    ['I want to dye my hair'],
    ['my therapist is great'],
    ['rapper of the year'],
    ['that is so sad'],
    ['it is odd'],
    ['what the hell'],
    ['24/7 and 50% off, call 555-1234'],
    ['C3PO and R2D2'],
    ['I have 3 kids and 2 dogs'],
    ['comma, coma, comedy'],
  ])('are not seen in ordinary words: %s', (text) => {
    expect(findSafetyCues(text)).toEqual([]);
  });
});
