import type { SafetyCue } from '../safety-cue';
import { findSafetyCues } from './find-safety-cues';
import { createModelCue } from './model/model-cue';
import type { SafetyModel } from './model/safety-model';

/** Finds the safety cues in one client message; see `findSafetyCues`, whose promises it keeps. */
export type SafetyFinder = (text: string) => SafetyCue[];

/**
 * Makes the finder that runs on every client message: the rules, and beside them the learnt model, which raises what no
 * rule knows, as a gentle check. Where both speak, the rules win. Without a model the rules work alone.
 */
export function createSafetyFinder(model: SafetyModel | null): SafetyFinder {
  if (!model) return findSafetyCues;
  const modelCue = createModelCue(model);
  return (text) => {
    const found = findSafetyCues(text);
    const more = modelCue(text, found);
    return more ? [...found, more].sort((a, b) => a.start - b.start || a.end - b.end) : found;
  };
}
