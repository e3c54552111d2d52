import type { HintKind } from '../hint';

/** A hint that could be given, and what it was made of. */
export interface Offered {
  kind: HintKind;
  text: string;
  /** The line of the bank, with its slots in braces. */
  line: string;
  /** Kind of the point that it answers. */
  point: string;
}

/** Chances, adding up to 1, that a careful reader would call a hint good, plain or wrong where it stands. */
export interface Fit {
  good: number;
  plain: number;
  wrong: number;
}

export const VERDICTS = ['good', 'plain', 'wrong'] as const satisfies readonly (keyof Fit)[];

/** Reads a client's turn, then how hints fit it. */
export type FitReader = (turn: string) => (hint: Offered) => Fit;
