import { z } from '../../schema';
import data from './bank/dark-words.json';
import { createHearer, type Hearer } from './heard-names';

const patterns = z.array(z.string());
const { danger, grave } = z.object({ about: z.string(), danger: patterns, grave: patterns }).parse(data);

const createFinder = (all: readonly string[]): Hearer =>
  createHearer(all.map((words) => ({ name: words, words })));
const forDanger = createFinder(danger);
const forGrave = createFinder(grave);

/** Whether a text speaks of harm, fear, control, a wish to die or a body in trouble. It is no safety cue. */
export const speaksOfDanger = (text: string): boolean => forDanger.namesIn(text).length > 0;

/** Whether a text speaks of death, drink, the law, illness or the like. */
export const isGrave = (text: string): boolean => forGrave.namesIn(text).length > 0;

export function prepareDarkWords(): void {
  forDanger.prepare();
  forGrave.prepare();
}
