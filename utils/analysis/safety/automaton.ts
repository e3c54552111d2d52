import { buildFilter } from './keys';
import { compile, type Machine } from './machine';
import type { Pattern } from './pattern';
import { NO_BREAK } from './pieces';
import { sentencesOf, type WordSpan } from './spans';
import { collectSymbols, type Lists } from './symbols';
import type { Word } from './words';

export type { Lists } from './symbols';

/** A place where pattern number `pattern` fits: words `from` up to and without `to`. */
export interface Match {
  pattern: number;
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
  id: number;
  symbols: readonly number[];
  /** What it gives a sentence of what patterns need. */
  given: readonly number[];
  filler: boolean;
  /** Patterns that are worth a try in a sentence with such a word. */
  wakes: readonly number[];
}

export interface AutomatonOptions {
  /** Words over which a pattern may step without naming them. */
  fillers?: ReadonlySet<string>;
  /** Words that begin a clause: the end of a sentence is also before them, and before a comma. */
  openers?: ReadonlySet<string>;
  /** Patterns below this number are sought; the others only add to what is known of a sentence. Default: all. */
  sought?: number;
}

const NOTHING: readonly number[] = [];

/**
 * Matches many patterns sentence by sentence, without backtracking, so that the cost grows with the text alone
 * whatever the text is. A pattern is only run over sentences that hold one of its rare words, and only built then.
 */
export function buildAutomaton(
  patterns: readonly Pattern[],
  lists: Lists,
  options: AutomatonOptions = {},
): Automaton {
  const symbols = collectSymbols(patterns, lists);
  const { vocabulary } = symbols;
  const sought = options.sought ?? patterns.length;
  const fillers = options.fillers ?? new Set<string>();
  const openers = options.openers ?? new Set<string>();
  /** Whether a pattern's END fits after word `i`. */
  const mayEnd = (words: readonly Word[], i: number): boolean => {
    const next = words[i + 1];
    return !next || next.breakBefore !== NO_BREAK || openers.has(next.word);
  };

  const { needs, count, gives } = buildFilter(patterns, symbols);
  const always: number[] = [];
  const wokenBy = new Map<number, number[]>();
  needs.forEach(({ waking }, pattern) => {
    if (!waking) always.push(pattern);
    for (const symbol of waking ?? []) {
      const found = wokenBy.get(symbol);
      if (found) found.push(pattern);
      else wokenBy.set(symbol, [pattern]);
    }
  });

  const kinds = new Map<string, WordKind>();
  const kindBySymbols = (word: string): WordKind => {
    const found = symbols.of(word);
    const filler = fillers.has(word);
    const key = `${found.join()}${filler ? 'f' : ''}`;
    let kind = kinds.get(key);
    if (!kind) {
      const given = gives(found);
      const wakes = [...new Set(given.flatMap((symbol) => wokenBy.get(symbol) ?? []))];
      kinds.set(key, (kind = { id: kinds.size, symbols: found, given, filler, wakes }));
    }
    return kind;
  };
  // Words of the vocabulary only: a client's other words leave no trace.
  const kindOfWord = new Map<string, WordKind>();
  const kindOf = (word: string): WordKind => {
    const found = kindOfWord.get(word);
    if (found) return found;
    const kind = kindBySymbols(word);
    if (vocabulary.has(word) || fillers.has(word)) kindOfWord.set(word, kind);
    return kind;
  };

  const machines: (Machine | undefined)[] = Array.from({ length: patterns.length });
  const machineOf = (pattern: number): Machine => {
    const source = patterns[pattern];
    if (!source) throw new RangeError(`no pattern ${String(pattern)}`);
    return (machines[pattern] ??= compile(source, symbols));
  };

  // Per state the round in which it was last reached, and the earliest word that its thread began with.
  let round = 0;
  let reached = new Float64Array(256);
  let began = new Int32Array(256);
  const run = (
    pattern: number,
    words: readonly Word[],
    { from, to }: WordSpan,
    kindAt: readonly WordKind[],
    matches: Match[],
  ) => {
    const machine = machineOf(pattern);
    if (machine.size > reached.length) {
      reached = new Float64Array(machine.size * 2);
      began = new Int32Array(machine.size * 2);
    }
    let current: number[] = [];
    let starts: number[] = [];
    let next: number[] = [];
    const go = (targets: readonly number[], start: number) => {
      for (const target of targets) {
        if (reached[target] !== round) {
          reached[target] = round;
          began[target] = start;
          next.push(target);
        } else if ((began[target] ?? 0) > start) began[target] = start;
      }
    };
    for (let i = from; i < to; i++) {
      const kind = kindAt[i - from];
      if (!kind) return;
      const first = machine.anchored && i > from ? NOTHING : machine.begin(kind.id, kind.symbols);
      if (current.length === 0 && first.length === 0) continue;
      next = [];
      round++;
      current.forEach((state, n) => {
        const start = starts[n] ?? i;
        go(machine.after(state, kind.id, kind.symbols), start);
        if (kind.filler && state !== machine.last) go([state], start);
      });
      go(first, i);
      current = next;
      if (next.length === 0) continue;
      starts = next.map((state) => began[state] ?? i);
      let start = reached[machine.last] === round ? (began[machine.last] ?? i) : Infinity;
      if (machine.hasEnd && mayEnd(words, i)) {
        current.forEach((state, n) => {
          if (machine.atEnd(state).includes(machine.last)) start = Math.min(start, starts[n] ?? i);
        });
      }
      if (start < Infinity) matches.push({ pattern, from: start, to: i + 1 });
    }
  };

  // Per pattern and per symbol the sentence that last held it.
  const wokenIn = new Float64Array(patterns.length);
  const heldIn = new Float64Array(count);
  let sentenceNumber = 0;
  const hasAll = (pattern: number): boolean =>
    needs[pattern]?.others.every((group) => group.some((symbol) => heldIn[symbol] === sentenceNumber)) ??
    true;
  const readSentence = (words: readonly Word[], span: WordSpan, matches: Match[]) => {
    sentenceNumber++;
    const kindAt: WordKind[] = [];
    const awake = [...always];
    for (let i = span.from; i < span.to; i++) {
      const kind = kindOf(words[i]?.word ?? '');
      kindAt.push(kind);
      for (const symbol of kind.given) heldIn[symbol] = sentenceNumber;
      for (const pattern of kind.wakes) {
        if (wokenIn[pattern] === sentenceNumber) continue;
        wokenIn[pattern] = sentenceNumber;
        awake.push(pattern);
      }
    }
    const before = matches.length;
    const tryAll = (wanted: (pattern: number) => boolean) => {
      for (const pattern of awake) {
        if (wanted(pattern) && hasAll(pattern)) run(pattern, words, span, kindAt, matches);
      }
    };
    tryAll((pattern) => pattern < sought);
    if (matches.length > before) tryAll((pattern) => pattern >= sought);
  };

  return {
    vocabulary,
    match: (words) => {
      const matches: Match[] = [];
      for (const sentence of sentencesOf(words).all) readSentence(words, sentence, matches);
      return matches;
    },
  };
}
