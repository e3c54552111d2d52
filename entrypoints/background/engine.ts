import type { CodedSpan } from '@/utils/analysis/codes/code';
import type { Reading } from '@/utils/analysis/reading';
import type { SafetyCue } from '@/utils/analysis/safety-cue';
import type { DraftCheck } from '@/utils/coaching/check-draft';
import type { DraftInput } from '@/utils/coaching/moment';
import type { RewordInput } from '@/utils/coaching/reword/reword';
import type { SuggestInput, Suggestions } from '@/utils/suggestions/device/suggest';

/** The analysis as the worker uses it; tests hand in their own. */
export interface Engine {
  hasReadings: boolean;
  /** Finds out about the language of texts that are about to be read, where their words do not tell. */
  learnLanguages(texts: readonly string[]): Promise<void>;
  /** Null when readings could not be loaded; everything else goes on. */
  read(text: string): Reading | null;
  /** Behaviour codes of a supporter's message; `client` is what it answers. */
  codeMessage(text: string, client?: string): CodedSpan[];
  findSafetyCues(text: string): SafetyCue[];
  /** The same text with words for methods masked, for showing a quote. */
  maskMethods(text: string): string;
  suggest(input: SuggestInput): Suggestions;
  checkDraft(input: PlainDraft): DraftCheck;
  /** Another way to say a draft, made on the device; null where none passes. */
  reword(input: PlainDraft & Pick<RewordInput, 'flag' | 'hints' | 'round'>): string | null;
  /** With the rule book in force, for the gate that a language model's way passes. */
  withRules(input: PlainDraft): DraftInput;
}

/** A draft and its conversation, without the tools that the engine has. */
export type PlainDraft = Omit<DraftInput, 'rules' | 'codeModel'>;
