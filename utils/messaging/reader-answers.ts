import type { Adapter } from '../sites/adapter';

/**
 * What the worker says to a reader. It is parsed by hand, since the schema library would be most of what a
 * host page has to load.
 */

/** Port that a reader in a frame holds open while it reads: its end tells that the frame is gone. */
export const FRAME_PORT = 'frame';

/** The worker's answer to a message: go on, send a new snapshot, stop for now, or stop for good. */
export const READER_REPLIES = ['ok', 'resync', 'pause', 'stop'] as const;
export type ReaderReply = (typeof READER_REPLIES)[number];

/** What the worker tells a reader unasked; `renew`: begin anew, since what the person chose for the page changed. */
export const READER_COMMANDS = ['pause', 'resume', 'stop', 'resync', 'renew'] as const;
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

/** What the person chose for a page, as the worker tells a reader that says hello. */
export interface Welcome {
  /** Ids of experimental sites that are turned on. */
  experimental: readonly string[];
  /** What the person taught of this site, or accepted; the worker has checked it. */
  taught: readonly TaughtSite[];
}

export interface TaughtSite {
  adapter: Adapter;
  /** It goes before what Sidelight knows of the site. */
  instead: boolean;
}

/** What the worker answers to a hello; null when it is something else. */
export function parseWelcome(message: unknown): Welcome | null {
  if (!isRecord(message) || !isRecord(message.welcome)) return null;
  const { experimental, taught } = message.welcome;
  if (!Array.isArray(experimental) || !Array.isArray(taught)) return null;
  return {
    experimental: experimental.filter((id) => typeof id === 'string'),
    taught: taught as readonly TaughtSite[],
  };
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
