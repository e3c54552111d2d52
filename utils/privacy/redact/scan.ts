import type { Candidate, Kind } from './kinds';

/** A text while finders go over it: what one took is hidden from the next. */
export interface Scan {
  /** The folded text. */
  readonly whole: string;
  /** The same with everything taken so far masked, at the same offsets. */
  readonly text: string;
  /** Whether there is any digit at all: most rules about numbers need not run without one. */
  readonly digits: boolean;
  /** Takes a span, unless part of it is taken already. */
  take(kind: Kind, start: number, end: number, key?: string): boolean;
  /** Everything taken so far, in the order of the text. */
  taken(): Candidate[];
  count(): number;
}

/** Stands for what was taken; no rule matches it. */
export const MASK = '\u0001';

/** A scan of one folded text. */
export function createScan(whole: string): Scan {
  const all: Candidate[] = [];
  const used = new Uint8Array(whole.length);
  let masked = whole;
  let pending: Candidate[] = [];

  const free = (start: number, end: number): boolean => {
    for (let i = start; i < end; i += 1) if (used[i] === 1) return false;
    return start < end;
  };

  // The mask is laid once for each batch, not once for each span: many spans stay linear.
  const remask = (): void => {
    pending.sort((a, b) => a.start - b.start);
    let next = '';
    let from = 0;
    for (const { start, end } of pending) {
      next += masked.slice(from, start) + MASK.repeat(end - start);
      from = end;
    }
    masked = next + masked.slice(from);
    pending = [];
  };

  return {
    whole,
    digits: /\d/.test(whole),
    get text() {
      if (pending.length > 0) remask();
      return masked;
    },
    take(kind, start, end, key) {
      if (!free(start, end)) return false;
      const candidate: Candidate = { kind, start, end, ...(key !== undefined && { key }) };
      used.fill(1, start, end);
      all.push(candidate);
      pending.push(candidate);
      return true;
    },
    count: () => all.length,
    taken: () => all.sort((a, b) => a.start - b.start),
  };
}
