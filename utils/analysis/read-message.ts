import type { EmotionReader } from './emotion/reader';
import { coversLanguage, type Coverage } from './language';
import type { Reading } from './reading';
import { findSafetyCues } from './safety/find-safety-cues';
import type { SafetyCue } from './safety-cue';

/** What may be known of a message already. */
export interface MessageFacts {
  /** Its safety cues, from `findSafetyCues`. */
  cues?: readonly SafetyCue[];
  /** Whether its language is covered, where somebody else can tell better than its own words. */
  coverage?: Coverage;
}

/** The reading of a client's message, as every part of Sidelight shows it. */
export function readMessage(reader: EmotionReader, text: string, facts: MessageFacts = {}): Reading {
  const { cues = findSafetyCues(text), coverage = coversLanguage(text) } = facts;
  return besideSafety(reader.read(text, { language: coverage === 'other' ? 'other' : 'covered' }), cues);
}

const CALM: ReadonlySet<Reading['label']> = new Set(['neutral', 'happiness', 'surprise']);

/**
 * "Everyone would be better off without me" has calm, even pleasant words; where a cue stands in a message, a
 * calm or pleasant label would be false reassurance, so it becomes `unclear`. So it does beside a cue that only asks
 * for a gentle check ("not suicidal any more, good day today"): the panel must not say two things at once.
 */
function besideSafety(reading: Reading, cues: readonly SafetyCue[]): Reading {
  if (cues.length === 0 || !CALM.has(reading.label)) return reading;
  return { ...reading, label: 'unclear', reason: 'safety' };
}
