import type { PointKind } from './frames';
import type { Point } from './point';
import { sign } from './signs';

/** Longest pair of clauses said back together, and longest clause said beside another, in words. */
const LONGEST_BOTH = 20;
const LONGEST_SIDE_CLAUSE = 10;
/** Kinds that are asked or done rather than told: nothing of them is said back as a fact. */
const NOT_TOLD: ReadonlySet<PointKind> = new Set([
  'asks-real',
  'rupture',
  'doubts-help',
  'doubts-care',
  'heard',
  'asks-private',
  'ordinary',
  'fact',
  'asks-normal',
  'asks-advice',
  'asks-help',
  'asks-hope',
  'asks-why',
  'sorry',
  'thanks',
  'closing',
  'greeting',
  'ack',
  'agree',
  'asks-view',
  'asks-yours',
  'asks-you',
  'asks-leave',
  'pause',
  'confirms',
  'thin',
  'dark',
]);
const LINKS =
  /^(?:and|but|because|so|even though|although|though|and now|and then|and so|but now|while|since|so that|just so that|just so|every time)$/u;
const NO_COMMA = /^(?:because|since|while|so that|just so that|just so|every time)$/u;
/** What could, would or should be is no part of the story. */
const NOT_A_FACT = /^(?:could|would|should|might|couldn't|wouldn't|shouldn't)$/u;
/** "I know it's silly": nobody wants that said back. */
export const PLAYS_DOWN = sign('plays it down');

export function countWords(text: string): number {
  return text.split(/\s+/u).filter(Boolean).length;
}

/** Whether a clause tells something, rather than asking or doing it. */
export const isTold = ({ kind, question }: Point): boolean => !question && !NOT_TOLD.has(kind);

/** Whether a clause may be said back as a fact. */
export function isSayable(point: Point): boolean {
  return point.said !== null && !point.belief && !point.question && !NOT_TOLD.has(point.kind);
}

/** The nearest and weightiest other clause of the turn that can be said beside this one. */
export function companion(
  point: Point,
  turn: readonly Point[],
  fits: (other: Point) => boolean,
): Point | null {
  let best: Point | null = null;
  const rank = (other: Point): number => Math.abs(other.order - point.order) * 12 - other.weight / 4;
  for (const other of turn) {
    if (other.order === point.order || !isSayable(other) || other.mood === 'bright') continue;
    const mine = point.said ?? '';
    const theirs = other.said ?? '';
    if (mine === theirs || (mine !== '' && (mine.includes(theirs) || theirs.includes(mine)))) continue;
    if (PLAYS_DOWN.test(other.sentence)) continue;
    if (NOT_A_FACT.test(other.parsed?.modal ?? '') || !fits(other)) continue;
    if (best === null || rank(other) < rank(best)) best = other;
  }
  return best;
}

export const isNear = (a: Point, b: Point): boolean => Math.abs(a.order - b.order) <= 2;

export function isShort(point: Point): boolean {
  return countWords(point.said ?? '') <= LONGEST_SIDE_CLAUSE;
}

/** "I can't open it": what "it" is stands in the clause before. */
export const pointsElsewhere = ({ parsed }: Point): boolean => parsed?.rest[0]?.w === 'it';

/** Two clauses in one breath, in the client's order and with their own link where they stood side by side. */
export function bothOf(point: Point, turn: readonly Point[]): { text: string; other: Point } | null {
  if (!isSayable(point)) return null;
  const other = companion(point, turn, (p) => p.messageId === point.messageId && isNear(p, point));
  if (other === null) return null;
  if (Math.abs(point.order - other.order) > 1 && (pointsElsewhere(point) || pointsElsewhere(other)))
    return null;
  const [first, second] = point.order < other.order ? [point, other] : [other, point];
  const link = second.order - first.order === 1 && LINKS.test(second.lead) ? second.lead : 'and';
  const text = `${first.said ?? ''}${NO_COMMA.test(link) ? '' : ','} ${link} ${second.said ?? ''}`;
  const tangled = / (?:because|even though|when|if) .* (?:because|even though|although) /u.test(text);
  return tangled || countWords(text) > LONGEST_BOTH ? null : { text, other };
}
