import type { Figures } from './figures';
import type { Telling } from './look-back';

/** A share in per cent, or that there was none. */
export const percent = (value: number | null): string =>
  value === null ? 'none' : `${String(Math.round(value * 100))} %`;

/** A count with its word. */
export const countOf = (n: number, word: string): string => `${String(n)} ${n === 1 ? word : `${word}s`}`;

/** Reflections to questions as people write it. */
export function ratioWords({ reflections, questions, reflectionsToQuestions }: Figures): string {
  if (reflectionsToQuestions === null) return reflections === 0 ? 'none' : `${String(reflections)} : 0`;
  if (reflections === 0) return `0 : ${String(questions)}`;
  return `${reflectionsToQuestions.toFixed(1)} : 1`;
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
