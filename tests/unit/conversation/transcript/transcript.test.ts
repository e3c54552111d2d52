import { describe, expect, test } from 'vitest';
import { ownName, readTranscript, withSides } from '@/utils/conversation/transcript/transcript';

const at = (year: number, month: number, day: number, hour: number, minute: number, second = 0) =>
  new Date(year, month - 1, day, hour, minute, second).getTime();

/** What was read, one line each: `Maya: words`. */
function told(text: string): string[] | null {
  const read = readTranscript(text);
  return (
    read?.messages.map(
      ({ author, text: words, attachments = [], edited, deleted }) =>
        `${author}: ${words}${attachments.map((kind) => `[${kind}]`).join('')}${edited ? ' (edited)' : ''}${deleted ? '(deleted)' : ''}`,
    ) ?? null
  );
}

describe('a WhatsApp export', () => {
  const ANDROID = [
    '25/11/2026, 21:40 - Messages and calls are end-to-end encrypted. Only people in this chat can read them.',
    '25/11/2026, 21:41 - Maya Brook: hi, is somebody there?',
    '25/11/2026, 21:41 - Maya Brook: I failed my exam',
    '',
    'and my mum does not know: nobody does',
    '25/11/2026, 21:43 - Robin: I am here, Maya.',
    '25/11/2026, 21:44 - Maya Brook: <Media omitted>',
    '25/11/2026, 21:45 - Maya Brook changed the subject from "a: b" to "c"',
    '25/11/2026, 21:46 - Maya Brook: This message was deleted',
    '26/11/2026, 00:05 - Robin: Thank you for telling me. <This message was edited>',
  ].join('\n');

  test('from Android keeps names, lines, marks and times', () => {
    expect(told(ANDROID)).toEqual([
      'Maya Brook: hi, is somebody there?',
      'Maya Brook: I failed my exam\n\nand my mum does not know: nobody does',
      'Robin: I am here, Maya.',
      'Maya Brook: [file]',
      'Maya Brook: (deleted)',
      'Robin: Thank you for telling me. (edited)',
    ]);
    const read = readTranscript(ANDROID);
    expect(read?.format.name).toBe('WhatsApp');
    expect(read?.messages[0]?.at).toBe(at(2026, 11, 25, 21, 41));
    expect(read?.messages.at(-1)?.at).toBe(at(2026, 11, 26, 0, 5));
    expect(read?.names.map(({ name, count }) => [name, count])).toEqual([
      ['Maya Brook', 4],
      ['Robin', 2],
    ]);
  });

  test('from an iPhone, with its unseen marks', () => {
    const text = [
      '\u200e[31.12.26, 21:40:01] Maya: \u200eMessages and calls are end-to-end encrypted.',
      '[31.12.26, 21:41:05] Maya: hello',
      '\u200e[31.12.26, 21:41:30] ~\u202fMaya: \u200eimage omitted',
      '\u200e[31.12.26, 21:42:00] Robin: \u200e<attached: 00000012-AUDIO-2026.opus>',
      '[31.12.26, 21:43:00] Robin: IMG-20261231-WA0001.jpg (file attached)\nthe view from here',
    ].join('\r\n');
    expect(told(text)).toEqual([
      'Maya: hello',
      'Maya: [image]',
      'Robin: [audio]',
      'Robin: the view from here[image]',
    ]);
    expect(readTranscript(text)?.messages[0]?.at).toBe(at(2026, 12, 31, 21, 41, 5));
  });

  test.each([
    ['12/31/26, 9:41\u202fPM - Maya: hi', at(2026, 12, 31, 21, 41)],
    ['2026-12-31, 09:41 - Maya: hi', at(2026, 12, 31, 9, 41)],
    ['31.12.2026, 12:05 a.m. - Maya: hi', at(2026, 12, 31, 0, 5)],
    ['[5/5/26, 9:41:00 AM] Maya: hi', at(2026, 5, 5, 9, 41)],
  ])('%s is a message with its time', (line, moment) => {
    expect(readTranscript(line)?.messages).toEqual([{ author: 'Maya', text: 'hi', at: moment }]);
  });

  test('a date that may mean two days gives no time, and says so', () => {
    const read = readTranscript('3/4/26, 21:41 - Maya: hi\n3/4/26, 21:42 - Robin: hello');
    expect(read?.messages.map(({ at: moment }) => moment)).toEqual([undefined, undefined]);
    expect(read?.unclearDates).toBe(true);
  });

  test('a later line tells what an earlier date means: no month has 25 days, and time does not run back', () => {
    const byCalendar = readTranscript('3/4/26, 21:41 - Maya: hi\n25/4/26, 21:42 - Robin: hello');
    expect(byCalendar?.messages[0]?.at).toBe(at(2026, 4, 3, 21, 41));
    const byOrder = readTranscript(
      ['10/11/26, 21:41 - Maya: hi', '11/11/26, 21:42 - Robin: hello', '1/12/26, 8:00 - Maya: morning'].join(
        '\n',
      ),
    );
    expect(byOrder?.messages[0]?.at).toBe(at(2026, 11, 10, 21, 41));
  });
});

