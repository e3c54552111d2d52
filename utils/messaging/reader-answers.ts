/**
 * What the worker says to a reader. It is parsed by hand, since the schema library would be most of what a
 * host page has to load.
 */

/** The worker's answer to a message: go on, send a new snapshot, stop for now, or stop for good. */
export const READER_REPLIES = ['ok', 'resync', 'pause', 'stop'] as const;
export type ReaderReply = (typeof READER_REPLIES)[number];

/** What the worker tells a reader unasked. */
export const READER_COMMANDS = ['pause', 'resume', 'stop', 'resync'] as const;
export type ReaderCommand = (typeof READER_COMMANDS)[number];

/** Null for anything that is not a reply. */
export function parseReply(message: unknown): ReaderReply | null {
  return READER_REPLIES.find((reply) => isRecord(message) && message.reply === reply) ?? null;
}

/** Null for anything that is not a command to a reader. */
export function parseCommand(message: unknown): ReaderCommand | null {
  if (!isRecord(message) || message.kind !== 'reader') return null;
  return READER_COMMANDS.find((command) => message.command === command) ?? null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
