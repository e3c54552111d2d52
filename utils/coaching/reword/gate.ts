import { coversLanguage } from '../../analysis/language';
import { maskMethods } from '../../analysis/safety/mask-methods';
import { MAX_HINT } from '../../suggestions/hint';
import { screenHint } from '../../suggestions/screen';
import { repeats } from '../../suggestions/select-distinct';
import { isMarked, leavesSafetyUnasked } from '../check-draft';
import type { DraftInput } from '../moment';

/** Why another way to say a draft is not shown. */
export const REWORD_FAULTS = ['form', 'long', 'language', 'unsafe', 'marked', 'same', 'repeat'] as const;
export type RewordFault = (typeof REWORD_FAULTS)[number];

/** Letters and digits alone: what makes two sentences the same to a reader. */
const bare = (text: string): string =>
  text
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/**
 * Whether a text may be shown as another way to say the draft, whatever engine made it: null, or why not. It passes
 * the safe words of every suggestion and the whole rule book of the draft check, with what rests and what the person
 * switched off: a rewording that would itself be marked helps nobody.
 */
export function faultOfRewording(text: string, input: DraftInput): RewordFault | null {
  const words = text.trim();
  if (!/\p{L}/u.test(words)) return 'form';
  if (words.length > MAX_HINT) return 'long';
  if (coversLanguage(words) === 'other') return 'language';
  if (bare(words) === bare(input.draft)) return 'same';
  if (maskMethods(words) !== words || !screenHint({ text: words }).ok) return 'unsafe';
  const reworded = { ...input, draft: words };
  if (isMarked(reworded) || leavesSafetyUnasked(reworded)) return 'marked';
  const said = input.messages.flatMap((one) => (one.side === 'supporter' ? [one.text] : []));
  return repeats(words, said.slice(-LOOK_BACK)) ? 'repeat' : null;
}

/** The supporter's own messages that a rewording must not say again. */
const LOOK_BACK = 12;
