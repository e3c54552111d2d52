import { describe, expect, test } from 'vitest';
import { findOwnDanger } from '@/utils/practice/danger';
import { respond, startSession } from '@/utils/practice/play';
import { allScenarios } from '@/utils/practice/scenarios/index';

describe('a supporter who is in danger themselves', () => {
  test.each([
    'I want to kill myself',
    "honestly i've been cutting myself again",
    "I can't do this any more, I'm going to end my life tonight",
    "I'm not safe at home, my partner hits me",
    '‘cause honestly I want to kill myself too',
    'this is too close, I feel like ending it too',
  ])('is noticed: %s', (text) => {
    expect(findOwnDanger(text)).not.toBeNull();
  });

  test.each([
    'Are you thinking of killing yourself?',
    'I hear that you want to die.',
    'When you say "I want to die", what do you mean?',
    'You said I want to disappear. Tell me more?',
    'I am worried that you might hurt yourself.',
    'Do you feel safe at home?',
    'It sounds like he hits you.',
    '‘He keeps my cards.’ I heard that. Are you safe at home?',
    '‘I don’t sleep. I want to die.’ That is so heavy.',
    'Some people who feel this low think of suicide. Do you?',
    'You wrote that you do not want to wake up.',
    'I wonder if you are having thoughts of ending your life.',
  ])('is not seen in words about the client: %s', (text) => {
    expect(findOwnDanger(text)).toBeNull();
  });

  test('is met out of role, with real help, and the practice stops', () => {
    for (const scenario of allScenarios()) {
      const session = respond(scenario, startSession(scenario, 1), 'I want to kill myself', {
        codeModel: null,
      });
      expect(session.ending).toBe('danger');
      const last = session.turns.at(-1);
      expect(last?.outOfRole).toBe(true);
      expect(last?.messages.join(' ')).toMatch(/emergency number/u);
      expect(respond(scenario, session, 'hello?', { codeModel: null })).toBe(session);
    }
  });
});
