import { z } from '../../schema';
import closings from './closings.json';
import { createFormulaTest, formulaSchema } from './formula';

/** A longer message says more than goodbye. */
const MOST_WORDS = 24;

/**
 * Whether a message is nothing but a goodbye or thanks. "Thanks, but I'm still scared" is none: every word
 * has to belong to a formula or to the small words around it.
 */
export const isClosing = createFormulaTest(z.parse(formulaSchema, closings), MOST_WORDS);
