import { MAX_MESSAGES, MAX_NAME, MAX_TEXT } from '../limits';
import { type Attachment, attachmentSchema, type Message, type Side } from '../message';
import { momentsOf } from './dates';
import { MARKS } from './format';
import { formatOf, linesOf, readLines, type RawMessage } from './read-lines';

/** Longest text that may be pasted, in UTF-16 units: a year of a lively conversation. */
export const MAX_PASTE = 2_000_000;

/** Somebody who speaks in a pasted conversation. */
export interface PastedName {
  name: string;
  count: number;
  /** The first words of theirs. */
  sample: string;
}

/** A pasted conversation. Who is who is not known yet. */
export interface Transcript {
  /** Id and name of its format. */
  format: { id: string; name: string };
  messages: readonly PastedMessage[];
  /** Those who speak, the most frequent first. */
  names: readonly PastedName[];
  /** Older messages that were left out because there are too many. */
  leftOut: number;
  /** There are dates, but whether day or month comes first cannot be told: no message has a time. */
  unclearDates: boolean;
}

export type PastedMessage = Omit<Message, 'id' | 'side'> & { author: string };

/**
 * Reads a pasted conversation; null when it is written in no way that is understood, or holds no message.
 * @param notNames what only looks like the name of a speaker
 */
export function readTranscript(text: string, notNames: ReadonlySet<string> = new Set()): Transcript | null {
  const lines = linesOf(text.slice(0, MAX_PASTE));
  const format = formatOf(lines);
  if (!format) return null;
  const raw = readLines(lines, format, notNames);
  if (raw.length === 0) return null;
  const moments = momentsOf(raw);
  const messages = raw.map((message, i) => toPasted(message, moments[i]));
  return {
    format: { id: format.id, name: format.name },
    messages: messages.slice(-MAX_MESSAGES),
    names: namesIn(messages),
    leftOut: Math.max(0, messages.length - MAX_MESSAGES),
    unclearDates: raw.some(({ date }) => date !== undefined) && moments.every((at) => at === undefined),
  };
}

/** The name by which an app calls the person whose copy this is, where it does. */
export function ownName(names: readonly PastedName[]): string | null {
  return names.find(({ name }) => MARKS.you.includes(name.toLowerCase()))?.name ?? null;
}

/** The messages with their sides; names that have none stay unknown. */
export function withSides(
  { messages }: Pick<Transcript, 'messages'>,
  sides: ReadonlyMap<string, Side>,
): Message[] {
  return messages.map((message, i) => ({
    id: `pasted-${String(i + 1)}`,
    side: sides.get(message.author) ?? 'unknown',
    ...message,
  }));
}

function toPasted({ name, text }: RawMessage, at: number | undefined): PastedMessage {
  const [first = '', ...others] = text.split('\n');
  const kind = attachmentIn(first);
  const plain = stripped(first);
  const deleted = MARKS.deleted.includes(plain);
  const words = deleted ? '' : kind === null ? text : others.join('\n').trim();
  const ending = MARKS.edited.find((mark) => words.toLowerCase().endsWith(mark));
  const full = ending === undefined ? words : words.slice(0, -ending.length).trimEnd();
  return {
    author: name.slice(0, MAX_NAME),
    text: full.slice(0, MAX_TEXT),
    ...(at !== undefined && { at }),
    ...(full.length > MAX_TEXT && { cut: true }),
    ...(ending !== undefined && { edited: true }),
    ...(deleted && { deleted: true }),
    ...(kind !== null && { attachments: [kind] }),
  };
}

function stripped(line: string): string {
  return line
    .trim()
    .toLowerCase()
    .replace(/^[<[( ]+|[>\]) .]+$/g, '');
}

/** The kind of what a line stands for, when it says that something other than words was sent. */
function attachmentIn(line: string): Attachment | null {
  const file = /^<?(?:attached: )?[^\n]{0,200}?\.(\w{2,5})(?:>| \(file attached\))$/i.exec(line.trim());
  if (file) {
    const ending = file[1]?.toLowerCase() ?? '';
    return attachmentSchema.options.find((kind) => MARKS.endings[kind]?.includes(ending)) ?? 'file';
  }
  // A bare word may well be a word; in brackets, or with "omitted", it stands for something.
  if (!/^[<[(]|omit|omis|weggela|absente|ausgeschl|oculta/i.test(line.trim())) return null;
  const plain = stripped(line);
  return attachmentSchema.options.find((kind) => MARKS.attachments[kind].includes(plain)) ?? null;
}

function namesIn(messages: readonly PastedMessage[]): PastedName[] {
  const names = new Map<string, PastedName>();
  for (const { author, text } of messages) {
    const known = names.get(author);
    if (known) known.count += 1;
    else names.set(author, { name: author, count: 1, sample: text.slice(0, 80) });
  }
  return [...names.values()].sort((a, b) => b.count - a.count);
}
