import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { WeightsError } from '@/utils/analysis/emotion/weights-error';
import { safetyCueSchema } from '@/utils/analysis/safety-cue';
import { findSafetyCues } from '@/utils/analysis/safety/find-safety-cues';
import { unitsOf } from '@/utils/analysis/safety/model/units';
import { checksum, MODEL_PREAMBLE } from '@/utils/analysis/model-file';
import { parseSafetyModel } from '@/utils/analysis/safety/model/safety-model';
import { createSafetyFinder } from '@/utils/analysis/safety/safety-finder';
import { tokenise } from '@/utils/analysis/text/tokenise';

const committed = (): Uint8Array<ArrayBuffer> => new Uint8Array(readFileSync('public/models/safety.bin'));
const find = createSafetyFinder(parseSafetyModel(committed()));
const isLearnt = ({ rule }: { rule: string }) => rule.startsWith('model-');

/** Changes the file and mends its checksum, so that what comes behind the checksum is tested too. */
function changed(
  change: (bytes: Uint8Array<ArrayBuffer>, view: DataView) => Uint8Array<ArrayBuffer> | undefined,
) {
  const original = committed();
  const bytes = change(original, new DataView(original.buffer)) ?? original;
  new DataView(bytes.buffer).setUint32(4, checksum(bytes.subarray(8)), true);
  return bytes;
}

describe('the weights of the second layer', () => {
  it('weigh at most 43 kB gzip', () => {
    expect(gzipSync(committed(), { level: 9 }).length).toBeLessThanOrEqual(43_000);
  });

  it('raise a gentle check long before they say that something is said indirectly', () => {
    const { check, indirect } = parseSafetyModel(committed()).thresholds;
    expect(indirect).toBeGreaterThan(check + 1);
  });

  it.each([
    ['empty', new Uint8Array(0), 'too short'],
    ['a web page', new TextEncoder().encode('<!doctype html><title>404</title>'), 'not a safety model'],
    ['cut off', committed().subarray(0, -100), 'damaged'],
    [
      'a bit turned',
      (() => {
        const bytes = committed();
        bytes[200] = (bytes[200] ?? 0) ^ 1;
        return bytes;
      })(),
      'damaged',
    ],
    ['a table cut off', changed((bytes) => bytes.slice(0, -50)), 'ends too early'],
    [
      'a header that is no JSON',
      changed((bytes) => {
        bytes[MODEL_PREAMBLE] = 0x21;
        return undefined;
      }),
      'no readable header',
    ],
    [
      'other classes',
      changed((bytes) => {
        const text = new TextDecoder('latin1').decode(bytes);
        const at = text.indexOf('suicide');
        bytes.set(new TextEncoder().encode('SUICIDE'), at);
        return undefined;
      }),
      'other classes',
    ],
  ])('that are %s say why', (_, bytes, why) => {
    expect(() => parseSafetyModel(bytes)).toThrow(WeightsError);
    expect(() => parseSafetyModel(bytes)).toThrow(why);
  });
});

describe('the parts of a message that are judged', () => {
  const parts = (text: string) => {
    const tokens = tokenise(text);
    return unitsOf(tokens, text).map(({ from, to }) => text.slice(tokens[from]?.start, tokens[to - 1]?.end));
  };

  it('are the whole of a short message and its sentences', () => {
    expect(parts('The bus was late again. I sat there for an hour!')).toEqual([
      'The bus was late again. I sat there for an hour!',
      'The bus was late again.',
      'I sat there for an hour!',
    ]);
  });

  it('are lines, where there are no stops', () => {
    expect(parts('the bus was late\ni sat there for an hour')).toContain('i sat there for an hour');
  });

  it('are the clauses of a long sentence', () => {
    expect(
      parts(
        'so the landlord is selling up, which means we move again in june, and I lie there at night, and the car has failed its test',
      ),
    ).toContain('and I lie there at night,');
  });

  it('hold every token three times at most, however long the text', () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom('word', 'and', ',', '.', '\n', 'I', '?', '😀', 'so'), { maxLength: 300 }),
        (pieces) => {
          const text = pieces.join(' ');
          const tokens = tokenise(text);
          const held = unitsOf(tokens, text).reduce((sum, { from, to }) => sum + to - from, 0);
          expect(held).toBeLessThanOrEqual(3 * tokens.length);
        },
      ),
    );
  });
});

