import type { Code, CodedSpan } from '../../analysis/codes/code';
import { plainChat } from '../../analysis/codes/plain-chat';

const QUESTION: ReadonlySet<Code> = new Set(['open-question', 'closed-question', 'safety-check']);

/** How many question marks, or else questions by their words. */
export function questionsIn(text: string, codes: readonly CodedSpan[]): number {
  return Math.max(text.match(/\?+/gu)?.length ?? 0, codes.filter(({ code }) => QUESTION.has(code)).length);
}

/** The questions of a turn in plain chat text. */
export function questionsOf(text: string, codes: readonly CodedSpan[]): string {
  return codes
    .filter(({ code, start, end }) => QUESTION.has(code) || text.slice(start, end).includes('?'))
    .map(({ start, end }) => plainChat(text.slice(start, end)))
    .join(' ');
}

const YES_NO =
  /(?:^|[.!?,] ?)(?:and |so |but |or |ok,? )*(?!(?:can|could|would|will) you (?:\w+ ){0,3}(?:tell|say|share|describe|help me|talk|walk))(?:do|did|does|are|is|was|were|have|has|had|can|could|would|will|am|any|ever|isnt|arent|dont|didnt|doesnt|havent|wasnt)\b[^.!?]*\??[^a-z]*$/u;

/** Whether the last question of a turn in plain chat text wants a yes or a no. */
export const wantsYesNo = (plain: string): boolean => YES_NO.test(plain);
