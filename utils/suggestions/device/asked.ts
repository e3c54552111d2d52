import type { Message } from '../../conversation/message';
import { z } from '../../schema';
import { plainForRules } from '../safe-words';
import data from './bank/asked.json';

const { patterns } = z.object({ about: z.string(), patterns: z.record(z.string(), z.string()) }).parse(data);
const COMPILED = Object.entries(patterns).map(([asks, pattern]) => ({
  asks,
  match: new RegExp(pattern, 'u'),
}));
/** How many of the supporter's last messages are looked at. */
const LOOK_BACK = 5;

/** What the supporter has asked in their last messages, in the words of the bank's `asks`. */
export function askedBefore(messages: readonly Message[]): ReadonlySet<string> {
  const found = new Set<string>();
  let seen = 0;
  for (let i = messages.length - 1; i >= 0 && seen < LOOK_BACK; i--) {
    const message = messages[i];
    if (message?.side !== 'supporter') continue;
    seen++;
    const text = plainForRules(message.text.slice(0, 2_000));
    for (const { asks, match } of COMPILED) if (match.test(text)) found.add(asks);
  }
  return found;
}
