import { countWords, isSayable } from './companions';
import { isPlain } from './gist';
import type { Point } from './point';
import { pointsOf } from './points';
import type { Situation } from './situation';

/** Beside these a sentence that is not understood is part of the manners. */
const MANNERS: ReadonlySet<Point['kind']> = new Set([
  'thanks',
  'agree',
  'confirms',
  'asks-leave',
  'closing',
  'heard',
  'sorry',
  'asks-you',
  'asks-real',
  'doubts-care',
]);
/** Up to so many words, what stands beside "brb" is only why they step away. */
const BRIEF = 12;
/** Of a long turn only the weightiest points are answered. */
const MOST_POINTS = 12;
/** How many open cues of earlier turns are gone back to. */
const LOOKED_BACK_AT = 3;

/** What the turn asks for: somebody who steps away is only told that it is fine. */
export function answerable({ points, turn }: Situation): readonly Point[] {
  const pauses = points.filter(({ kind, messageId }) => kind === 'pause' && messageId === turn.at(-1)?.id);
  const brief = countWords(turn.at(-1)?.text ?? '') <= BRIEF;
  const onlyPauses = points.every(
    (point) =>
      /^(?:pause|sorry|thanks|closing|ack)$/u.test(point.kind) ||
      (brief && isPlain(point)) ||
      point.messageId !== turn.at(-1)?.id,
  );
  if (pauses.length > 0 && onlyPauses) return pauses;
  const manners = points.some(({ kind }) => MANNERS.has(kind));
  const kept = points.filter(({ kind, passing }) => passing !== true && !(manners && kind === 'told'));
  if (kept.length <= MOST_POINTS) return kept;
  const least = kept.map(({ weight }) => weight).sort((a, b) => b - a)[MOST_POINTS - 1] ?? 0;
  return kept.filter(({ weight }) => weight >= least);
}

/** What an earlier, unanswered cue was about, for when the last turn says little. */
export function pointsBefore({ openCues, messages, readings }: Situation): Point[] {
  const cues = openCues.slice(-LOOKED_BACK_AT);
  const told = messages.filter((message) => cues.some((cue) => cue.id === message.id));
  return pointsOf(told, readings)
    .filter((point) =>
      cues.some((cue) => cue.id === point.messageId && cue.start < point.end && point.start < cue.end),
    )
    .filter(isSayable)
    .map((point) => ({ ...point, kind: 'back' }));
}
