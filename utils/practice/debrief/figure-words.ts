import { type Figures, isFew } from './figures';
import type { Telling } from './look-back';

/** A share in per cent; as it stands, and that it is too few to say, where the whole is small. */
export function shareWords(part: number, whole: number): string {
  if (whole === 0) return 'none';
  if (isFew(whole)) return `${String(part)} of ${String(whole)}, too few to say`;
  return `${String(Math.round((part / whole) * 100))} %`;
}

/** A count with its word. */
export const countOf = (n: number, word: string): string => `${String(n)} ${n === 1 ? word : `${word}s`}`;

/** Reflections to questions as people write it. */
export function ratioWords({ reflections, questions, reflectionsToQuestions }: Figures): string {
  if (reflections + questions === 0) return 'none';
  const counted = `${String(reflections)} : ${String(questions)}`;
  if (isFew(reflections + questions)) return `${counted}, too few to say`;
  return reflectionsToQuestions === null || reflections === 0
    ? counted
    : `${reflectionsToQuestions.toFixed(1)} : 1`;
}

/** How exploring and telling stood to each other. */
export function tellingWords({ exploring, telling, first }: Telling): string {
  if (exploring + telling === 0) return 'Too little to compare listening with advice.';
  const counted = `${countOf(exploring, 'time')} you said back or asked openly, ${countOf(telling, 'time')} you brought in advice or facts.`;
  if (first === null) return counted;
  const before = first.reflections + first.questions;
  return before === 0
    ? `${counted} The first advice came in turn ${String(first.turn)}, before any reflection or question.`
    : `${counted} The first advice came in turn ${String(first.turn)}, after ${countOf(first.reflections, 'reflection')} and ${countOf(first.questions, 'question')}.`;
}
