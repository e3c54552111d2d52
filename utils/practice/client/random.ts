/** A position in a sequence of pseudo-random numbers; an unsigned 32-bit whole number. */
export type Seed = number;

const STEP = 0x6d2b79f5;

/**
 * Seeded chance (mulberry32) whose position can be written down, so that a session that is resumed or rewound
 * goes on as it would have.
 */
export class Chance {
  constructor(public position: Seed) {
    this.position = position >>> 0;
  }

  /** The next number, 0 to below 1. */
  next(): number {
    this.position = (this.position + STEP) >>> 0;
    let t = this.position;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  }

  /** True with this probability. */
  happens(probability: number): boolean {
    return this.next() < probability;
  }

  /** One of the given, or undefined when there is none. */
  pick<T>(from: readonly T[]): T | undefined {
    return from[Math.floor(this.next() * from.length)];
  }

  /** The given in another order. */
  shuffle<T>(given: readonly T[]): T[] {
    const list = [...given];
    for (let i = list.length - 1; i > 0; i -= 1) {
      const j = Math.floor(this.next() * (i + 1));
      const [a, b] = [list[i], list[j]];
      if (a !== undefined && b !== undefined) [list[i], list[j]] = [b, a];
    }
    return list;
  }

  /** One key, as likely as its weight; undefined when all weights are 0. */
  weigh<K extends string>(weights: Readonly<Partial<Record<K, number>>>): K | undefined {
    const entries = Object.entries(weights) as [K, number][];
    const sum = entries.reduce((total, [, weight]) => total + Math.max(0, weight), 0);
    let left = this.next() * sum;
    for (const [key, weight] of entries) {
      if (weight <= 0) continue;
      left -= weight;
      if (left < 0) return key;
    }
    return sum > 0 ? entries.findLast(([, weight]) => weight > 0)?.[0] : undefined;
  }
}
