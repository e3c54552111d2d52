import { z } from '../schema';
import wordsFile from './handoff.json';
import type { LookBack, Quote } from './look-back';

const wordsSchema = z.object({
  about: z.string(),
  title: z.string(),
  parts: z.object({
    told: z.string(),
    safety: z.string(),
    open: z.string(),
    done: z.string(),
    mine: z.string(),
  }),
  safetyLine: z.string(),
  blank: z.string(),
  foot: z.string(),
});
const WORDS = z.parse(wordsSchema, wordsFile);

/** What a note is made of. */
export interface NoteSource {
  messages: number;
  look: LookBack;
  /** Safety cues of the conversation, their method words masked. */
  safety: readonly Quote[];
  /** Takes names and numbers out; the same redactor for the whole note, so that names agree. */
  redact(text: string): string;
}

/**
 * A note for a colleague or supervisor, as plain text: quotes and blanks to fill in, no judgement of anybody.
 * Every quote is redacted.
 */
export function handoffNote({ messages, look, safety, redact }: NoteSource): string {
  const lines = (quotes: readonly Quote[]): string[] =>
    quotes.map(({ n, text }) => `- "${redact(text)}" (message ${String(n)})`);
  const told = [...look.opened, ...look.open].sort((a, b) => a.n - b.n);
  const parts: [string, string[]][] = [
    [
      WORDS.parts.safety,
      safety.map(({ n, text }) => `- ${fill(WORDS.safetyLine, { quote: redact(text), n: String(n) })}`),
    ],
    [WORDS.parts.told, lines(told)],
    [WORDS.parts.done, lines(look.opened)],
    [WORDS.parts.open, lines(look.open)],
    [WORDS.parts.mine, [`- ${WORDS.blank}`]],
  ];
  const body = parts
    .filter(([, content]) => content.length > 0)
    .map(([heading, content]) => `${heading}:\n${content.join('\n')}`);
  return [fill(WORDS.title, { messages: String(messages) }), ...body, WORDS.foot].join('\n\n');
}

/** Fills slots in one go, so that a quote with braces is never taken for a slot. */
function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{\{(\w+)\}\}/g, (slot, name: string) => values[name] ?? slot);
}
