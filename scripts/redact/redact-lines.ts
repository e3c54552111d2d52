import { createRedactor, type Redactor } from '@/utils/privacy/redact/redactor';
import { z } from '@/utils/schema';

const inputSchema = z.object({
  id: z.union([z.string(), z.number()]),
  text: z.string(),
  known: z.optional(z.array(z.string())),
  /** Lines that carry the same conversation share their placeholders; without it each line is its own. */
  conversation: z.optional(z.union([z.string(), z.number()])),
});

/** Conversations kept open at once; the one that was opened first is forgotten beyond it. */
const MOST_CONVERSATIONS = 1_000;

/** Why a line is no input, in words that name the field and never quote the text. */
function problem(value: unknown): string {
  const parsed = inputSchema.safeParse(value);
  const [issue] = parsed.success ? [] : parsed.error.issues;
  const field = issue?.path.join('.') ?? '';
  return field === ''
    ? 'A line must be a JSON object with "id" and "text".'
    : `"${field}" is missing or of another type.`;
}

/**
 * Redacts JSON lines one by one. The function it returns takes a line and its number (from 1) and gives
 * the line to print, or undefined for an empty one. It never throws: a bad line becomes an error line.
 */
export function createLineRedactor(): (line: string, number: number) => string | undefined {
  const conversations = new Map<string, Redactor>();

  const redactorOf = (conversation: string | number | undefined, known: readonly string[]): Redactor => {
    if (conversation === undefined) return createRedactor({ known });
    const key = JSON.stringify(conversation);
    const open = conversations.get(key);
    if (open !== undefined) {
      open.meet(known);
      return open;
    }
    const [oldest] = conversations.keys();
    if (conversations.size >= MOST_CONVERSATIONS && oldest !== undefined) conversations.delete(oldest);
    const redactor = createRedactor({ known });
    conversations.set(key, redactor);
    return redactor;
  };

  return (line, number) => {
    const json = line.replace(/^\uFEFF/, '');
    if (json.trim() === '') return undefined;
    let value: unknown;
    try {
      value = JSON.parse(json);
    } catch {
      return JSON.stringify({ line: number, error: 'This line is no JSON.' });
    }
    const input = inputSchema.safeParse(value);
    if (!input.success) return JSON.stringify({ line: number, error: problem(value) });
    const { id, text, known = [], conversation } = input.data;
    const { text: redacted, found } = redactorOf(conversation, known).redact(text);
    return JSON.stringify({
      id,
      redacted,
      found: found.map(({ kind, start, end, text: original }) => ({ kind, start, end, text: original })),
    });
  };
}
