import { NEUTRAL, type Kind } from './kinds';
import { spellings, write, type Spelling } from './placeholder';

/**
 * Which placeholder stands for what, for one conversation. It lives in a closure: it is never stored,
 * logged or serialised.
 */
export interface Ledger {
  /** The placeholder of a thing; `key` tells things of one kind apart, `form` is how it was written. */
  issue(kind: Kind, key: string, form: string): string;
  /** Keeps a placeholder that a person wrote from meaning anything else; false when it already does. */
  reserve(spelling: Spelling): boolean;
  /** The text with every placeholder turned back, and made-up ones turned into neutral words. */
  restore(text: string): string;
}

/** An empty ledger. */
export function createLedger(): Ledger {
  const numbers = new Map<string, number>();
  const forms = new Map<string, string>();
  const reserved = new Set<string>();
  const last = new Map<Kind, number>();

  const slot = (kind: Kind, number: number): string => `${kind}_${number}`;

  const nextFree = (kind: Kind): number => {
    let number = (last.get(kind) ?? 0) + 1;
    while (reserved.has(slot(kind, number))) number += 1;
    last.set(kind, number);
    return number;
  };

  const meaning = ({ kind, number, text }: Spelling): string => {
    if (reserved.has(slot(kind, number))) return text;
    // A model that writes `[NAME]` when there is one name can only mean that one.
    const meant = number === 0 && last.get(kind) === 1 ? 1 : number;
    return forms.get(slot(kind, meant)) ?? NEUTRAL[kind];
  };

  return {
    issue(kind, key, form) {
      const id = `${kind}:${key}`;
      const number = numbers.get(id) ?? nextFree(kind);
      numbers.set(id, number);
      // The latest spelling wins: a hint should speak of people as the conversation does now.
      forms.set(slot(kind, number), form);
      return write(kind, number);
    },
    reserve({ kind, number }) {
      if (forms.has(slot(kind, number))) return false;
      reserved.add(slot(kind, number));
      return true;
    },
    restore(text) {
      let restored = '';
      let from = 0;
      for (const spelling of spellings(text)) {
        restored += text.slice(from, spelling.start) + meaning(spelling);
        from = spelling.end;
      }
      return restored + text.slice(from);
    },
  };
}
