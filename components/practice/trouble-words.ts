import { LLM_ERROR_WORDS } from '@/utils/llm/error-words';
import type { RunnerState, VoiceTrouble } from './session-runner';

/** The session is not stored; what it means, and what helps. */
export const UNSAVED_WORDS: Record<NonNullable<RunnerState['unsaved']>, string> = {
  full: 'This practice is not being stored: the browser’s storage is full. It goes on as long as this tab is open. Deleting old practices under Growth makes room.',
  'too-long':
    'This practice has grown too long to be stored. It goes on as long as this tab is open; ending it soon keeps most of it.',
};

/** Why the words come from the device, when a model was to give them. */
export function voiceTroubleWords(trouble: VoiceTrouble, name: string): string {
  if ('fault' in trouble)
    return `The language model’s line did not fit ${name}, so this device wrote this one.`;
  if (trouble.code === 'not-allowed')
    return `You keep this practice on this device, so ${name} goes on with this device’s words.`;
  const { title, cause } = LLM_ERROR_WORDS[trouble.code];
  return `${title} ${cause} ${name} goes on with this device’s words.`;
}
