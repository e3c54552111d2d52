import type { Chance } from '../client/random';
import type { Scenario } from '../scenario';
import { BANK } from './bank';

/** Between the messages of one turn. */
export const BETWEEN = ' / ';
const SLOT = /\{([^{}]+)\}/gu;
const TRIES = 16;

/** A message as it counts when asking whether it was said before: letters and digits alone. */
export function bare(message: string): string {
  const letters = message
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
  return letters === '' ? message.trim() : letters;
}

/** Finds lines that this client has not used, and fills their slots. It remembers what it gave out. */
export class LinePicker {
  private readonly used: Set<string>;
  private readonly said: Set<string>;

  constructor(
    private readonly scenario: Scenario,
    private readonly chance: Chance,
    used: readonly string[],
    said: Iterable<string>,
  ) {
    this.used = new Set(used);
    this.said = new Set([...said].map(bare));
  }

  /** Templates used so far. */
  get usedLines(): string[] {
    return [...this.used];
  }

  wasSaid(message: string): boolean {
    return this.said.has(bare(message));
  }

  /** Notes messages as said. */
  note(messages: readonly string[]): void {
    for (const message of messages) this.said.add(bare(message));
  }

  private slot(name: string): string {
    if (name.includes('|')) return this.chance.pick(name.split('|')) ?? '';
    const { person, slots } = this.scenario;
    if (name === 'name' || name === 'place') return person[name];
    if (name === 'age') return String(person.age);
    return this.chance.pick(slots[name] ?? BANK.idioms[person.idiom][name] ?? []) ?? '';
  }

  fill(template: string): string[] {
    const filled = template.replace(SLOT, (_, name: string) => this.slot(name));
    return filled
      .split(BETWEEN)
      .map((message) =>
        message
          .replace(/\s+/gu, ' ')
          .replace(/\s+([.,!?])/gu, '$1')
          .trim(),
      )
      .filter((message) => message !== '')
      .map((message) => message.charAt(0).toUpperCase() + message.slice(1));
  }

  private take(template: string): string[] | null {
    const messages = this.fill(template);
    if (messages.length === 0 || messages.some((message) => this.wasSaid(message))) return null;
    this.used.add(template);
    return messages;
  }

  /** The first, in the given order, that was not used; null when all were. */
  next(pool: readonly string[]): string[] | null {
    for (const template of pool) {
      if (this.used.has(template)) continue;
      const messages = this.take(template);
      if (messages) return messages;
    }
    return null;
  }

  /** Any that was not used; null when all were. */
  any(pool: readonly string[]): string[] | null {
    return this.next(this.chance.shuffle(pool));
  }

  /** Any line, also one used before when its slots make it another; null when nothing new can be made. */
  anew(pool: readonly string[]): string[] | null {
    const fresh = this.any(pool);
    if (fresh) return fresh;
    for (let i = 0; i < TRIES; i += 1) {
      const messages = this.take(this.chance.pick(pool) ?? '');
      if (messages) return messages;
    }
    return null;
  }
}
