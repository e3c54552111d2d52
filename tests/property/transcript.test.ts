import fc from 'fast-check';
import { expect, test } from 'vitest';
import { MAX_NAME, MAX_TEXT } from '@/utils/conversation/limits';
import { messageSchema } from '@/utils/conversation/message';
import { readTranscript, withSides } from '@/utils/conversation/transcript/transcript';

const NAMES = ['Maya Brook', 'Robin', 'Zoë-Ann', 'मीरा', 'Client 1'];

/** Words as people write them: no line that is a time or a heading by itself. */
const words = fc
  .array(
    fc.constantFrom('I', 'feel', 'so', 'alone', 'tonight,', 'mum', 'said', '12', '(no)', 'ok?', 'שלום', '😔'),
    {
      minLength: 1,
      maxLength: 12,
    },
  )
  .map((list) => list.join(' '));
const text = fc.array(words, { minLength: 1, maxLength: 3 }).map((lines) => lines.join('\n'));
const said = fc.array(fc.record({ name: fc.constantFrom(...NAMES), text, minutes: fc.nat(600) }), {
  minLength: 1,
  maxLength: 30,
});

/** The same conversation in order of time, as an app would write it down. */
function inOrder(messages: { name: string; text: string; minutes: number }[]) {
  let minutes = 0;
  return messages.map((message) => {
    minutes += message.minutes;
    return { ...message, when: new Date(2026, 10, 13, 9, minutes) };
  });
}
const two = (number: number) => String(number).padStart(2, '0');
type Told = ReturnType<typeof inOrder>[number];

const WRITERS: Record<string, (told: Told) => string> = {
  WhatsApp: ({ name, text: own, when }) =>
    `${two(when.getDate())}/${two(when.getMonth() + 1)}/${String(when.getFullYear())}, ${two(when.getHours())}:${two(when.getMinutes())} - ${name}: ${own}`,
  Telegram: ({ name, text: own, when }) =>
    `${name}, [${two(when.getDate())}.${two(when.getMonth() + 1)}.${String(when.getFullYear())} ${two(when.getHours())}:${two(when.getMinutes())}]\n${own}\n`,
};

test.each(Object.entries(WRITERS))('%s: whatever was said comes back, with its time', (format, write) => {
  fc.assert(
    fc.property(said, (messages) => {
      const told = inOrder(messages);
      const read = readTranscript(told.map(write).join('\n'));
      expect(read?.format.name).toBe(format);
      expect(read?.messages.map(({ author, text: own, at }) => ({ author, own, at }))).toEqual(
        told.map(({ name, text: own, when }) => ({ author: name, own, at: when.getTime() })),
      );
    }),
    { numRuns: 300 },
  );
});

test('any text at all is read in bounds or not at all, without a throw', () => {
  const piece = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.constantFrom(
      '3/4/26, 21:41 - ',
      '[3/4/26, 21:41] ',
      'Maya: ',
      'Maya — ',
      'Maya, [',
      '21:41',
      '\n',
      '  ',
      '<',
      '>',
      '99/99/9999, 99:99 - ',
      'omitted',
      '.jpg (file attached)',
    ),
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const read = readTranscript(pieces.join(''));
      if (!read) return;
      for (const message of withSides(read, new Map())) {
        expect(messageSchema.safeParse(message).success).toBe(true);
        expect(message.text.length).toBeLessThanOrEqual(MAX_TEXT);
        expect(message.author?.length).toBeLessThanOrEqual(MAX_NAME);
      }
    }),
    { numRuns: 1_000 },
  );
});

test('a text made to be slow is not', () => {
  const hostile = [
    'a '.repeat(200_000),
    'Maya '.repeat(50_000) + ':',
    '1/1/1, 1:1 - ' + 'x'.repeat(500_000),
    ('a'.repeat(399) + '\n').repeat(2_000),
    ' '.repeat(1_000_000),
    '[[[[[['.repeat(100_000),
    'A — '.repeat(100_000),
  ];
  for (const each of hostile) expect(() => readTranscript(each)).not.toThrow();
}, 10_000);
