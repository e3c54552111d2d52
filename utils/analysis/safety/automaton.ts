import { HARD_BREAK } from './pieces';
import type { Pattern } from './pattern';
import type { Word } from './words';

/** A place where pattern number `pattern` fits: words `from` up to and without `to`. */
export interface Match {
  pattern: number;
  from: number;
  to: number;
}

/** Word lists by name: each entry is one word, a stem (`suicid*`) or several words. */
export type Lists = ReadonlyMap<string, readonly Pattern[]>;

interface State {
  moves: Map<number, Set<number>>;
  /** Where any word leads. */
  any: Set<number>;
  free: Set<number>;
  accepts: number;
}

interface Node {
  moves: Map<number, Int32Array>;
  any: Int32Array;
  accepts: number;
}

export interface Automaton {
  /** Every single word that the patterns name. */
  vocabulary: ReadonlySet<string>;
  match: (words: readonly Word[], isFiller: (word: string) => boolean) => Match[];
}

/** What a sentence's end looks like to the automaton. */
const END = '$';
const DIGITS = /^\d/;
const MIN_STEM = 3;
const NONE = new Int32Array(0);

/**
 * Builds one non-deterministic automaton out of all patterns. Matching visits each word once and keeps at most one
 * thread a state, so that its cost grows with the text alone whatever the text is: there is no backtracking.
 */
