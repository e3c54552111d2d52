import type { Cue } from '../../analysis/cues/cue';
import type { Reading } from '../../analysis/reading';
import { kindOf } from './frames';
import type { Point } from './point';

/** What is known of a message beside the words of one clause. */
export interface Witnesses {
  reading: Reading | null;
  cues: readonly Cue[];
}

/** A cue speaks for a meaning from here on. */
const WEIGHTY_CUE = 0.5;
/** A reading as unpleasant as this speaks for a dark meaning, and one more unpleasant and sure tells a mood. */
const HARDLY_UNPLEASANT = -0.05;
const UNPLEASANT = -0.25;
const PLEASANT = 0.3;
const SURE_READING = 0.55;

const overlaps = (part: { start: number; end: number }, point: Point): boolean =>
  part.start < point.end && point.start < part.end;

/** The cues of the clause that want an answer. */
export const cuesIn = (point: Point, { cues }: Witnesses): readonly Cue[] =>
  cues.filter((cue) => cue.weight >= WEIGHTY_CUE && cue.family !== 'telling' && overlaps(cue, point));

/** Whether a cue that wants an answer stands in the clause. */
export const hasCue = (point: Point, witnesses: Witnesses): boolean => cuesIn(point, witnesses).length > 0;

/** Whether the reading of the message rests on words of the clause, each weighing `least` or more. */
export function hasEvidence(point: Point, { reading }: Witnesses, least: number): boolean {
  if (reading === null || /^(?:unclear|neutral)$/u.test(reading.label)) return false;
  return reading.evidence.some((part) => part.weight >= least && overlaps(part, point));
}

/** Whether the whole message reads as sad, afraid or angry, surely enough to give a plain clause its mood. */
export function readsDark(reading: Reading | null): boolean {
  return (
    reading !== null &&
    /^(?:sadness|fear|anger)$/u.test(reading.label) &&
    reading.valence <= UNPLEASANT &&
    reading.confidence >= SURE_READING
  );
}

/** Whether it reads as glad, surely enough to be glad with them. */
export function readsBright(reading: Reading | null): boolean {
  return (
    reading !== null &&
    reading.label === 'happiness' &&
    reading.valence >= PLEASANT &&
    reading.confidence >= SURE_READING
  );
}

/** Whether the reading leaves open if the message is a burden: it is not surely unpleasant. */
export function isOpen(reading: Reading | null): boolean {
  return reading !== null && !(reading.label !== 'unclear' && reading.valence < HARDLY_UNPLEASANT);
}

/**
 * Whether a clause means the dark kind whose words it holds. One word has many senses ("we don't argue", "not
 * sure where to start"), so that a kind of middling weight counts only where something else speaks for it.
 */
export function isMeant(point: Point, witnesses: Witnesses): boolean {
  const { mood, weight, sure } = kindOf(point.kind);
  if (mood !== 'dark' || sure === true || weight >= CERTAIN || witnesses.reading === null) return true;
  const { label, valence } = witnesses.reading;
  const reads = !/^(?:unclear|neutral|happiness)$/u.test(label) && valence < HARDLY_UNPLEASANT;
  return reads || hasCue(point, witnesses);
}

/** Kinds of so much weight are found by words that hardly mean anything else. */
const CERTAIN = 82;
