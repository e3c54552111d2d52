import { cleanup } from '@testing-library/react';
import { afterEach, beforeEach } from 'vitest';
import type { SessionRecord } from '@/utils/practice/record';
import { played as playedOf, scenarioOf } from '../support/practice/fake-apis';

// Each test begins where a person comes in, and leaves nothing behind.
beforeEach(() => {
  location.hash = '#/';
});
afterEach(cleanup);

/** The scenario that is played wherever none is named. */
export const scenario = scenarioOf('exam-stress');

/** A session of it that was played with these turns, and ended. */
export const played = (turns: readonly string[]): SessionRecord => playedOf(scenario, turns);

/** Turns in which the client feels heard. */
export const GOOD = [
  'It sounds like you are scared. What is it like when you freeze?',
  'You sit there for hours and it just goes white. That must be so lonely.',
];
