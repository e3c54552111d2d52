import { BANK } from './bank';
import { bare } from './line-picker';

/** Shorter messages are nobody's in particular. */
const SHORTEST = 3;

function stringsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(stringsOf) : [];
}

/** All lines that clients share, as they count when compared, with their slots left open. */
const COMMON = stringsOf({ ...BANK, about: '', idioms: {} })
  .map((line) => bare(line.replace(/\{[^{}]*\}/gu, ' ')))
  .join('|');

/** Whether a message is, or is a piece of, a line that all clients share. */
export const isCommonLine = (message: string): boolean => {
  const words = bare(message);
  return words.length >= SHORTEST && COMMON.includes(words);
};
