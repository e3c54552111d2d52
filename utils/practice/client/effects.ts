import { z } from '../../schema';
import data from '../data/effects.json';
import { clamp, type ClientState, type Felt, type Reason } from './client-state';

const effectSchema = z.strictObject({
  trust: z.number(),
  valence: z.number(),
  arousal: z.number(),
  strain: z.number(),
  felt: z.strictObject({
    heard: z.optional(z.number()),
    rushed: z.optional(z.number()),
    judged: z.optional(z.number()),
    safe: z.optional(z.number()),
  }),
  why: z.string().check(z.minLength(1)),
});

/** What a supporter's act may do to the client. */
export const EFFECTS = z
  .strictObject({ about: z.string(), effects: z.record(z.string(), effectSchema) })
  .parse(data).effects as Readonly<Record<keyof typeof data.effects, z.infer<typeof effectSchema>>>;
export type EffectId = keyof typeof data.effects;

/** Most that one turn can win and lose of trust: it is earned slowly and lost faster. */
const MOST_WON = 0.09;
const MOST_LOST = 0.14;
/** Insults break the limit. */
const WORST = 0.35;
/** How much of gains and losses counts, by level of difficulty. */
const GAINS = { 1: 1.1, 2: 1, 3: 0.9 } as const;
const LOSSES = { 1: 0.9, 2: 1, 3: 1.1 } as const;
/** Part of the strain that is left after a turn. */
const STRAIN_LEFT = 0.72;
/** How much the newest turn counts in how the chat felt. */
const FELT_SHARE = 0.55;
/** Distress eases within one chat, but no problem is solved in it. */
const MOST_EASED = 0.42;
const BRIGHTEST = -0.1;
const CALMEST = -0.35;
const FULL = 0.55;
const HURT_COUNTS = 2.2;

/** A change for the worse, less and less as there is less room below. */
const damped = (change: number, from: number): number => (change < 0 ? change * (1 + from) : change);

const level = (n: number): 1 | 2 | 3 => (n <= 1 ? 1 : n === 2 ? 2 : 3);

/**
 * The state after the effects of one supporter turn. `start` is the valence at the beginning, from which only part
 * is eased within one session.
 */
export function applyEffects(
  state: ClientState,
  ids: readonly EffectId[],
  scenario: { level: number; start: { valence: number } },
): ClientState {
  let [won, lost, valence, arousal, strain] = [0, 0, 0, 0, 0];
  const felt: Felt = { ...state.felt };
  const reasons: Reason[] = [];
  for (const id of ids) {
    const effect = EFFECTS[id];
    if (effect.trust >= 0) won += effect.trust;
    else lost -= effect.trust;
    valence += effect.valence;
    arousal += effect.arousal;
    strain += effect.strain;
    for (const key of ['heard', 'rushed', 'judged', 'safe'] as const) {
      felt[key] = clamp(felt[key] + FELT_SHARE * (effect.felt[key] ?? 0), 0, 1);
    }
    reasons.push({ effect: id, why: effect.why, trust: effect.trust });
  }
  won = Math.min(won * GAINS[level(scenario.level)], MOST_WON);
  lost = Math.min(lost * LOSSES[level(scenario.level)], ids.includes('abuse') ? WORST : MOST_LOST);
  // One hurt weighs more than the kindness beside it.
  if (lost > 0.03) won /= 2;
  // The more there is, the less one turn adds.
  won *= 1 - FULL * state.trust;
  const trust = clamp(state.trust + won - lost, 0, 0.95);
  const ceiling = Math.min(BRIGHTEST, scenario.start.valence + MOST_EASED);
  return {
    ...state,
    trust,
    valence: clamp(state.valence + damped(clamp(valence, -0.14, 0.06), state.valence), -1, ceiling),
    arousal: clamp(state.arousal - damped(clamp(-arousal, -0.15, 0.08), -state.arousal), CALMEST, 1),
    strain: clamp(state.strain * STRAIN_LEFT + strain, 0, 1),
    openness: clamp(trust - HURT_COUNTS * lost + won - 0.15 * state.strain, 0, 1),
    felt,
    reasons,
  };
}
