import { fold } from './fold';
import { findAll } from './find-all';
import { createLedger } from './ledger';
import { createAcquaintance } from './acquaintance';
import { spellings, type Spelling } from './placeholder';
import { MASK } from './scan';
import type { Candidate, Found } from './kinds';

/** A text as it may leave the device, and what was taken out of it (in the order of the text). */
export interface Redaction {
  readonly text: string;
  readonly found: readonly Found[];
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
  /**
   * Messages of the conversation in their order. Read first, so that a name introduced late is known in what
   * was said before, and placeholders count in the order of the conversation. Only the last 100 are read.
   */
  conversation?: readonly string[];
}

/** Texts whose redaction is kept at hand: more than a prompt holds. */
const MOST_SEEN = 100;

/** The same text, at the same offsets, with what a person wrote like a placeholder hidden from every rule. */
function hide(text: string, literals: readonly Spelling[]): string {
  let hidden = '';
  let from = 0;
  for (const { start, end } of literals) {
    hidden += text.slice(from, start) + MASK.repeat(end - start);
    from = end;
  }
  return hidden + text.slice(from);
}

/** A redactor for one conversation. Its map lives in memory and goes with it. Never throws on any text. */
export function createRedactor({ known, conversation = [] }: RedactorOptions): Redactor {
  const ledger = createLedger();
  const people = createAcquaintance(known);

  const redactAnew = (text: string): Redaction => {
    const literals = spellings(text);
    const folded = fold(hide(text, literals));
    // What a person wrote like a placeholder stays, unless that one is in use: then it is taken out too.
    const escaped = literals.filter((literal) => !ledger.reserve(literal));
    const spans: Candidate[] = [
      ...escaped.map(({ start, end }) => ({ kind: 'literal' as const, start, end })),
      ...findAll(folded.text, people).map((span) => ({ ...span, ...folded.source(span.start, span.end) })),
    ];
    spans.sort((one, other) => one.start - other.start);
    const found: Found[] = [];
    let redacted = '';
    let from = 0;
    for (const { kind, start, end, key } of spans) {
      // Two spans can share a character that folds to several.
      if (start < from) continue;
      const original = text.slice(start, end);
      const placeholder = ledger.issue(
        kind,
        kind === 'name' ? people.identify(original) : (key ?? original),
        original,
      );
      found.push({ kind, start, end, text: original, placeholder });
      redacted += text.slice(from, start) + placeholder;
      from = end;
    }
    return { text: redacted + text.slice(from), found };
  };

  // A prompt is built from the same last turns again and again; only a new name can change what is found in them.
  const seen = new Map<string, { redaction: Redaction; known: number }>();
  const redact = (text: string): Redaction => {
    const before = seen.get(text);
    if (before !== undefined && before.known === people.size()) return before.redaction;
    const redaction = redactAnew(text);
    seen.delete(text);
    seen.set(text, { redaction, known: people.size() });
    const [oldest] = seen.keys();
    if (seen.size > MOST_SEEN && oldest !== undefined) seen.delete(oldest);
    return redaction;
  };

  for (const text of conversation.slice(-MOST_SEEN)) redact(text);

  return Object.freeze({
    redact,
    restore: (text: string) => ledger.restore(text),
    meet: (names: readonly string[]) => people.meet(names),
    toJSON: () => ({}),
  });
}
