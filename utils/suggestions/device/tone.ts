import { z } from '../../schema';
import data from './bank/tones.json';
import type { Point } from './point';
import { cuesIn, hasEvidence, readsDark, type Witnesses } from './sense';

const wordLists = z.record(z.string(), z.array(z.string()));
const { cues, readings } = z.object({ about: z.string(), cues: wordLists, readings: wordLists }).parse(data);

/** From such weight on a part of the clause carries the reading. */
const OWN_EVIDENCE = 0.18;

/** The words for the first cue of the clause that has any. */
export function cueTone(point: Point, witnesses: Witnesses): readonly string[] | null {
  const named = cuesIn(point, witnesses).find(({ family }) => cues[family] !== undefined);
  return named === undefined ? null : (cues[named.family] ?? null);
}

/**
 * What a clause that no frame knows may be called: "that sounds lonely". By the cue that stands in it, else by a
 * sure reading of its message; null where neither says anything, so that no feeling is made up.
 */
export function toneOf(point: Point, witnesses: Witnesses): readonly string[] | null {
  const named = cueTone(point, witnesses);
  if (named !== null) return named;
  const { reading } = witnesses;
  // What the rest of the message is read from says nothing of this clause.
  const read = reading !== null && readsDark(reading) && hasEvidence(point, witnesses, OWN_EVIDENCE);
  return read ? (readings[reading.label] ?? null) : null;
}
