import type { Pattern } from './pattern';

/** Word lists by name: each entry is a word, a stem (`suicid*`), another list (`<family>`) or several words. */
export type Lists = ReadonlyMap<string, readonly Pattern[]>;

/** What the end of a sentence looks like to the automaton. */
export const END_SYMBOL = '$';
/** Shortest stem, in letters. */
export const MIN_STEM = 3;

export interface State {
  /** Symbol to the states that it leads to. */
  moves: Map<number, number[]>;
  /** States that any word leads to. */
  any: number[];
  /** States that are reached without a word. */
  free: number[];
  /** Number of the pattern that ends here, or -1. */
  accepts: number;
}

export interface Nfa {
  states: State[];
  /** Number of a symbol: `=word`, `*stem`, `<list`, `#`, `$`. */
  symbols: ReadonlyMap<string, number>;
  /** Lists that hold a word (`=word`), a stem (`*stem`) or a number (`#`), themselves or through other lists. */
  memberOf: ReadonlyMap<string, ReadonlySet<string>>;
  /** First state of each pattern, and whether it may only begin with a sentence. */
  starts: { state: number; anchored: boolean }[];
  /** Every single word that patterns and lists name. */
  vocabulary: ReadonlySet<string>;
}

type Single = Extract<Pattern, { kind: 'word' | 'stem' | 'number' }>;
const isSingle = (pattern: Pattern): pattern is Single =>
  pattern.kind === 'word' || pattern.kind === 'stem' || pattern.kind === 'number';
const nameOf = (pattern: Single): string =>
  pattern.kind === 'word' ? `=${pattern.word}` : pattern.kind === 'stem' ? `*${pattern.stem}` : '#';

/** Builds the non-deterministic automaton of patterns. Throws an error when a pattern names an unknown list. */
export function buildNfa(patterns: readonly Pattern[], lists: Lists): Nfa {
  const states: State[] = [];
  const symbols = new Map<string, number>();
  const vocabulary = new Set<string>();
  const memberOf = new Map<string, Set<string>>();
  /** Entries of a list, and of the lists in it, that are more than one word. */
  const longEntries = new Map<string, Pattern[]>();

  const create = (): number => states.push({ moves: new Map(), any: [], free: [], accepts: -1 }) - 1;
  const at = (i: number): State => {
    const found = states[i];
    if (!found) throw new RangeError(`no state ${String(i)}`);
    return found;
  };
  const move = (from: number, symbol: string, to: number) => {
    let id = symbols.get(symbol);
    if (id === undefined) symbols.set(symbol, (id = symbols.size));
    const targets = at(from).moves.get(id);
    if (targets) targets.push(to);
    else at(from).moves.set(id, [to]);
  };

  const spread = (name: string, into: string, seen: Set<string>, long: Pattern[]) => {
    const entries = lists.get(name);
    if (!entries) throw new Error(`There is no word list <${name}>`);
    if (seen.has(name)) throw new Error(`The word list <${name}> holds itself`);
    seen.add(name);
    for (const entry of entries) {
      if (isSingle(entry)) {
        if (entry.kind === 'word') vocabulary.add(entry.word);
        const found = memberOf.get(nameOf(entry));
        if (found) found.add(into);
        else memberOf.set(nameOf(entry), new Set([into]));
      } else if (entry.kind === 'list') spread(entry.name, into, seen, long);
      else long.push(entry);
    }
    seen.delete(name);
  };
  for (const name of lists.keys()) {
    const long: Pattern[] = [];
    spread(name, `<${name}`, new Set(), long);
    longEntries.set(name, long);
  }

  /** Adds `part` after state `from`; gives the state that it ends in. */
  const add = (part: Pattern, from: number): number => {
    switch (part.kind) {
      case 'word':
      case 'stem':
      case 'number': {
        if (part.kind === 'word') vocabulary.add(part.word);
        const to = create();
        move(from, nameOf(part), to);
        return to;
      }
      case 'list': {
        const long = longEntries.get(part.name);
        if (!long) throw new Error(`There is no word list <${part.name}>`);
        const to = create();
        move(from, `<${part.name}`, to);
        for (const entry of long) at(add(entry, from)).free.push(to);
        return to;
      }
      case 'gap': {
        const to = create();
        at(from).free.push(to);
        if (part.most === Infinity) {
          const loop = create();
          at(from).any.push(loop);
          at(loop).any.push(loop);
          at(loop).free.push(to);
          return to;
        }
        let last = from;
        for (let i = 0; i < part.most; i++) {
          const next = create();
          at(last).any.push(next);
          at(next).free.push(to);
          last = next;
        }
        return to;
      }
      case 'sequence':
        return part.parts.reduce((last, each) => add(each, last), from);
      case 'choice': {
        const to = create();
        for (const option of part.options) at(add(option, from)).free.push(to);
        return to;
      }
      case 'optional': {
        const to = add(part.part, from);
        const out = create();
        at(to).free.push(out);
        at(from).free.push(out);
        return out;
      }
      case 'start':
        return from;
      case 'end': {
        const to = create();
        move(from, END_SYMBOL, to);
        return to;
      }
    }
  };

  const isAnchored = (pattern: Pattern): boolean =>
    pattern.kind === 'start' || (pattern.kind === 'sequence' && pattern.parts[0]?.kind === 'start');
  const starts = patterns.map((pattern, i) => {
    // A state of its own before the first word: a gap's states may not be shared with another pattern.
    const state = create();
    const end = create();
    at(add(pattern, state)).free.push(end);
    at(end).accepts = i;
    return { state, anchored: isAnchored(pattern) };
  });
  return { states, symbols, memberOf, starts, vocabulary };
}
