import type { FlagId } from '@/utils/coaching/draft-rule';
import { NO_SPENDING, type Spending } from '@/utils/llm/usage';
import { USUAL_WORDING, type Wording } from '@/utils/suggestions/wording';

/** What the person chose for all conversations, apart from the engine. */
export interface Choices {
  wording: Wording;
  /** Prices and budget of calls to a language model. */
  spending: Spending;
  /** Remarks about drafts that they switched off. */
  flagsOff: readonly FlagId[];
}

export const USUAL_CHOICES: Choices = { wording: USUAL_WORDING, spending: NO_SPENDING, flagsOff: [] };
