import { z } from '../../schema';
import data from './bank/moves.json';
import { createHearer, type Hearer, heardSchema } from './heard-names';

const patterns = z.array(z.string());
const { moves, never, grave } = z
  .object({ about: z.string(), never: patterns, grave: patterns, moves: z.array(heardSchema) })
  .parse(data);

/** Names of what people do or tell in a turn, whatever the talk is about: "everyone tells me to move on". */
export const MOVES: readonly string[] = moves.map(({ name }) => name);

const forMoves = createHearer(moves);
const forWords = (all: readonly string[]): Hearer =>
  createHearer(all.map((words) => ({ name: words, words })));
const forDanger = forWords(never);
const forGrave = forWords(grave);

/** The moves in a text of the client's, by name, in the order of the bank. */
export const movesIn = (text: string): string[] => forMoves.namesIn(text);

/** Whether the words of a text speak of danger, of harm or of a body in trouble: lines made for plain talks could hurt there. */
export const speaksOfDanger = (text: string): boolean => forDanger.namesIn(text).length > 0;

/** Whether a turn speaks of death, drink, the law or the like, beside which what somebody does is no matter for a line. */
export const isGrave = (text: string): boolean => forGrave.namesIn(text).length > 0;

export function prepareMoves(): void {
  for (const hearer of [forMoves, forDanger, forGrave]) hearer.prepare();
}
