import { type Pattern } from './pattern';

/** Word lists by name: each entry is a word, a stem (`suicid*`), another list (`<family>`) or several words. */
export type Lists = ReadonlyMap<string, readonly Pattern[]>;

/** What the end of a sentence looks like to a machine. */
export const END_SYMBOL = '$';
/** Shortest and longest stem, in letters. */
export const MIN_STEM = 3;
const LONGEST_STEM = 16;
const DIGITS = /^\d/;

/** The alphabet in which patterns are matched: words, stems, numbers and lists, each with a number of its own. */
export interface Symbols {
  /** Every single word that patterns and lists name. */
  vocabulary: ReadonlySet<string>;
  /** How many symbols there are. */
  count: number;
  /** Number of a symbol: `=word`, `*stem`, `<list`, `#`, `$`. */
  numberOf: (symbol: string) => number;
  /** The same for a word, stem or number that stands in a pattern. */
  numberOfPart: (part: Single) => number;
  /** Entries of a list, and of the lists in it, that are more than one word. Throws when there is no such list. */
  longEntries: (list: string) => readonly Pattern[];
  /** Single entries of a list, and of the lists in it, as symbols. */
  singleEntries: (list: string) => readonly string[];
  /** Symbols of a word: itself, the stems that it begins with, a number, the lists that hold one of these. */
  of: (word: string) => number[];
}

export type Single = Extract<Pattern, { kind: 'word' | 'stem' | 'number' }>;
const isSingle = (pattern: Pattern): pattern is Single =>
  pattern.kind === 'word' || pattern.kind === 'stem' || pattern.kind === 'number';

/** The symbol of a pattern that is a single word, stem or number. */
export const symbolOf = (pattern: Single): string =>
  pattern.kind === 'word' ? `=${pattern.word}` : pattern.kind === 'stem' ? `*${pattern.stem}` : '#';

/** Numbers every symbol of `patterns` and `lists`. Throws an error when one names an unknown list or itself. */
export function collectSymbols(patterns: readonly Pattern[], lists: Lists): Symbols {
  const numbers = new Map<string, number>([[END_SYMBOL, 0]]);
  const vocabulary = new Set<string>();
  const memberOf = new Map<string, Set<string>>();
  const long = new Map<string, Pattern[]>();
  const single = new Map<string, string[]>();

  const add = (symbol: string) => {
    if (!numbers.has(symbol)) numbers.set(symbol, numbers.size);
  };
  const spread = (name: string, into: string, seen: Set<string>, longs: Pattern[], singles: string[]) => {
    const entries = lists.get(name);
    if (!entries) throw new Error(`There is no word list <${name}>`);
    if (seen.has(name)) throw new Error(`The word list <${name}> holds itself`);
    seen.add(name);
    for (const entry of entries) {
      if (isSingle(entry)) {
        if (entry.kind === 'word') vocabulary.add(entry.word);
        const symbol = symbolOf(entry);
        singles.push(symbol);
        const found = memberOf.get(symbol);
        if (found) found.add(into);
        else memberOf.set(symbol, new Set([into]));
      } else if (entry.kind === 'list') spread(entry.name, into, seen, longs, singles);
      else longs.push(entry);
    }
    seen.delete(name);
  };
  for (const name of lists.keys()) {
    const longs: Pattern[] = [];
    const singles: string[] = [];
    spread(name, `<${name}`, new Set(), longs, singles);
    add(`<${name}`);
    long.set(name, longs);
    single.set(name, singles);
  }

  const partNumbers = new Map<Pattern, number>();
  const walk = (part: Pattern): void => {
    switch (part.kind) {
      case 'word':
      case 'stem':
      case 'number': {
        if (partNumbers.has(part)) return;
        if (part.kind === 'word') vocabulary.add(part.word);
        const symbol = symbolOf(part);
        add(symbol);
        partNumbers.set(part, numbers.get(symbol) ?? 0);
        return;
      }
      case 'list':
        if (!long.has(part.name)) throw new Error(`There is no word list <${part.name}>`);
        return;
      case 'sequence':
        part.parts.forEach(walk);
        return;
      case 'choice':
        part.options.forEach(walk);
        return;
      case 'optional':
        walk(part.part);
        return;
      case 'gap':
      case 'start':
      case 'end':
        return;
    }
  };
  patterns.forEach(walk);
  for (const entries of long.values()) entries.forEach(walk);

  const numberOf = (symbol: string): number => {
    const found = numbers.get(symbol);
    if (found === undefined) throw new RangeError(`no symbol ${symbol}`);
    return found;
  };
  return {
    vocabulary,
    count: numbers.size,
    numberOf,
    numberOfPart: (part) => partNumbers.get(part) ?? numberOf(symbolOf(part)),
    longEntries: (list) => long.get(list) ?? [],
    singleEntries: (list) => single.get(list) ?? [],
    of: (word) => {
      const names = [`=${word}`];
      for (let length = MIN_STEM; length <= Math.min(word.length, LONGEST_STEM); length++) {
        const stem = `*${word.slice(0, length)}`;
        if (numbers.has(stem) || memberOf.has(stem)) names.push(stem);
      }
      if (DIGITS.test(word)) names.push('#');
      const found = new Set<number>();
      for (const name of names) {
        const own = numbers.get(name);
        if (own !== undefined) found.add(own);
        for (const list of memberOf.get(name) ?? []) found.add(numbers.get(list) ?? 0);
      }
      return [...found].sort((a, b) => a - b);
    },
  };
}
