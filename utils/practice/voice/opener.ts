import type { EffectId } from '../client/effects';
import { BANK } from './bank';
import { type ReplyContext, wordsOf } from './turn-reply';

/** Words beyond which an opening remark is left out. */
const LONG = 42;
const KNOWN = 0.36;
/** "Exactly" answers only what was said back. */
const SAID_BACK: ReadonlySet<EffectId> = new Set(['reflect-deep', 'reflect-simple', 'received']);

/** A remark on the turn with which the client begins; null when they make none. */
export function opener(context: ReplyContext): string[] | null {
  const { appraisal, scenario, picker, chance } = context;
  if (appraisal.effects.some((effect) => SAID_BACK.has(effect))) {
    if (context.state.trust >= KNOWN && chance.happens(0.3)) return picker.any(scenario.heard);
    return chance.happens(0.55) ? picker.any(BANK.openers.heard) : null;
  }
  if (appraisal.effects.includes('affirm') || appraisal.effects.includes('affirm-early')) {
    if (chance.happens(0.6)) return picker.any(BANK.openers.praised);
  }
  return appraisal.cause === 'asked' && chance.happens(0.35) ? picker.any(BANK.openers.asked) : null;
}

/** A remark and what comes after it, as one person writes them. */
export function joined(first: readonly string[] | null, second: readonly string[]): string[] {
  if (!first || wordsOf(first) + wordsOf(second) > LONG) return [...second];
  const [head, ...rest] = second;
  if (wordsOf(first) <= 3 && first.length === 1 && head !== undefined) {
    const start = first[0] ?? '';
    const isOwn = /[.!?]$/u.test(start) || /^I\b/u.test(head);
    const goesOn = isOwn ? head : head.charAt(0).toLowerCase() + head.slice(1);
    return [`${start} ${goesOn}`, ...rest];
  }
  return [...first, ...second];
}
