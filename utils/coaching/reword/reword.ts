import type { Hint } from '../../suggestions/hint';
import { checkDraft, remarkOf } from '../check-draft';
import { type FlagId, SLOT } from '../draft-rule';
import type { DraftInput } from '../moment';
import { faultOfRewording } from './gate';
import { fillSlots, type Filled } from './slots';

/** Rounds of hints that ways are filled from. */
const ROUNDS = 3;

export interface RewordInput extends DraftInput {
  /** The remark that the other way answers. */
  flag: FlagId;
  /** Device hints for the client's last turn, of one round of asking. */
  hints: (round: number) => readonly Hint[];
  /** How often the person asked for this draft; after the last way the first comes back. */
  round: number;
}

/** A way with its slots filled; null when it needs what is not there. */
function fillWay(way: string, slots: Filled): string | null {
  let isWhole = true;
  const text = way.replace(SLOT, (_, name: keyof Filled, optional: string) => {
    const value = slots[name];
    if (value === null && optional === '') isWhole = false;
    return value ?? '';
  });
  return isWhole ? text.replace(/\s+/gu, ' ').trim() : null;
}

/** Every way that fits, may be said, and differs from those before it; made one by one. */
function* waysFor(input: RewordInput): Generator<string, void> {
  const ways = input.rules.rules.get(input.flag)?.rule.ways ?? [];
  const own = remarkOf(input, input.flag)?.spans ?? [];
  const spans = [...own, ...checkDraft(input).flags.flatMap((flag) => flag.spans)];
  const given = new Set<string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const slots = fillSlots(input, input.flag, spans, input.hints(round));
    for (const way of ways) {
      const text = fillWay(way, slots);
      if (text === null || given.has(text) || faultOfRewording(text, input) !== null) continue;
      given.add(text);
      yield text;
    }
  }
}

/**
 * Another way to say a draft, built from its own words and the client's by the ways of the rule that remarked on it.
 * Null where none passes. Pure; it never throws for any text.
 */
export function rewordOnDevice(input: RewordInput): string | null {
  const found: string[] = [];
  for (const text of waysFor(input)) {
    found.push(text);
    if (found.length > input.round) return text;
  }
  return found[input.round % Math.max(1, found.length)] ?? null;
}
