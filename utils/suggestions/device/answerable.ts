import type { Message } from '../../conversation/message';
import { isQuestion } from '../../conversation/question';
import { supporterBefore } from '../../conversation/turns';
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
  'asks-view',
  'asks-yours',
  'asks-you',
  'asks-real',
  'doubts-care',
]);
/** Who asks the supporter something wants that answered; what stands beside it leads up to it. */
const ASKS_THE_SUPPORTER = /^(?:asks-(?:you|yours|view|leave|real)|doubts-care)$/u;
/** "good idea. can they fire me for it?": what is asked then comes before what was granted. */
const NODS_TO = /^(?:agree|confirms)$/u;
/** Longer than so many words, it tells something: "Thank you. It's especially hard now that everything is online." */
const PART_OF_MANNERS = 6;
/** Up to so many words, what stands beside "brb" is only why they step away. */
const BRIEF = 12;
/** An answer without a verb, of so many words, is bare. */
const BARE = 4;
/** Of a long turn only the weightiest points are answered. */
const MOST_POINTS = 12;
/** How many open cues of earlier turns are gone back to. */
const LOOKED_BACK_AT = 3;

/** What the turn asks for: somebody who steps away is only told that it is fine. */
export function answerable({ points, messages, turn }: Situation): readonly Point[] {
  const pauses = points.filter(({ kind, messageId }) => kind === 'pause' && messageId === turn.at(-1)?.id);
  const brief = countWords(turn.at(-1)?.text ?? '') <= BRIEF;
  const onlyPauses = points.every(
    (point) =>
      /^(?:pause|sorry|thanks|closing|ack)$/u.test(point.kind) ||
      (brief && isPlain(point)) ||
      point.messageId !== turn.at(-1)?.id,
  );
  if (pauses.length > 0 && onlyPauses) return pauses;
  const answers = isQuestion(supporterBefore(messages, turn)?.text ?? '');
  const manners = points.some(({ kind }) => MANNERS.has(kind));
  const asks = points.some(({ kind }) => ASKS_THE_SUPPORTER.test(kind));
  const told = points.reduce((sum, point) => sum + (isPlain(point) ? point.words.length : 0), 0);
  const kept = points.filter(
    (point) =>
      point.passing !== true &&
      !(asks && NODS_TO.test(point.kind)) &&
      !(point.kind === 'told' && (asks || (manners && told <= PART_OF_MANNERS))) &&
      !(answers && isBareAnswer(point, turn)),
  );
  // What had been so until something else happened is not what the turn is about.
  const current = kept.some(({ weight }) => weight >= 0) ? kept.filter(({ weight }) => weight >= 0) : kept;
  if (current.length <= MOST_POINTS) return current;
  const least = current.map(({ weight }) => weight).sort((a, b) => b - a)[MOST_POINTS - 1] ?? 0;
  return current.filter(({ weight }) => weight >= least);
}

/** "my sister mostly", "retail": a word or two in answer to a question tell nothing to be said back. */
const isBareAnswer = ({ kind, parsed, words, mood }: Point, turn: readonly Message[]): boolean =>
  kind === 'told' && parsed === null && mood === 'any' && turn.length === 1 && words.length <= BARE;

/** What an earlier, unanswered cue was about, for when the last turn says little. */
export function pointsBefore({ openCues, messages, turn, readings }: Situation): Point[] {
  const last = supporterBefore(messages, turn);
  // What the supporter has just asked about is not left behind.
  const askedAbout =
    last !== undefined && isQuestion(last.text)
      ? messages.slice(0, messages.indexOf(last)).findLast(({ side }) => side === 'client')?.id
      : undefined;
  const cues = openCues.filter(({ id }) => id !== askedAbout).slice(-LOOKED_BACK_AT);
  const told = messages.filter((message) => cues.some((cue) => cue.id === message.id));
  return pointsOf(told, readings)
    .filter((point) =>
      cues.some((cue) => cue.id === point.messageId && cue.start < point.end && point.start < cue.end),
    )
    .filter(isSayable)
    .map((point) => ({ ...point, kind: 'back' }));
}
