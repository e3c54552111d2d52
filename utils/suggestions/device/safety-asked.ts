import { codeMessage } from '../../analysis/codes/code-message';
import { findSafetyCues } from '../../analysis/safety/find-safety-cues';
import { countWords } from './companions';
import type { Point } from './point';
import { sign } from './signs';

/** What is taken or used, in a question that says no more: "Did you take the pills?" */
const MEANS = sign('means asked about', 'iu');

/** Whether the supporter asks about suicide, harm or danger. What is answered to it is no answer like any other. */
export const asksAboutSafety = (text: string): boolean =>
  MEANS.test(text) ||
  codeMessage(text).some(({ code }) => code === 'safety-check') ||
  findSafetyCues(text).length > 0;

/** Up to so many words, an answer rests wholly on what was asked. */
const SHORT_ANSWER = 8;

/** "not yet", "I can do it", "yes exactly": what they agree to or tell is the question itself, and no wording may bless that. */
export const restsOnTheQuestion = (answer: string): boolean => countWords(answer) <= SHORT_ANSWER;

/** Kinds by which something is agreed to, tried, or asked about, whatever it is. */
const OF_WHATEVER_IT_IS: ReadonlySet<Point['kind']> = new Set([
  'agree',
  'confirms',
  'tried',
  'turn-to',
  'asks-view',
  'asks-yours',
  'asks-advice',
]);

/** What a longer answer says for itself. */
export const withoutWhatIsAsked = (points: readonly Point[]): Point[] =>
  points.filter(({ kind }) => !OF_WHATEVER_IT_IS.has(kind));
