import type { Pattern } from './pattern';
import { END_SYMBOL, type Symbols } from './symbols';

interface State {
  /** Symbol to the states that it leads to. */
  moves: Map<number, number[]>;
  /** States that any word leads to. */
  any: number[];
  /** States that are reached without a word. */
  free: number[];
}

/** One pattern, ready to be run over words without backtracking. */
export interface Machine {
  size: number;
  /** The pattern may only begin with a sentence. */
  anchored: boolean;
  /** States after a first word with `symbols` (those of kind number `kind`). */
  begin: (kind: number, symbols: readonly number[]) => readonly number[];
  /** The pattern names the end of a sentence. */
  hasEnd: boolean;
  /** The state in which the pattern fits. */
  last: number;
  /** States after a word with `symbols` (those of kind number `kind`) in state `from`, with all reached for free. */
  after: (from: number, kind: number, symbols: readonly number[]) => readonly number[];
  /** States after the end of a sentence in state `from`. */
  atEnd: (from: number) => readonly number[];
}

const NOTHING: readonly number[] = [];
/** Most steps that are kept per state, so that memory stays bounded whatever is typed. */
const MOST_STEPS = 100;

/** Builds the machine of one pattern. */
export function compile(pattern: Pattern, symbols: Symbols): Machine {
  const states: State[] = [];
  const create = (): number => states.push({ moves: new Map(), any: [], free: [] }) - 1;
  const at = (i: number): State => {
    const found = states[i];
    if (!found) throw new RangeError(`no state ${String(i)}`);
    return found;
  };
  const move = (from: number, id: number, to: number) => {
    const targets = at(from).moves.get(id);
    if (targets) targets.push(to);
    else at(from).moves.set(id, [to]);
  };

  /** Adds `part` after state `from`; gives the state that it ends in. */
  const add = (part: Pattern, from: number): number => {
    switch (part.kind) {
      case 'word':
      case 'stem':
      case 'number': {
        const to = create();
        move(from, symbols.numberOfPart(part), to);
        return to;
      }
      case 'list': {
        const to = create();
        move(from, symbols.numberOf(`<${part.name}`), to);
        for (const entry of symbols.longEntries(part.name)) at(add(entry, from)).free.push(to);
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
        move(from, symbols.numberOf(END_SYMBOL), to);
        return to;
      }
    }
  };

  const begin = create();
  const last = add(pattern, begin);

  const closures: (readonly number[] | undefined)[] = Array.from({ length: states.length });
  /** The states that `i` stands for: those with a way on, or the last. */
  const closure = (i: number): readonly number[] => {
    const known = closures[i];
    if (known) return known;
    const seen = new Set<number>();
    const todo = [i];
    for (let each = todo.pop(); each !== undefined; each = todo.pop()) {
      if (seen.has(each)) continue;
      seen.add(each);
      todo.push(...at(each).free);
    }
    const found = [...seen].filter(
      (each) => each === last || at(each).moves.size > 0 || at(each).any.length > 0,
    );
    closures[i] = found;
    return found;
  };

  const endSymbol = symbols.numberOf(END_SYMBOL);
  const follow = (from: readonly number[], ofKind: readonly number[]): readonly number[] => {
    const targets = new Set<number>();
    for (const each of from) {
      const state = at(each);
      for (const target of state.any) targets.add(target);
      for (const symbol of ofKind) for (const target of state.moves.get(symbol) ?? []) targets.add(target);
    }
    return targets.size === 0 ? NOTHING : [...new Set([...targets].flatMap(closure))];
  };
  const keep = (
    known: Map<number, readonly number[]>,
    kind: number,
    from: readonly number[],
    ofKind: readonly number[],
  ) => {
    let found = known.get(kind);
    if (!found) {
      if (known.size >= MOST_STEPS) known.clear();
      known.set(kind, (found = follow(from, ofKind)));
    }
    return found;
  };
  const firstSteps = new Map<number, readonly number[]>();
  const steps: (Map<number, readonly number[]> | undefined)[] = Array.from({ length: states.length });
  const first = closure(begin);
  return {
    size: states.length,
    anchored: pattern.kind === 'start' || (pattern.kind === 'sequence' && pattern.parts[0]?.kind === 'start'),
    begin: (kind, ofKind) => keep(firstSteps, kind, first, ofKind),
    hasEnd: states.some(({ moves }) => moves.has(endSymbol)),
    last,
    after: (from, kind, ofKind) =>
      keep((steps[from] ??= new Map<number, readonly number[]>()), kind, [from], ofKind),
    atEnd: (from) => (at(from).moves.get(endSymbol) ?? NOTHING).flatMap(closure),
  };
}
