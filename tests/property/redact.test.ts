import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { stripInvisible } from '@/utils/privacy/invisible';
import { createRedactor, type Redaction } from '@/utils/privacy/redact/redactor';
import { sourceSpan } from '@/utils/privacy/redact/source-span';

const KNOWN = ['Anna Kowalska', 'sad_girl.04', 'Will', '美玲'];
const PIECES = [
  'Anna',
  'anna',
  'Anna Kowalska',
  'Will',
  'will',
  'sad_girl.04',
  '美玲',
  'Priya',
  'my sister',
  'Zorvath',
  'my name is',
  '07700 900123',
  '+65 9123 4567',
  'call',
  '988',
  '12/03/2005',
  'born on',
  '3 June',
  'M14 5RT',
  '14 Elm Road',
  'Flat 3,',
  'Hauptstraße 12',
  '80331 München',
  '12 rue de la Paix',
  'S1234567D',
  'NHS',
  '943 476 5919',
  '4111 1111 1111 1111',
  'GB29 NWBK 6016 1331 9268 19',
  'jo@example.org',
  'jo dot smith at gmail dot com',
  '@x.y',
  'u/abc',
  'https://a.example/b',
  'insta is',
  'moon.child',
  'I work at',
  'Tesco',
  'I go to',
  'Westfield High',
  "St Mary's",
  'i live in',
  'scunthorpe',
  '203.0.113.77',
  '51.5033, -0.1195',
  'and',
  'said',
  "'s",
  '.',
  ',',
  ' ',
  '\n',
  '-',
  '1',
  '_',
  '[',
  ']',
  '\\',
  '{',
  '>',
  '\u200B',
  'e\u0301',
  'ﬃ',
  '😀',
  '\uD800',
  '\u0001',
  'İ',
  '０７',
  'NAME',
  'NAME_',
  'PHONE_1',
];
/** Nothing that reads like a placeholder of ours. */
const PLAIN = PIECES.filter((piece) => !/NAME|PHONE/.test(piece));
const LITERALS = [
  '[NAME_1]',
  '[name_2]',
  'NAME_1',
  '[PHONE 1]',
  '{EMAIL}',
  '[LITERAL_1]',
  '\\[NAME_1\\]',
  '<date>',
];

const pieces = (from: readonly string[]): fc.Arbitrary<string> =>
  fc
    .array(
      fc.oneof(
        { weight: 6, arbitrary: fc.constantFrom(...from) },
        { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 8 }) },
      ),
      { maxLength: 14 },
    )
    .chain((parts) => fc.constantFrom(' ', '', ', ').map((between) => parts.join(between)));
const anyText = pieces([...PIECES, ...LITERALS]);

/** The text with everything that was found as it is written last: what restoring can know. */
function asWrittenLast(text: string, { found }: Redaction): string {
  const last = new Map(found.map(({ placeholder, text: form }) => [placeholder, form]));
  let result = '';
  let from = 0;
  for (const { start, end, placeholder } of found) {
    result += text.slice(from, start) + (last.get(placeholder) ?? '');
    from = end;
  }
  return result + text.slice(from);
}

describe('redacting any text', () => {
  it('can be undone: each thing comes back, in the way it was written last', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const redactor = createRedactor({ known: KNOWN });
        const redaction = redactor.redact(text);
        expect(redactor.restore(redaction.text)).toBe(asWrittenLast(text, redaction));
      }),
      { numRuns: 600 },
    );
  });

  it('can be undone letter by letter where each thing is written in one way', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const redactor = createRedactor({ known: KNOWN });
        const redaction = redactor.redact(text);
        const forms = new Map<string, string>();
        for (const { placeholder, text: form } of redaction.found) {
          fc.pre((forms.get(placeholder) ?? form) === form);
          forms.set(placeholder, form);
        }
        expect(redactor.restore(redaction.text)).toBe(text);
      }),
      { numRuns: 600 },
    );
  });

  it('finds nothing more in what it has redacted', () => {
    fc.assert(
      fc.property(pieces(PLAIN), (text) => {
        const once = createRedactor({ known: KNOWN }).redact(text);
        const twice = createRedactor({ known: KNOWN }).redact(once.text);
        expect(twice.text).toBe(once.text);
      }),
      { numRuns: 600 },
    );
  });

  it('says the truth about where things stood', () => {
    fc.assert(
      fc.property(anyText, fc.nat(), fc.nat(), (text, a, b) => {
        const redaction = createRedactor({ known: KNOWN }).redact(text);
        let from = 0;
        for (const span of redaction.found) {
          expect(text.slice(span.start, span.end)).toBe(span.text);
          expect(span.start).toBeGreaterThanOrEqual(from);
          expect(span.end).toBeGreaterThan(span.start);
          from = span.end;
        }
        const [start, end] = [a, b].map((n) => n % (redaction.text.length + 1)).sort((x, y) => x - y) as [
          number,
          number,
        ];
        const source = sourceSpan(redaction, start, end);
        expect(source.start).toBeLessThanOrEqual(source.end);
        expect(sourceSpan(redaction, 0, redaction.text.length)).toEqual({ start: 0, end: text.length });
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same again for the same conversation', () => {
    fc.assert(
      fc.property(fc.array(pieces(PIECES), { maxLength: 4 }), (texts) => {
        const all = (): string[] => {
          const redactor = createRedactor({ known: KNOWN });
          return texts.map((text) => redactor.redact(text).text);
        };
        expect(all()).toEqual(all());
      }),
      { numRuns: 100 },
    );
  });

  it('never throws, nor does restoring or stripping, on anything', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'binary', maxLength: 300 }),
        fc.array(fc.string({ unit: 'binary' })),
        (text, known) => {
          const redactor = createRedactor({ known });
          redactor.restore(redactor.redact(text).text);
          redactor.restore(text);
          stripInvisible(text);
        },
      ),
      { numRuns: 300 },
    );
  });
});

describe('time', () => {
  const cpu = (text: string): number => {
    const redactor = createRedactor({ known: KNOWN });
    const from = process.cpuUsage();
    redactor.restore(redactor.redact(stripInvisible(text)).text);
    const { user, system } = process.cpuUsage(from);
    return (user + system) / 1_000;
  };

  // Eight times the text may take eight times as long; a quadratic rule would take sixty-four times.
  it.each([
    'a',
    '1',
    '1 ',
    '12 ',
    '(',
    '+1',
    '@',
    'a@',
    'a.',
    'a-',
    ' at ',
    'x at x dot ',
    'dot ',
    'www.',
    '12/',
    '1.',
    '[NAME_',
    '[NAME_1] Anna ',
    'Anna ',
    'my sister ',
    'Mr ',
    'van der ',
    'Flat 1, ',
    'Elm Road 12345 ',
    'po box 1 ',
    'rue de la ',
    'High School ',
    'University of ',
    'live in ',
    'blk 1 ',
    'born on ',
    '1 may ',
    'zero ',
    'o7',
    'GB29 ',
    'aa ',
    'a1 ',
    '\u200B',
    'é',
    '😀',
    "'",
    'insta is ',
    'passport number ',
    '1:',
    'a:b:',
    'told xyzzyx ',
    '80331 ',
    'SW1A 1AA ',
    '51.5033, ',
  ])('grows with the length of the text and no faster: %j', (unit) => {
    const best = (length: number): number => {
      const text = unit.repeat(length / unit.length);
      return Math.min(cpu(text), cpu(text));
    };
    expect(best(24_000)).toBeLessThan(best(3_000) * 20 + 100);
  });
});
