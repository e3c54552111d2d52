import { fold } from './fold';
import { findAll } from './find-all';
import { createLedger } from './ledger';
import { createAcquaintance } from './acquaintance';
import { spellings } from './placeholder';
import type { Candidate, Found } from './kinds';

/** A text as it may leave the device, and what was taken out of it (in the order of the text). */
export interface Redaction {
  text: string;
  found: Found[];
}

/** Takes out and puts back, with the same placeholder for the same thing over one conversation. */
export interface Redactor {
  /** Replaces what could point at a person. Reduces what a reader could learn; a story can still identify. */
  redact(text: string): Redaction;
  /**
   * Turns placeholders back into what they stand for, however the model spelt them. One that it made up
   * becomes neutral words. The way back is for the screen of the supporter only.
   */
  restore(text: string): string;
  /** Adds names that the page shows later on. */
  meet(known: readonly string[]): void;
  /** Never the contents: a redactor that is logged, stored or sent by mistake tells nothing. */
  toJSON(): Record<string, never>;
}

export interface RedactorOptions {
  /** Names on the page: authors, title of the chat, the account of the supporter. */
  known: readonly string[];
}

/** A redactor for one conversation. Its map lives in memory and goes with it. Never throws on any text. */
export function createRedactor({ known }: RedactorOptions): Redactor {
  const ledger = createLedger();
  const people = createAcquaintance(known);

  const literals = (text: string): Candidate[] =>
    spellings(text)
      .filter((spelling) => !ledger.reserve(spelling))
      .map(({ start, end }) => ({ kind: 'literal', start, end }));

  const redact = (text: string): Redaction => {
    const { kept, escaped } = { kept: spellings(text), escaped: literals(text) };
    const folded = fold(text);
    const spans = findAll(folded.text, people).map((candidate) => ({
      ...candidate,
      ...folded.source(candidate.start, candidate.end),
    }));
    const free = spans.filter((span) => !kept.some((k) => span.start < k.end && k.start < span.end));
    const ordered = [...free, ...escaped].sort((a, b) => a.start - b.start);
    const found: Found[] = [];
    let redacted = '';
    let from = 0;
    for (const { kind, start, end, key } of ordered) {
      if (start < from) continue;
      const original = text.slice(start, end);
      const placeholder = ledger.issue(kind, key ?? original, original);
      found.push({ kind, start, end, text: original, placeholder });
      redacted += text.slice(from, start) + placeholder;
      from = end;
    }
    return { text: redacted + text.slice(from), found };
  };

  return Object.freeze({
    redact,
    restore: (text: string) => ledger.restore(text),
    meet: (names: readonly string[]) => people.meet(names),
    toJSON: () => ({}),
  });
}
