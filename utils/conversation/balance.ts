import type { CodedSpan } from '../analysis/codes/code';
import { z } from '../schema';
import type { Message } from './message';

const count = z.int().check(z.minimum(0));

/** How the talking is shared and what the supporter does: counts of coded parts, and words of both sides. */
export const balanceSchema = z.object({
  reflections: count,
  openQuestions: count,
  closedQuestions: count,
  /** Advice with and without leave, and persuading. */
  advice: count,
  information: count,
  affirmations: count,
  supporterWords: count,
  clientWords: count,
});
export type Balance = z.infer<typeof balanceSchema>;

export const NO_BALANCE: Balance = {
  reflections: 0,
  openQuestions: 0,
  closedQuestions: 0,
  advice: 0,
  information: 0,
  affirmations: 0,
  supporterWords: 0,
  clientWords: 0,
};

function countWords(text: string): number {
  return text.match(/[\p{L}\p{N}]+(?:['’][\p{L}]+)?/gu)?.length ?? 0;
}

/** The balance after one more message. `codes` are needed for a supporter's message only. */
export function addToBalance(balance: Balance, message: Message, codes: readonly CodedSpan[]): Balance {
  if (message.deleted) return balance;
  if (message.side === 'client') {
    return { ...balance, clientWords: balance.clientWords + countWords(message.text) };
  }
  if (message.side !== 'supporter') return balance;
  const next = { ...balance, supporterWords: balance.supporterWords + countWords(message.text) };
  for (const { code } of codes) {
    if (code === 'simple-reflection' || code === 'complex-reflection') next.reflections += 1;
    else if (code === 'open-question') next.openQuestions += 1;
    else if (code === 'closed-question' || code === 'safety-check') next.closedQuestions += 1;
    else if (code === 'advice' || code === 'advice-with-permission' || code === 'persuading')
      next.advice += 1;
    else if (code === 'information') next.information += 1;
    else if (code === 'affirmation' || code === 'normalising') next.affirmations += 1;
  }
  return next;
}

/** The balance of a conversation; `codes` are those of the supporter's messages, by id. */
export function measureBalance(
  messages: readonly Message[],
  codes: ReadonlyMap<string, readonly CodedSpan[]>,
): Balance {
  let balance = NO_BALANCE;
  for (const message of messages) {
    const known = message.side === 'supporter' ? (codes.get(message.id) ?? []) : [];
    balance = addToBalance(balance, message, known);
  }
  return balance;
}

/** Reflections for each question, or null before the first question. 1 is fair, 2 is good (MITI 4.2.1). */
export function reflectionsToQuestions({
  reflections,
  openQuestions,
  closedQuestions,
}: Balance): number | null {
  const questions = openQuestions + closedQuestions;
  return questions === 0 ? null : reflections / questions;
}

/** The supporter's share of all words, 0 to 1, or null while nobody has written. */
export function supporterShare({ supporterWords, clientWords }: Balance): number | null {
  const words = supporterWords + clientWords;
  return words === 0 ? null : supporterWords / words;
}
