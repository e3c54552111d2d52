import { describe, expect, it } from 'vitest';
import type { CodedSpan } from '@/utils/analysis/codes/code';
import { plainChat } from '@/utils/analysis/codes/plain-chat';
import { sounds } from '@/utils/practice/client/oddities';
import { recode, theirWords } from '@/utils/practice/client/recode';
import { cuesOfMessage } from '@/utils/practice/client/said-cues';

const CLIENT = 'i guess. i already have three timetables and i still cannot remember one line';

/** What one turn is taken for when it was coded like this at first. */
const recoded = (text: string, code: CodedSpan['code']): string | undefined =>
  recode(text, [{ code, start: 0, end: text.length }], theirWords(CLIENT, ''))[0]?.code;

describe('a turn whose words decide what it does', () => {
  it.each([
    'You guess? You don’t sound like you’re even trying.',
    'If you had started earlier you would remember one line.',
  ])('is no reflection when it judges, however many of their words it has: %s', (turn) => {
    expect(recoded(turn, 'simple-reflection')).toBe('confronting');
  });

  it('stays a reflection when it says back without a verdict', () => {
    expect(recoded('Three timetables, and still not one line stays.', 'complex-reflection')).toBe(
      'complex-reflection',
    );
  });

  it('is advice when it tells them what to do, also with a comfort added', () => {
    expect(recoded('You should just make a timetable, everyone gets nervous.', 'confronting')).toBe('advice');
  });

  it('asks about safety only with a word of it', () => {
    expect(recoded('What would you like to talk about?', 'safety-check')).toBe('closed-question');
    expect(recoded('Are you thinking of ending your life?', 'safety-check')).toBe('safety-check');
    expect(recoded('Are you safe tonight?', 'safety-check')).toBe('safety-check');
  });
});

describe('words of a supporter', () => {
  it('ask whether they are hurt now, and not whether something hurt them', () => {
    expect(sounds('hurt-now', plainChat('Are you bleeding?'))).toBe(true);
    expect(sounds('hurt-now', plainChat('Are you okay physically?'))).toBe(true);
    expect(sounds('hurt-now', plainChat('Are you hurt by what she said?'))).toBe(false);
  });
});

it('to deny that one wants to die leaves no cue open', () => {
  expect(cuesOfMessage('no, i don’t want to die')).toEqual([]);
  expect(cuesOfMessage('some nights i want to die').length).toBeGreaterThan(0);
  expect(cuesOfMessage('i don’t want to die, i feel so alone in this').map(({ text }) => text)).toEqual([
    expect.stringContaining('alone'),
  ]);
});
