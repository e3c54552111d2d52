import { themeSchema, type ThemeShares } from '../../analysis/themes/theme';
import { z } from '../../schema';
import { ANSWERS } from './answers';
import data from './bank/hearts.json';
import { isTold } from './companions';
import { isPlain } from './gist';
import type { Heart } from './heart';
import type { Matters } from './matters';
import { movesIn } from './moves';
import type { Point } from './point';

const heartSchema = z.object({
  name: z.string(),
  /** What the turn is about where it is about any of these. */
  themes: z.array(themeSchema),
  /** Least share of these together, 0 to 1. */
  from: z.number(),
  /** Preference over lines that fit any turn, in points of weight. */
  worth: z.number(),
});
const { possible, hearts } = z
  .object({
    about: z.string(),
    possible: z.object({ from: z.number(), worth: z.number() }),
    hearts: z.array(heartSchema),
  })
  .parse(data);

/** Names of what a turn may be most about, from the particular to the general. */
export const HEARTS: readonly string[] = hearts.map(({ name }) => name);

/** How much of a text each heart is, 0 to 1, by name. */
export const heartShares = (shares: ThemeShares): ReadonlyMap<string, number> =>
  new Map(
    hearts.map(({ name, themes }) => [
      name,
      themes.reduce((sum, theme) => sum + (shares.get(theme) ?? 0), 0),
    ]),
  );

/**
 * What a message is most about, the most particular first. Empty where its words do not say; but where how each line
 * fits is read as well (`judged`), all that it may be about, to which the broad hearts nearly always belong.
 */
export function heartsOf(shares: ThemeShares, { judged }: { judged: boolean }): Heart[] {
  const found = heartShares(shares);
  return hearts.flatMap(({ name, ...sure }) => {
    const { from, worth } = judged ? possible : sure;
    return (found.get(name) ?? 0) >= from ? [{ name, worth }] : [];
  });
}

/** Beside a death or the like nothing is answered that they do beside it, from this weight on. */
const GRAVE = 84;
/** Beside these what they came with is answered only where this very turn speaks of it. */
const TURNS_ELSEWHERE = /^(?:agree|confirms|turn-to|thanks|closing)$/u;
/** These tell nothing, but may be the whole of an answer. */
const BARE_ANSWERS = /^(?:agree|confirms|ack|thin|ordinary|fact)$/u;

/**
 * What is told that matters most may be answered in the light of what they came to talk about, and what holds a move, as
 * that. An answer to the supporter stands in the first message of a turn, and is over where they go on to tell something.
 * @param answering the id of that message
 */
export function withMatters(points: readonly Point[], matters: Matters, answering: string): Point[] {
  const kept = points.filter(({ passing }) => passing !== true);
  const most = Math.max(...kept.map(({ weight }) => weight));
  const first = kept.findLast(({ weight }) => weight === most);
  if (first === undefined || matters.size === 0 || !(isTold(first) || BARE_ANSWERS.test(first.kind)))
    return [...points];
  const elsewhere = points.some(({ kind }) => TURNS_ELSEWHERE.test(kind));
  const names = new Map<Point, string[]>();
  const give = (point: Point, name: string): void => {
    names.set(point, [...(names.get(point) ?? []), name]);
  };
  const grave = points.some(({ mood, weight }) => mood === 'dark' && weight >= GRAVE);
  const moves = new Set(
    [...matters].flatMap(([name, hearing]) => (hearing === 'done' && !grave ? [name] : [])),
  );
  if (moves.size > 0)
    for (const point of kept.filter(isTold).reverse())
      for (const name of movesIn(point.sentence)) if (moves.delete(name)) give(point, name);
  if (kept.some((point) => point.messageId !== answering && isTold(point)))
    for (const name of ANSWERS) moves.delete(name);
  for (const [name, hearing] of matters)
    if (hearing === 'done' ? moves.has(name) : isTold(first) && (!elsewhere || hearing === 'now'))
      give(first, name);
  return points.map((point) => {
    const found = names.get(point)?.map((name) => ({ name, worth: 0 }));
    return found ? { ...point, hearts: [...(point.hearts ?? []), ...found] } : point;
  });
}

/** Gives the plain points that a turn is about the heart of their message. What a frame knows has lines of its own. */
export function withHearts(points: readonly Point[], heartsIn: (messageId: string) => Heart[]): Point[] {
  return points.map((point) =>
    isPlain(point) && point.passing !== true ? { ...point, hearts: heartsIn(point.messageId) } : point,
  );
}
