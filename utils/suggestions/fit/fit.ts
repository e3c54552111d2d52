import type { ThemeShares } from '../../analysis/themes/theme';
import type { HintKind } from '../hint';

/** What a hint answers. */
export interface Told {
  /** The client's turn. */
  text: string;
  /** What the supporter wrote before it; null where it opens the talk. */
  before: string | null;
  /** What the turn is about, where that can be read. */
  themes: ThemeShares | null;
  /** How much of it each heart of the bank is, 0 to 1, by name. */
  hearts: ReadonlyMap<string, number>;
}

/** A hint that could be given, and what it was made of. */
export interface Offered {
  kind: HintKind;
  text: string;
  /** The line of the bank, with its slots in braces. */
  line: string;
  /** Kind of the point that it answers. */
  point: string;
  /** The hearts that the line is for, separated by blanks. */
  heart?: string;
}

/** Chances, adding up to 1, that a careful reader would call a hint good, plain or wrong where it stands. */
export interface Fit {
  good: number;
  plain: number;
  wrong: number;
}

/** How much more a wrong hint costs than a good one is worth. With 1 readers met more wrong ones than before. */
export const CARE = 1.5;

/** What a likely verdict is worth, -1.5 to 1: hints are chosen by it. */
export const worthOf = ({ good, wrong }: Fit): number => good - CARE * wrong;

export const VERDICTS = ['good', 'plain', 'wrong'] as const satisfies readonly (keyof Fit)[];

/** Reads a client's turn, then how hints fit it. */
export type FitReader = (told: Told) => (hint: Offered) => Fit;