test('what is copied from Telegram', () => {
  const text = [
    'Maya Brook, [25.11.2026 21:41]',
    'hi, is somebody there?',
    '',
    'Robin Lee, [25.11.2026 21:43]',
    '[In reply to Maya Brook]',
    'I am here.',
    'What happened?',
  ].join('\n');
  expect(told(text)).toEqual(['Maya Brook: hi, is somebody there?', 'Robin Lee: I am here.\nWhat happened?']);
  expect(readTranscript(text)?.messages[1]?.at).toBe(at(2026, 11, 25, 21, 43));
});

test('what is copied from Discord, with and without a break before the time', () => {
  const text = [
    'maya — Yesterday at 9:41 PM',
    'hi, is somebody there?',
    '[9:42 PM]I failed my exam',
    'November 25, 2026',
    'robin',
    ' — Today at 8:01 AM',
    'I am here. (edited)',
    'maya — 25/11/2026, 21:44',
    'ok',
  ].join('\n');
  expect(told(text)).toEqual([
    'maya: hi, is somebody there?',
    'maya: I failed my exam',
    'robin: I am here. (edited)',
    'maya: ok',
  ]);
});

test('what is copied from Slack', () => {
  const text = [
    'Maya Brook',
    '  9:41 PM',
    'hi, is somebody there?',
    '9:42',
    'I failed my exam',
    'Today',
    'Robin Lee  9:50 PM',
    'I am here.',
  ].join('\n');
  expect(told(text)).toEqual([
    'Maya Brook: hi, is somebody there?',
    'Maya Brook: I failed my exam',
    'Robin Lee: I am here.',
  ]);
});

test('what is copied from Microsoft Teams', () => {
  const text = ['[9:41 PM] Brook, Maya', 'hi there', '[Yesterday 9:50 PM] Robin Lee', 'I am here.'].join(
    '\n',
  );
  expect(told(text)).toEqual(['Brook, Maya: hi there', 'Robin Lee: I am here.']);
});

describe('lines that begin with a name', () => {
  test('are messages; a line without one belongs to the message above', () => {
    const text = 'Maya: I failed\nhttps://example.org/a\nand 21:30 came\nMe: I am here.\n21:45 Maya: ok';
    expect(told(text)).toEqual([
      'Maya: I failed\nhttps://example.org/a\nand 21:30 came',
      'Me: I am here.',
      'Maya: ok',
    ]);
    expect(ownName(readTranscript(text)?.names ?? [])).toBe('Me');
  });

  test('what only looks like a name can be told not to be one', () => {
    const text = 'Maya: I wrote a list\nNote: call mum\nRobin: That is a start.';
    expect(readTranscript(text)?.names.map(({ name }) => name)).toEqual(['Maya', 'Note', 'Robin']);
    const read = readTranscript(text, new Set(['Note']));
    expect(read?.messages.map(({ text: words }) => words)).toEqual([
      'I wrote a list\nNote: call mum',
      'That is a start.',
    ]);
  });

  test('an old chat log with names in brackets', () => {
    expect(told('[21:41] <maya> hi\n[21:42] <robin> hello')).toEqual(['maya: hi', 'robin: hello']);
  });
});

test('a text in no known form is none', () => {
  expect(readTranscript('')).toBeNull();
  expect(readTranscript('just a story\nabout nothing at all')).toBeNull();
});

test('sides are those that the person gave; everybody else stays unknown', () => {
  const read = readTranscript('Maya: hi\nRobin: hello\nKim: me too');
  const messages = withSides(
    read ?? { messages: [] },
    new Map([
      ['Maya', 'client'],
      ['Robin', 'supporter'],
    ]),
  );
  expect(messages.map(({ id, side }) => [id, side])).toEqual([
    ['pasted-1', 'client'],
    ['pasted-2', 'supporter'],
    ['pasted-3', 'unknown'],
  ]);
});

test('a very long text is bounded: the newest messages, each no longer than one may be', () => {
  const read = readTranscript(`${'Maya: hi\nRobin: hello\n'.repeat(3_000)}Maya: ${'a'.repeat(9_000)}`);
  expect(read?.messages).toHaveLength(5_000);
  expect(read?.leftOut).toBe(1_001);
  expect(read?.messages.at(-1)).toMatchObject({ cut: true });
});
