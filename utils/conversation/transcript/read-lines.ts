import { FORMATS, MARKS, type Format, type LineRule } from './format';
import type { Written } from './dates';

/** One message as it stands in a pasted text. */
export interface RawMessage extends Written {
  name: string;
  text: string;
}

interface Found {
  kind: LineRule['kind'];
  /** Lines that it took. */
  over: number;
  groups: Partial<Record<'name' | 'text' | 'date' | 'time', string>>;
}

/** A line that is longer than this begins no message with a date: only its beginning is looked at. */
const LOOKED_AT = 400;
const NOTICES = new RegExp(MARKS.notices.join('|'), 'iu');

/** A text in lines, without the marks that some apps put in for the direction of writing. */
export function linesOf(text: string): string[] {
  return text
    .replace(/\r\n?|[\u2028\u2029]/g, '\n')
    .replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]/g, '')
    .replace(/[\u00a0\u202f]/g, ' ')
    .split('\n');
}

/**
 * The format in which a text is written, or null when none fits. Bare lines with a name before a colon are
 * found in any chat, so that format is taken only when no other explains about as much.
 */
export function formatOf(lines: readonly string[]): Format | null {
  const counted = FORMATS.map((format) => ({ format, count: countMessages(format, lines) }));
  const plain = counted.find(({ format }) => format.id === 'plain')?.count ?? 0;
  const [best] = counted.filter(({ format }) => format.id !== 'plain').sort((a, b) => b.count - a.count);
  if (best && best.count > 0 && best.count * 2 >= plain) return best.format;
  return plain > 0 ? (FORMATS.find(({ id }) => id === 'plain') ?? null) : null;
}

function countMessages(format: Format, lines: readonly string[]): number {
  let count = 0;
  for (let i = 0; i < lines.length; i++) {
    const found = match(format, lines, i);
    if (found?.kind === 'message' || found?.kind === 'header') count += 1;
    i += (found?.over ?? 1) - 1;
  }
  return count;
}

/**
 * The messages of a text in one format. A line that begins no message belongs to the one above it.
 * @param notNames names that only look like one: their lines are words
 */
export function readLines(
  lines: readonly string[],
  format: Format,
  notNames: ReadonlySet<string> = new Set(),
): RawMessage[] {
  const messages: (Omit<RawMessage, 'text'> & { lines: string[] })[] = [];
  /** Who is speaking; null after a notice, since what follows it is nobody's. */
  let speaker: string | null = null;
  for (let i = 0; i < lines.length; i++) {
    const found = match(format, lines, i);
    const line = lines[i] ?? '';
    const name = found && nameIn(found);
    if (!found || (name !== null && notNames.has(name))) {
      if (speaker !== null) messages.at(-1)?.lines.push(line);
      continue;
    }
    i += found.over - 1;
    const { text = '', date, time } = found.groups;
    if (found.kind === 'drop') continue;
    if (found.kind === 'notice' || NOTICES.test(text)) {
      speaker = null;
      continue;
    }
    if (found.kind !== 'again') speaker = name;
    if (speaker === null || speaker === '') continue;
    const day = date ?? (found.kind === 'again' ? messages.at(-1)?.date : undefined);
    messages.push({ name: speaker, date: day, time, lines: [text] });
  }
  return messages.map(({ lines: own, ...rest }) => ({ ...rest, text: join(own) }));
}

function nameIn({ kind, groups }: Found): string | null {
  return kind === 'message' || kind === 'header'
    ? (groups.name ?? '')
        .replace(/^[~@\s]+/, '')
        .replace(/\s+/g, ' ')
        .trim()
    : null;
}

function join(lines: readonly string[]): string {
  return lines
    .map((line) => line.trimEnd())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}

function match({ lines: rules }: Format, lines: readonly string[], at: number): Found | null {
  const line = lines[at] ?? '';
  if (line.trim() === '') return null;
  for (const { kind, pattern, over } of rules) {
    const next = lines[at + 1];
    if (over === 2 && (next === undefined || next.length > LOOKED_AT)) continue;
    const whole = over === 2 ? `${line}\n${next ?? ''}` : line;
    const looked = whole.slice(0, LOOKED_AT);
    const groups = pattern.exec(looked)?.groups;
    if (!groups && !pattern.test(looked)) continue;
    const rest = whole.slice(LOOKED_AT);
    const text = groups?.text === undefined ? undefined : groups.text + rest;
    return { kind, over, groups: { ...groups, ...(text !== undefined && { text }) } };
  }
  return null;
}
