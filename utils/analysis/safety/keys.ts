import frequentJson from './frequent-words.json';
import type { Pattern } from './pattern';
import { frequentWordsSchema } from './rule-schema';
import { symbolOf, type Symbols } from './symbols';

const WEIGHTS = new Map<string, number>(
  Object.entries(frequentWordsSchema.parse(frequentJson).weights).flatMap(([weight, words]) =>
    words.map((word) => [`=${word}`, Number(weight)] as const),
  ),
);
/** What a stem or a number weighs: each stands for several words. */
const STEM_WEIGHT = 3;
const NUMBER_WEIGHT = 20;

const weightOf = (symbol: string): number =>
  symbol === '#' ? NUMBER_WEIGHT : symbol.startsWith('*') ? STEM_WEIGHT : (WEIGHTS.get(symbol) ?? 1);

/** Sentences hold a group this common nearly always: not worth asking for. */
const TOO_COMMON = 150;

/** Symbols and lists of which at least one stands in every text that a pattern fits, and how often they turn up. */
interface Key {
  /** Numbers of symbols; from the number of symbols on, those of lists: anything that an entry of the list needs. */
  numbers: readonly number[];
  weight: number;
}

/** Symbols that a sentence must hold before a pattern is worth a try: of each group at least one. */
export interface Needs {
  /** The rarest group; undefined for a pattern that has to be tried always. */
  waking: readonly number[] | undefined;
  others: readonly (readonly number[])[];
}

export interface Filter {
  /** What each pattern needs, as numbers below `count`. Only a filter: a pattern that is tried need not fit. */
  needs: readonly Needs[];
  count: number;
  /** What a word with these symbols gives a sentence of what patterns need. */
  gives: (symbols: readonly number[]) => number[];
}

/** Works out what each pattern needs. */
export function buildFilter(patterns: readonly Pattern[], symbols: Symbols): Filter {
  const listKeys = new Map<string, Key | undefined>();
  const partKeys = new Map<Pattern, Key>();
  let count = symbols.count;
  /** Symbol to the lists of which an entry needs it. */
  const listsOf = new Map<number, Set<number>>();

  const any = (keys: readonly (Key | undefined)[]): Key | undefined => {
    const numbers: number[] = [];
    let weight = 0;
    for (const key of keys) {
      if (!key) return undefined;
      for (const number of key.numbers) numbers.push(number);
      weight += key.weight;
    }
    return { numbers, weight };
  };
  const keyOfList = (name: string): Key | undefined => {
    if (listKeys.has(name)) return listKeys.get(name);
    const weight = symbols.singleEntries(name).reduce((sum, symbol) => sum + weightOf(symbol), 0);
    const entries = symbols.longEntries(name).map(keyOf);
    let key = any([{ numbers: [symbols.numberOf(`<${name}`)], weight }, ...entries]);
    if (key && entries.length > 0) {
      const list = count++;
      const give = (symbol: number) => {
        const found = listsOf.get(symbol);
        if (found) found.add(list);
        else listsOf.set(symbol, new Set([list]));
      };
      for (const each of key.numbers) {
        // A list in a list: what gives the inner one gives the outer one.
        if (each < symbols.count) give(each);
        else for (const [symbol, given] of listsOf) if (given.has(each)) give(symbol);
      }
      key = { numbers: [list], weight: key.weight };
    }
    listKeys.set(name, key);
    return key;
  };
  const keyOf = (part: Pattern): Key | undefined => {
    switch (part.kind) {
      case 'word':
      case 'stem':
      case 'number': {
        let key = partKeys.get(part);
        if (!key) {
          key = { numbers: [symbols.numberOfPart(part)], weight: weightOf(symbolOf(part)) };
          partKeys.set(part, key);
        }
        return key;
      }
      case 'list':
        return keyOfList(part.name);
      case 'choice':
        return any(part.options.map(keyOf));
      case 'sequence': {
        let best: Key | undefined;
        for (const each of part.parts) {
          const key = keyOf(each);
          if (key && (!best || key.weight < best.weight)) best = key;
        }
        return best;
      }
      case 'optional':
      case 'gap':
      case 'start':
      case 'end':
        return undefined;
    }
  };

  const needs = patterns.map((pattern): Needs => {
    const parts = pattern.kind === 'sequence' ? pattern.parts : [pattern];
    const [waking, ...others] = parts
      .flatMap((part) => keyOf(part) ?? [])
      .sort((a, b) => a.weight - b.weight);
    return {
      waking: waking?.numbers,
      others: others.filter(({ weight }) => weight < TOO_COMMON).map(({ numbers }) => numbers),
    };
  });
  return {
    needs,
    count,
    gives: (held) => [...new Set(held.flatMap((symbol) => [symbol, ...(listsOf.get(symbol) ?? [])]))],
  };
}
