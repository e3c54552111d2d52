import { z } from '../../schema';
import data from './bank/moves.json';
import { createHearer, heardSchema } from './heard-names';

const { moves } = z.object({ about: z.string(), moves: z.array(heardSchema) }).parse(data);

/** Names of what people do or tell in a turn, whatever the talk is about: "everyone tells me to move on". */
export const MOVES: readonly string[] = moves.map(({ name }) => name);

const hearer = createHearer(moves);

/** The moves in a text of the client's, by name, in the order of the bank. */
export const movesIn = (text: string): string[] => hearer.namesIn(text);

export const prepareMoves = hearer.prepare;
