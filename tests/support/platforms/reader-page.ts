import { applyDelta } from '@/utils/conversation/merge';
import type { Message } from '@/utils/conversation/message';
import { locateAny, recognise } from '@/utils/sites/locate';
import { createGuesser } from '@/utils/sites/detect/guesser';
import { readPage } from '@/utils/sites/page-reader';
import { adaptersWith } from '@/utils/sites/registry';
import { lineOf, linesNow, readNow } from './read-now';

/** What a test sees of the reader: what the worker would hold, by conversation. */
export interface ReaderOnPage {
  /** Reads on until the page is gone. `turnedOn` are ids of experimental sites. */
  start(turnedOn: string[]): void;
  state(): { site: string; status: string; title: string; lines: string[]; times: (number | null)[] };
  conversations(): Record<string, string[]>;
  draft(): string;
  /** Reads what is in view at once, without waiting for changes. */
  now(turnedOn: string[]): { site: string; lines: string[] };
}

const conversations = new Map<string, Message[]>();
let site = '';
let status = '';
let key = '';
let title = '';
let draft = '';

const reader: ReaderOnPage = {
  start(turnedOn) {
    readPage(
      document,
      adaptersWith(new Set(turnedOn)),
      {
        deltas(place, deltas) {
          ({ key, title } = place.conversation);
          ({ site } = place);
          status = place.isGuess ? 'guess' : 'reading';
          for (const delta of deltas) {
            conversations.set(key, applyDelta(conversations.get(key) ?? [], delta).messages);
          }
        },
        status(now) {
          status = now;
        },
        draft(_, text) {
          draft = text;
        },
      },
      () => Promise.resolve(createGuesser),
    );
  },
  state() {
    const messages = conversations.get(key) ?? [];
    const times = messages.map(({ at }) => at ?? null);
    return { site, status, title, lines: messages.map(lineOf), times };
  },
  conversations: () =>
    Object.fromEntries([...conversations].map(([name, messages]) => [name, messages.map(lineOf)])),
  draft: () => draft,
  now(turnedOn) {
    const place = locateAny(document, recognise(document, adaptersWith(new Set(turnedOn))));
    if (!place) return { site: '', lines: [] };
    return { site: place.adapter.name, lines: linesNow(readNow(place)) };
  },
};

Object.assign(globalThis, { reader });
