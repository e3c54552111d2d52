import { applyDelta } from '@/utils/conversation/merge';
import type { Message } from '@/utils/conversation/message';
import type { Adapter } from '@/utils/sites/adapter';
import { createGuesser } from '@/utils/sites/detect/guesser';
import { readPage } from '@/utils/sites/page-reader';

/** What a page is read as while a test looks on: what the worker would hold, by conversation. */
export interface Followed {
  readonly conversations: ReadonlyMap<string, readonly Message[]>;
  /** Messages of the conversation in front. */
  readonly messages: readonly Message[];
  /** Site and title of the conversation in front, as the reader names them. */
  readonly site: string;
  readonly title: string;
  /** How the reading stands: `reading`, `guess`, or what the reader says stands in its way. */
  readonly status: string;
  readonly draft: string;
  /** Messages that were read since the conversation in front was opened, the last time. */
  readonly readAgain: number;
}

/** Reads on until the page is gone: by these adapters, else by guess. */
export function followPage(adapters: readonly Adapter[]): Followed {
  const conversations = new Map<string, Message[]>();
  const now = { key: '', site: '', title: '', status: '', draft: '', readAgain: 0 };
  readPage(
    document,
    adapters,
    {
      deltas({ conversation: { key, title }, site, isGuess }, deltas) {
        if (key !== now.key) now.readAgain = 0;
        Object.assign(now, { key, title, site, status: isGuess ? 'guess' : 'reading' });
        for (const delta of deltas) if (delta.kind !== 'removed') now.readAgain += delta.messages.length;
        for (const delta of deltas)
          conversations.set(key, applyDelta(conversations.get(key) ?? [], delta).messages);
      },
      status(status) {
        now.status = status;
      },
      draft(_, text) {
        now.draft = text;
      },
    },
    () => Promise.resolve(createGuesser),
  );
  return {
    conversations,
    get messages() {
      return conversations.get(now.key) ?? [];
    },
    get site() {
      return now.site;
    },
    get title() {
      return now.title;
    },
    get status() {
      return now.status;
    },
    get draft() {
      return now.draft;
    },
    get readAgain() {
      return now.readAgain;
    },
  };
}
