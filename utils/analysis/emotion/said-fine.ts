import { z } from '../../schema';
import { createFormulaTest, formulaSchema } from './formula';
import saidFine from './said-fine.json';

/** A longer message says more. */
const MOST_WORDS = 12;

/**
 * Whether a message says that its writer is fine and nothing else, perhaps with a laugh. People say so when they are,
 * and when they would rather not be asked: it is no sign of happiness, and none of distress.
 */
export const onlySaysFine = createFormulaTest(z.parse(formulaSchema, saidFine), MOST_WORDS);
