import { HARD_BREAK, NO_BREAK } from './pieces';
import { buildNfa, END_SYMBOL, MIN_STEM, type Lists } from './nfa';
import type { Pattern } from './pattern';
import type { Word } from './words';

export type { Lists } from './nfa';

/** A place where pattern number `pattern` fits: words `from` up to and without `to`. */
export interface Match {
  pattern: number;
  from: number;
  to: number;
}

/** A sentence: words `from` up to and without `to`. */
interface Sentence {
  from: number;
  to: number;
}

export interface Automaton {
  /** Every single word that patterns and lists name. */
  vocabulary: ReadonlySet<string>;
  /** All matches in the sentences in which one of the sought patterns fits; none when there is no such sentence. */
  match: (words: readonly Word[]) => Match[];
}

/** What words with the same symbols have in common. */
interface WordKind {
  symbols: number[];
  filler: boolean;
}

const DIGITS = /^\d/;
const LONGEST_STEM = 16;

export interface AutomatonOptions {
  /** Words over which a pattern may step without naming them. */
  fillers?: ReadonlySet<string>;
  /** Words that begin a clause: the end of a sentence is also before them, and before a comma. */
  openers?: ReadonlySet<string>;
  /** Patterns below this number are sought; the others only add to what is known of a sentence. Default: all. */
  sought?: number;
}

/**
 * Matches many patterns at once, in one pass over the words and without backtracking, so that the cost grows with
 * the text alone whatever the text is. A first pass only asks whether a sentence holds anything; only sentences
 * that do are read again for places.
 */
