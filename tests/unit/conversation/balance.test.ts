import { describe, expect, it } from 'vitest';
import { codeMessage } from '@/utils/analysis/codes/code-message';
import type { Message } from '@/utils/conversation/message';
import {
  measureBalance,
  NO_BALANCE,
  reflectionsToQuestions,
  supporterShare,
} from '@/utils/conversation/balance';

const messages: Message[] = [
  { id: '1', side: 'client', text: "I can't sleep since the move" },
  {
    id: '2',
    side: 'supporter',
    text: 'It sounds like the move took a lot out of you. What keeps you awake?',
  },
  { id: '3', side: 'client', text: 'noise' },
  { id: '4', side: 'supporter', text: 'Do you live near a road? You should buy ear plugs.' },
  { id: '5', side: 'unknown', text: 'Sam joined the chat' },
];

const coded = (all: readonly Message[]) => new Map(all.map(({ id, text }) => [id, codeMessage(text)]));

describe('balance', () => {
  it('counts what the supporter did and the words of both', () => {
    expect(measureBalance(messages, coded(messages))).toEqual({
      ...NO_BALANCE,
      reflections: 1,
      openQuestions: 1,
      closedQuestions: 1,
      advice: 1,
      supporterWords: 26,
      clientWords: 7,
    });
  });

  it('puts reflections beside questions, and words beside words', () => {
    const balance = measureBalance(messages, coded(messages));
    expect(reflectionsToQuestions(balance)).toBe(0.5);
    expect(supporterShare(balance)).toBeCloseTo(26 / 33);
  });

  it('says nothing before there is anything to say', () => {
    expect(reflectionsToQuestions(NO_BALANCE)).toBeNull();
    expect(supporterShare(NO_BALANCE)).toBeNull();
  });

  it('takes codes that are known already', () => {
    const codes = new Map([['2', [{ code: 'advice' as const, start: 0, end: 10 }]]]);
    expect(measureBalance(messages.slice(0, 2), codes)).toMatchObject({
      advice: 1,
      reflections: 0,
      openQuestions: 0,
    });
  });

  it('leaves out a message that was taken back', () => {
    expect(
      measureBalance(
        messages.map((m) => ({ ...m, deleted: true })),
        coded(messages),
      ),
    ).toEqual(NO_BALANCE);
  });
});