describe('the rules and the second layer together', () => {
  it('leave what the rules say as it is', () => {
    for (const text of [
      'I want to kill myself',
      "I don't want to die, don't worry",
      'my husband hits me and I have nowhere to go',
    ]) {
      expect(find(text).filter((cue) => !isLearnt(cue))).toEqual(findSafetyCues(text));
    }
  });

  it('never speak twice of one class, and the second layer once at most', () => {
    const text =
      'I want to die. I feel like the world would be lighter without me in it, nobody would need me.';
    const cues = find(text);
    const learnt = cues.filter(isLearnt);
    expect(learnt.length).toBeLessThanOrEqual(1);
    const ruled = new Set(findSafetyCues(text).map((cue) => cue.class));
    expect(learnt.some((cue) => ruled.has(cue.class))).toBe(false);
  });

  it('find one sentence in the middle of a long message, and quote it alone', () => {
    const before =
      'Work was fine. We had soup. The twins are at their gran and the car passed its test. '.repeat(4);
    const after = ' Then the bus was late and we watched the match. '.repeat(3);
    const quiet = [
      "I don't deserve to be breathing.",
      "I'm not cut out for being alive.",
      'I wont see the spring.',
      'Not safe on my own rn.',
    ];
    const found = quiet.flatMap((line) => {
      const cue = find(before + line + after).find(isLearnt);
      return cue ? [{ line, quoted: cue.text, class: cue.class }] : [];
    });
    expect(found.length).toBeGreaterThan(0);
    for (const { line, quoted, class: kind } of found) {
      expect(kind).toBe('suicide');
      expect(line).toContain(quoted);
    }
  });

  it.each([
    'Good morning! How are you?',
    'I have a maths exam on Friday and I am worried about it.',
    'my cat knocked the plant off the shelf again lol',
    'Gracias, mi hermana viene mañana y vamos al mercado con los niños.',
    '',
    '...',
    '😀',
  ])('say nothing of "%s"', (text) => {
    expect(find(text)).toEqual([]);
  });

  it('are the rules alone without a model', () => {
    expect(createSafetyFinder(null)).toBe(findSafetyCues);
  });

  it('quote what stands there, and say the same when asked twice, for any text', () => {
    const words = fc.constantFrom(
      ...[
        'nobody',
        'would',
        'notice',
        'if',
        'I',
        'was',
        'gone',
        'tired',
        'of',
        'being',
        'here',
        'he',
        'checks',
      ],
      ...[
        'my',
        'phone',
        'the',
        'blade',
        'again',
        '.',
        ',',
        '\n',
        '?',
        '😀',
        '\ud800',
        'zal\u0336go',
        '<b>',
        'не',
      ],
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string({ unit: 'binary', maxLength: 80 }),
          fc.array(words, { maxLength: 60 }).map((parts) => parts.join(' ')),
        ),
        (text) => {
          const cues = find(text);
          expect(find(text)).toEqual(cues);
          let last = 0;
          for (const cue of cues) {
            expect(safetyCueSchema.safeParse(cue).success).toBe(true);
            expect(text.slice(cue.start, cue.end)).toBe(cue.text);
            expect(cue.end).toBeGreaterThan(cue.start);
            expect(cue.start).toBeGreaterThanOrEqual(last);
            last = cue.start;
            if (isLearnt(cue)) expect([cue.rule, cue.strength]).toEqual([`model-${cue.class}`, 'check']);
          }
        },
      ),
      { numRuns: 400 },
    );
  });
});