export function buildAutomaton(
  patterns: readonly Pattern[],
  lists: Lists,
  options: AutomatonOptions = {},
): Automaton {
  const { states, symbols, memberOf, starts, vocabulary } = buildNfa(patterns, lists);
  const sought = options.sought ?? patterns.length;
  const fillers = options.fillers ?? new Set<string>();
  const openers = options.openers ?? new Set<string>();
  /** Whether a pattern's END fits after word `i`. */
  const mayEnd = (words: readonly Word[], i: number): boolean => {
    const next = words[i + 1];
    return !next || next.breakBefore !== NO_BREAK || openers.has(next.word);
  };
  const endSymbol = symbols.get(END_SYMBOL) ?? -1;

  const closures: (number[] | undefined)[] = Array.from({ length: states.length });
  /** The states that `i` stands for: those with a way on, or an end. Worked out at first use. */
  const closure = (i: number): number[] => {
    const known = closures[i];
    if (known) return known;
    const seen = new Set<number>();
    const todo = [i];
    for (let each = todo.pop(); each !== undefined; each = todo.pop()) {
      if (seen.has(each)) continue;
      seen.add(each);
      todo.push(...(states[each]?.free ?? []));
    }
    const found = [...seen].filter((each) => {
      const state = states[each];
      return state && (state.moves.size > 0 || state.any.length > 0 || state.accepts >= 0);
    });
    closures[i] = found;
    return found;
  };

  // What a first word leads to, by symbol: anywhere or only at the begin of a sentence, over all patterns or the
  // sought ones.
  const first = new Map<number, number[]>();
  const firstOfSentence = new Map<number, number[]>();
  const soughtFirst = new Map<number, number[]>();
  const soughtFirstOfSentence = new Map<number, number[]>();
  const join = (moves: Map<number, number[]>, symbol: number, targets: readonly number[]) => {
    const found = moves.get(symbol);
    if (found) found.push(...targets);
    else moves.set(symbol, [...targets]);
  };
  starts.forEach(({ state, anchored }, pattern) => {
    for (const each of closure(state)) {
      for (const [symbol, targets] of states[each]?.moves ?? []) {
        join(anchored ? firstOfSentence : first, symbol, targets);
        if (pattern < sought) join(anchored ? soughtFirstOfSentence : soughtFirst, symbol, targets);
      }
    }
  });

  /** Symbols of a word: itself, the stems that it begins with, a number, the lists that hold one of these. */
  const symbolsOf = (word: string): number[] => {
    const names = [`=${word}`];
    for (let length = MIN_STEM; length <= Math.min(word.length, LONGEST_STEM); length++) {
      names.push(`*${word.slice(0, length)}`);
    }
    if (DIGITS.test(word)) names.push('#');
    for (const name of [...names]) names.push(...(memberOf.get(name) ?? []));
    return [...new Set(names.flatMap((name) => symbols.get(name) ?? []))].sort((a, b) => a - b);
  };
  const kinds = new Map<string, WordKind>();
  const kindBySymbols = (word: string): WordKind => {
    const found = symbolsOf(word);
    const filler = fillers.has(word);
    const key = `${found.join()}${filler ? 'f' : ''}`;
    let kind = kinds.get(key);
    if (!kind) kinds.set(key, (kind = { symbols: found, filler }));
    return kind;
  };
  // Words of the vocabulary only: a client's other words leave no trace.
  const known = new Map<string, WordKind>();
  const kindOf = (word: string): WordKind => {
    const found = known.get(word);
    if (found) return found;
    const kind = kindBySymbols(word);
    if (vocabulary.has(word) || fillers.has(word)) known.set(word, kind);
    return kind;
  };

  const isSought = Uint8Array.from(states, ({ accepts }) => (accepts >= 0 && accepts < sought ? 1 : 0));
  // Per state the round in which it was last reached: no set is built for a word.
  let round = 0;
  const reached = new Float64Array(states.length);
  let now: number[] = [];
  let then: number[] = [];
  let fits = false;
  const reach = (targets: readonly number[] | undefined) => {
    if (!targets) return;
    for (const target of targets) {
      for (const each of closure(target)) {
        if (reached[each] === round) continue;
        reached[each] = round;
        then.push(each);
        if (isSought[each] === 1) fits = true;
      }
    }
  };
  const scan = (kind: WordKind, begins: boolean) => {
    then = [];
    round++;
    for (const i of now) {
      const state = states[i];
      if (!state) continue;
      for (const symbol of kind.symbols) reach(state.moves.get(symbol));
      reach(state.any);
      if (kind.filler && state.accepts < 0 && reached[i] !== round) {
        reached[i] = round;
        then.push(i);
      }
    }
    for (const symbol of kind.symbols) {
      reach(soughtFirst.get(symbol));
      if (begins) reach(soughtFirstOfSentence.get(symbol));
    }
    now = then;
  };

  /** The sentences in which a sought pattern fits. */
  const worthReading = (words: readonly Word[]): Sentence[] => {
    const found: Sentence[] = [];
    let from = 0;
    words.forEach((word, i) => {
      const begins = i === 0 || word.breakBefore === HARD_BREAK;
      if (begins) {
        from = i;
        fits = false;
        now = [];
      }
      scan(kindOf(word.word), begins);
      if (!mayEnd(words, i)) return;
      then = [];
      round++;
      for (const each of now) reach(states[each]?.moves.get(endSymbol));
      const next = words[i + 1];
      if (fits && (!next || next.breakBefore === HARD_BREAK)) found.push({ from, to: i + 1 });
    });
    now = [];
    then = [];
    return found;
  };

  // Per state the earliest word that its thread began with.
  const began = new Int32Array(states.length);
  const read = (words: readonly Word[], { from, to }: Sentence, matches: Match[]) => {
    let current: number[] = [];
    for (let i = from; i < to; i++) {
      const kind = kindOf(words[i]?.word ?? '');
      const next: number[] = [];
      const begins = current.map((id) => began[id] ?? i);
      round++;
      const go = (targets: readonly number[] | undefined, start: number) => {
        for (const target of targets ?? []) {
          for (const each of closure(target)) {
            if (reached[each] !== round) {
              reached[each] = round;
              began[each] = start;
              next.push(each);
            } else if ((began[each] ?? 0) > start) began[each] = start;
          }
        }
      };
      const accept = (id: number) => {
        const pattern = states[id]?.accepts ?? -1;
        if (pattern >= 0) matches.push({ pattern, from: began[id] ?? i, to: i + 1 });
      };
      current.forEach((id, n) => {
        const state = states[id];
        if (!state) return;
        const start = begins[n] ?? i;
        for (const symbol of kind.symbols) go(state.moves.get(symbol), start);
        go(state.any, start);
        if (kind.filler && state.accepts < 0) go([id], start);
      });
      for (const symbol of kind.symbols) {
        go(first.get(symbol), i);
        if (i === from) go(firstOfSentence.get(symbol), i);
      }
      next.forEach(accept);
      current = next.slice();
      if (mayEnd(words, i)) {
        for (const id of current) go(states[id]?.moves.get(endSymbol), began[id] ?? i);
        next.slice(current.length).forEach(accept);
      }
    }
  };

  return {
    vocabulary,
    match: (words) => {
      const matches: Match[] = [];
      for (const sentence of worthReading(words)) read(words, sentence, matches);
      return matches;
    },
  };
}
