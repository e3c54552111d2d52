import { themeSchema, type ThemeShares } from '../../analysis/themes/theme';
import { z } from '../../schema';
import data from './bank/hearts.json';
import { isPlain } from './gist';
import type { Heart } from './heart';
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
const { hearts } = z.object({ about: z.string(), hearts: z.array(heartSchema) }).parse(data);

/** Names of what a turn may be most about, from the particular to the general. */
export const HEARTS: readonly string[] = hearts.map(({ name }) => name);

/** What a message is most about, the most particular first. Empty where its words do not say. */
export function heartsOf(shares: ThemeShares): Heart[] {
  return hearts.flatMap(({ name, themes, from, worth }) => {
    const share = themes.reduce((sum, theme) => sum + (shares.get(theme) ?? 0), 0);
    return share >= from ? [{ name, worth }] : [];
  });
}

/** Gives the plain points that a turn is about the heart of their message. */
export function withHearts(points: readonly Point[], heartsIn: (messageId: string) => Heart[]): Point[] {
  return points.map((point) =>
    isPlain(point) && point.passing !== true ? { ...point, hearts: heartsIn(point.messageId) } : point,
  );
}
