import { locateAny, recognise } from '@/utils/sites/locate';
import { adaptersWith } from '@/utils/sites/registry';
import { followPage, type Followed } from './follow-page';
import { lineOf, linesNow, readNow } from './read-now';

/** What a test sees of the reader: what the worker would hold, by conversation. */
export interface ReaderOnPage {
  /** Reads on until the page is gone. `turnedOn` are ids of experimental sites. */
  start(turnedOn: string[]): void;
  state(): { site: string; status: string; title: string; lines: string[]; times: (number | null)[] };
  conversations(): Record<string, string[]>;
  draft(): string;
  /** Messages read since the conversation in front was opened, the last time. */
  readAgain(): number;
  /** Reads what is in view at once, without waiting for changes. */
  now(turnedOn: string[]): { site: string; lines: string[] };
}

let followed: Followed | undefined;

const reader: ReaderOnPage = {
  start(turnedOn) {
    followed = followPage(adaptersWith(new Set(turnedOn)));
  },
  state() {
    const { site = '', status = '', title = '', messages = [] } = followed ?? {};
    const times = messages.map(({ at }) => at ?? null);
    return { site, status, title, lines: messages.map(lineOf), times };
  },
  conversations: () =>
    Object.fromEntries([...(followed?.conversations ?? [])].map(([name, read]) => [name, read.map(lineOf)])),
  draft: () => followed?.draft ?? '',
  readAgain: () => followed?.readAgain ?? 0,
  now(turnedOn) {
    const place = locateAny(document, recognise(document, adaptersWith(new Set(turnedOn))));
    if (!place) return { site: '', lines: [] };
    return { site: place.adapter.name, lines: linesNow(readNow(place)) };
  },
};

Object.assign(globalThis, { reader });
