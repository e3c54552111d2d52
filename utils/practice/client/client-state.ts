import { z } from '../../schema';

/** How a client closes up: seven patterns that supporters meet. */
export const RESISTANCE_PATTERNS = [
  'minimal',
  'tangential',
  'superficial',
  'intellectualising',
  'irritable',
  'defending',
  'agreeing',
] as const;
export const resistanceSchema = z.enum(RESISTANCE_PATTERNS);
export type ResistancePattern = z.infer<typeof resistanceSchema>;

export const PHASES = ['opening', 'telling', 'deepening', 'turning', 'stuck', 'closing'] as const;
export const phaseSchema = z.enum(PHASES);
export type Phase = z.infer<typeof phaseSchema>;

const unit = z.number().check(z.minimum(0), z.maximum(1));
const signedUnit = z.number().check(z.minimum(-1), z.maximum(1));

/** How a supporter's turn moved the client, and why in a few words. */
export const reasonSchema = z.object({
  /** Id of the effect in `effects.json`. */
  effect: z.string(),
  why: z.string(),
  /** What it did to trust, before the limit of one turn. */
  trust: z.number(),
});
export type Reason = z.infer<typeof reasonSchema>;

/** How the chat felt for the client so far, 0 to 1 each. */
export const feltSchema = z.object({ heard: unit, rushed: unit, judged: unit, safe: unit });
export type Felt = z.infer<typeof feltSchema>;

/** The simulated client's true state. */
export const clientStateSchema = z.object({
  /** Gates what is told, 0 to 1. */
  trust: unit,
  valence: signedUnit,
  arousal: signedUnit,
  /** How much they would say right now: trust, less what just hurt. */
  openness: unit,
  /** Pressure that has built up, 0 to 1; it fades. */
  strain: unit,
  phase: phaseSchema,
  resistance: z.nullable(resistanceSchema),
  /** Ids of what has been told, in order. */
  disclosed: z.array(z.string()),
  felt: feltSchema,
  /** Why the last turn changed what it did. */
  reasons: z.array(reasonSchema),
});
export type ClientState = z.infer<typeof clientStateSchema>;

export const clamp = (value: number, least: number, most: number): number =>
  Math.min(most, Math.max(least, value));

/** Distress as one number, 0 to 1: mostly how unpleasant, partly how agitated. */
export function distressOf({ valence, arousal }: Pick<ClientState, 'valence' | 'arousal'>): number {
  return clamp(0.7 * ((1 - valence) / 2) + 0.3 * ((1 + arousal) / 2), 0, 1);
}
