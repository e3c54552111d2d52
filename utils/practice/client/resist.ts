import { z } from '../../schema';
import data from '../data/resistance.json';
import type { Scenario } from '../scenario';
import { CAUSES, type Cause } from './cause';
import { clamp, type ClientState, RESISTANCE_PATTERNS, type ResistancePattern } from './client-state';
import type { Chance } from './random';

const causeSchema = z.strictObject({
  pressure: z.number().check(z.minimum(0), z.maximum(1)),
  patterns: z.partialRecord(z.enum(RESISTANCE_PATTERNS), z.number().check(z.minimum(0))),
});
const { causes } = z
  .strictObject({ about: z.string(), causes: z.record(z.enum(CAUSES), causeSchema) })
  .parse(data);

/** How much strain, and distrust by level of difficulty, add to the pressure of a turn. */
const STRAIN = 0.65;
const DISTRUST = 0.07;
/** A pattern that was just shown, or shown twice in a row, steps back. */
const AGAIN = 0.5;
const MOST = 0.95;

/** How likely the client is to close up after a turn of this kind, 0 to 1. */
export function pressureOf(cause: Cause, state: ClientState, level: number): number {
  const distrust = DISTRUST * level * (1 - state.trust);
  return clamp(
    causes[cause].pressure + STRAIN * state.strain + distrust - 0.05,
    0,
    cause === 'abused' ? 1 : MOST,
  );
}

/** How the client closes up after a turn of this kind; null when they do not. */
export function chooseResistance(
  cause: Cause,
  state: ClientState,
  { level, leanings }: Pick<Scenario, 'level' | 'leanings'>,
  before: ResistancePattern | null,
  chance: Chance,
): ResistancePattern | null {
  if (!chance.happens(pressureOf(cause, state, level))) return null;
  const weights: Partial<Record<ResistancePattern, number>> = {};
  for (const pattern of RESISTANCE_PATTERNS) {
    const weight = causes[cause].patterns[pattern];
    if (weight === undefined) continue;
    weights[pattern] = (weight + (leanings[pattern] ?? 0)) * (pattern === before ? AGAIN : 1);
  }
  return chance.weigh(weights) ?? null;
}
