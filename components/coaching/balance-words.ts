import { reflectionsToQuestions, supporterShare, type Balance } from '@/utils/conversation/balance';

/** Coded parts of the supporter's messages before anything is said about them. */
const ENOUGH = 4;
/** Share of all words from which the supporter writes much. */
const MUCH = 0.6;
/** Reflections for each question: fair, and good (MITI 4.2.1). */
export const FAIR = 1;
export const GOOD = 2;

/** Whether there is enough to say anything. */
export function isTelling({ reflections, openQuestions, closedQuestions, advice }: Balance): boolean {
  return reflections + openQuestions + closedQuestions + advice >= ENOUGH;
}

/** One line of what the balance means, as a suggestion and never as a mark. */
export function balanceMeaning(balance: Balance): string {
  const { advice, reflections, openQuestions, closedQuestions } = balance;
  const ratio = reflectionsToQuestions(balance);
  const share = supporterShare(balance) ?? 0;
  if (advice > 0 && advice >= reflections + openQuestions) {
    return 'More advice than listening so far. Saying back what you heard makes room for it.';
  }
  if (share > MUCH) return 'You are writing more than they are. A short reply gives them room.';
  if (ratio !== null && ratio < FAIR) {
    return closedQuestions > openQuestions
      ? 'Mostly questions with a yes or no. Say back what you heard, then ask openly.'
      : 'More questions than reflections. Before the next question, say back what you heard.';
  }
  if (ratio === null || ratio >= GOOD)
    return 'You say back what you hear more than you ask. That opens people up.';
  return 'About one reflection for each question: a fair balance. Another reflection would make it a good one.';
}
