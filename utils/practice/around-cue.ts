import { findSafetyCues } from '../analysis/safety/find-safety-cues';
import { maskMethods } from '../analysis/safety/mask-methods';

/** Longest message, in words, that is quoted whole. */
const SHORT = 12;
const CLAUSE = /(?<=[.,;!?])\s+/u;

function aroundCue(message: string, cue: string): string {
  const whole = message.trim();
  const quoted =
    whole.split(/\s+/u).length <= SHORT ? whole : whole.split(CLAUSE).find((clause) => clause.includes(cue));
  return (quoted ?? cue).replace(/[.,;]$/u, '');
}

/**
 * A cue's words with those that make sense of them: the message when it is short, or else the clause. Where words
 * point at danger, what would have to be masked is quoted no further than the cue.
 */
export function quoteOf(message: string, cue: string): string {
  const around = aroundCue(message, cue);
  if (findSafetyCues(message).length === 0) return around;
  return maskMethods(around) === around ? around : maskMethods(cue);
}
