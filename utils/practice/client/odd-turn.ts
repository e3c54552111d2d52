import { coversLanguage } from '../../analysis/language';
import { MAX_READ } from './appraisal';
import type { EffectId } from './effects';
import { sounds } from './oddities';

const FLOOD_WORDS = 140;

/** A turn that is no part of a talk: whatever else is in it does not count. */
type Odd = 'abused' | 'absent' | 'flooded' | 'strange';

/** What such a turn does to the client. */
export const EFFECT_OF_ODD: Readonly<Record<Odd, EffectId>> = {
  abused: 'abuse',
  absent: 'absent',
  flooded: 'flood',
  strange: 'strange',
};

function wordCount(text: string): number {
  return text.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;
}

/** In which way a turn is odd; null when it is not. `plain` is its plain chat text. */
export function strangeness(text: string, plain: string): Odd | null {
  if (sounds('abuse', plain)) return 'abused';
  if (sounds('injection', plain)) return 'strange';
  if (plain.trim() === '' && text.trim() !== '' && /[^\s.…]/u.test(text)) return 'strange';
  if (!/[a-z]/iu.test(text) || sounds('nod', plain)) return 'absent';
  if (wordCount(text) > FLOOD_WORDS) return 'flooded';
  if (coversLanguage(text.slice(0, MAX_READ)) === 'other') return 'strange';
  return null;
}
