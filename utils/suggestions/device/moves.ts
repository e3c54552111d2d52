import { z } from '../../schema';
import { plainForRules } from '../safe-words';
import data from './bank/moves.json';
import { createHearer, heardSchema } from './heard-names';

const { moves, never, grave } = z
  .object({ about: z.string(), never: z.string(), grave: z.string(), moves: z.array(heardSchema) })
  .parse(data);

/** Names of what people do or tell in a turn, whatever the talk is about: "everyone tells me to move on". */
export const MOVES: readonly string[] = moves.map(({ name }) => name);

const hearer = createHearer(moves);

/** The moves in a text of the client's, by name, in the order of the bank. */
export const movesIn = (text: string): string[] => hearer.namesIn(text);

const NEVER = new RegExp(`\\b(?:${never})\\b`, 'u');
const GRAVE = new RegExp(`\\b(?:${grave})\\b`, 'u');

/** Whether the words of a text speak of danger, of harm or of a body in trouble: lines made for plain talks could hurt there. */
export const speaksOfDanger = (text: string): boolean => NEVER.test(plainForRules(text));

/** Whether a turn speaks of death, drink, the law or the like, beside which what somebody does is no matter for a line. */
export const isGrave = (text: string): boolean => GRAVE.test(plainForRules(text));

export function prepareMoves(): void {
  hearer.prepare();
  NEVER.test('');
  GRAVE.test('');
}