export function buildAutomaton(patterns: readonly Pattern[], lists: Lists): Automaton {
  const states: State[] = [];
  const symbols = new Map<string, number>();
  const vocabulary = new Set<string>();
  const state = () => {
    states.push({ moves: new Map(), any: new Set(), free: new Set(), accepts: -1 });
    return states.length - 1;
  };
  const at = (i: number): State => {
    const found = states[i];
    if (!found) throw new RangeError(`no state ${String(i)}`);
    return found;
  };
  const symbol = (name: string) => {
    const known = symbols.get(name);
    if (known !== undefined) return known;
    symbols.set(name, symbols.size);
    return symbols.size - 1;
  };
  const move = (from: number, name: string, to: number) => {
    const id = symbol(name);
    const targets = at(from).moves.get(id);
    if (targets) targets.add(to);
    else at(from).moves.set(id, new Set([to]));
  };
  const memberOf = new Map<string, Set<string>>();
  const join = (member: string, list: string) => {
    const found = memberOf.get(member);
    if (found) found.add(list);
    else memberOf.set(member, new Set([list]));
  };
  for (const [name, entries] of lists) {
    for (const entry of entries) {
      if (entry.kind === 'word') join(`=${entry.word}`, `<${name}`);
      if (entry.kind === 'stem') join(`*${entry.stem}`, `<${name}`);
    }
  }
  const note = (part: Pattern): string => {
    if (part.kind === 'word') {
      vocabulary.add(part.word);
      return `=${part.word}`;
    }
    return part.kind === 'stem' ? `*${part.stem}` : '#';
  };

  const anchored = new Set<number>();
  /** Adds `part` between `from` and the state that it returns. */
  const add = (part: Pattern, from: number, owner: number): number => {
    switch (part.kind) {
      case 'word':
      case 'stem':
      case 'number': {
        const to = state();
        move(from, note(part), to);
        return to;
      }
      case 'list': {
        const entries = lists.get(part.name);
        if (!entries) throw new Error(`There is no word list <${part.name}>`);
        const to = state();
        move(from, `<${part.name}`, to);
        for (const entry of entries) {
          if (entry.kind === 'word' || entry.kind === 'stem') note(entry);
          else at(add(entry, from, owner)).free.add(to);
        }
        return to;
      }
      case 'gap': {
        let last = from;
        const to = state();
        at(from).free.add(to);
        for (let i = 0; i < part.most; i++) {
          const next = state();
          at(last).any.add(next);
          at(next).free.add(to);
          last = next;
        }
        return to;
      }
      case 'sequence':
        return part.parts.reduce((last, each) => add(each, last, owner), from);
      case 'choice': {
        const to = state();
        for (const option of part.options) at(add(option, from, owner)).free.add(to);
        return to;
      }
      case 'optional': {
        const to = add(part.part, from, owner);
        const out = state();
        at(to).free.add(out);
        at(from).free.add(out);
        return out;
      }
      case 'start':
        anchored.add(owner);
        return from;
      case 'end': {
        const to = state();
        move(from, END, to);
        return to;
      }
    }
  };

  const free = state();
  const sentence = state();
  patterns.forEach((pattern, i) => {
    const from = state();
    const to = add(pattern, from, i);
    const out = state();
    at(to).free.add(out);
    at(out).accepts = i;
    at(anchored.has(i) ? sentence : free).free.add(from);
  });

  const closure = (first: Iterable<number>): number[] => {
    const seen = new Set<number>();
    const todo = [...first];
    for (let i = todo.pop(); i !== undefined; i = todo.pop()) {
      if (seen.has(i)) continue;
      seen.add(i);
      todo.push(...at(i).free);
    }
    return [...seen].filter((i) => at(i).moves.size > 0 || at(i).any.size > 0 || at(i).accepts >= 0);
  };
  const merged = (root: number): Node => {
    const moves = new Map<number, Set<number>>();
    const any = new Set<number>();
    for (const i of closure([root])) {
      for (const [id, targets] of at(i).moves) {
        const all = moves.get(id) ?? new Set();
        moves.set(id, all);
        for (const target of targets) all.add(target);
      }
      for (const target of at(i).any) any.add(target);
    }
    return {
      moves: new Map([...moves].map(([id, targets]) => [id, Int32Array.from(closure(targets))])),
      any: any.size > 0 ? Int32Array.from(closure(any)) : NONE,
      accepts: -1,
    };
  };
  const nodes: Node[] = states.map((each) => ({
    moves: new Map([...each.moves].map(([id, targets]) => [id, Int32Array.from(closure(targets))])),
    any: each.any.size > 0 ? Int32Array.from(closure(each.any)) : NONE,
    accepts: each.accepts,
  }));
  const freeRoot = merged(free);
  const sentenceRoot = merged(sentence);

  /** Symbols of a word: itself, the stems that it begins with, the lists that hold one of these, a number. */
  const symbolsOf = (word: string): number[] => {
    const names = [`=${word}`];
    for (let length = MIN_STEM; length <= word.length; length++) names.push(`*${word.slice(0, length)}`);
    for (const name of [...names]) names.push(...(memberOf.get(name) ?? []));
    if (DIGITS.test(word)) names.push('#');
    return names.flatMap((name) => symbols.get(name) ?? []);
  };
  const endSymbol = symbol(END);
  const known = new Map([...vocabulary].map((word) => [word, symbolsOf(word)] as const));

  const match = (words: readonly Word[], isFiller: (word: string) => boolean): Match[] => {
    const matches: Match[] = [];
    // Per state the generation in which it was last reached and the earliest word its thread began with.
    const reached = new Int32Array(nodes.length).fill(-1);
    const began = new Int32Array(nodes.length);
    let current: number[] = [];
    let starts: number[] = [];
    for (let i = 0; i < words.length; i++) {
      const word = words[i];
      if (!word) break;
      if (word.breakBefore === HARD_BREAK) {
        current = [];
        starts = [];
      }
      const ids = known.get(word.word) ?? symbolsOf(word.word.slice(0, 32));
      const next: number[] = [];
      const reach = (targets: Int32Array, from: number) => {
        for (const target of targets) {
          if (reached[target] === i) {
            if ((began[target] ?? 0) > from) began[target] = from;
            continue;
          }
          reached[target] = i;
          began[target] = from;
          next.push(target);
        }
      };
      const step = (node: Node, from: number) => {
        for (const id of ids) {
          const targets = node.moves.get(id);
          if (targets) reach(targets, from);
        }
      };
      const filler = isFiller(word.word);
      current.forEach((id, n) => {
        const node = nodes[id];
        const from = starts[n] ?? i;
        if (!node) return;
        step(node, from);
        reach(node.any, from);
        if (filler && node.accepts < 0) reach(Int32Array.of(id), from);
      });
      step(freeRoot, i);
      if (i === 0 || word.breakBefore === HARD_BREAK) step(sentenceRoot, i);
      const accept = (id: number) => {
        const accepts = nodes[id]?.accepts ?? -1;
        if (accepts >= 0) matches.push({ pattern: accepts, from: began[id] ?? i, to: i + 1 });
      };
      next.forEach(accept);
      if (i + 1 >= words.length || words[i + 1]?.breakBefore === HARD_BREAK) {
        const last = next.length;
        for (const id of next.slice()) {
          const targets = nodes[id]?.moves.get(endSymbol);
          if (targets) reach(targets, began[id] ?? i);
        }
        next.slice(last).forEach(accept);
      }
      current = next;
      starts = next.map((id) => began[id] ?? i);
    }
    return matches;
  };

  return { vocabulary, match };
}
