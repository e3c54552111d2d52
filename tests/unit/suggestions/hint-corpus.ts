import { readFileSync } from 'node:fs';
import type { Message } from '@/utils/conversation/message';
import { type Line, LINES } from '@/utils/suggestions/device/lines';
import { suggestOnDevice, type SuggestInput, type Suggestions } from '@/utils/suggestions/device/suggest';

export interface WrittenMessage {
  id: string;
  theme: string;
  text: string;
}

/** The written client messages (CC0) on which the device engine is held to its grammar and its rules. */
export const WRITTEN: readonly WrittenMessage[] = readFileSync('tests/corpora/hints/messages.jsonl', 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => JSON.parse(line) as WrittenMessage);

export const client = (text: string, id = 'c1'): Message => ({ id, side: 'client', text });
export const supporter = (text: string, id = 's1'): Message => ({ id, side: 'supporter', text });

/** The lines of the bank for a heart, a matter, a move or an answer. */
export const linesOf = (name: string): Line[] =>
  LINES.filter(({ heart }) => heart?.split(' ').includes(name) === true);

/** Hints for a conversation, with nothing else known. */
export function hintsFor(messages: readonly Message[], more: Partial<SuggestInput> = {}): Suggestions {
  return suggestOnDevice({ messages, readings: () => null, round: 0, ...more });
}

/** All that is said to the last turn over three rounds, as one text. */
export const shown = (...messages: Message[]): string =>
  [0, 1, 2]
    .flatMap((round) => hintsFor(messages, { round }).hints)
    .map((hint) => hint.text)
    .join(' | ');
