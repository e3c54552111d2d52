import { applyDelta } from '@/utils/conversation/merge';
import type { Message } from '@/utils/conversation/message';
import { locateAny, recognise } from '@/utils/sites/locate';
import { readPage } from '@/utils/sites/page-reader';
import { anyOf } from '@/utils/sites/query';
import { adaptersWith } from '@/utils/sites/registry';
import { createRowReader } from '@/utils/sites/row';
import { readNames } from '@/utils/sites/side';
import { Tracker } from '@/utils/sites/tracker';
import { UnmarkedRows } from '@/utils/sites/unmarked-rows';

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

function lineOf(message: Message): string {
  const { side, author = '-', text, attachments = [], edited, deleted, pending } = message;
  const files = attachments.map((kind) => `[${kind}]`).join('');
  const marks = [edited && ' (edited)', deleted && '(deleted)', pending && ' (sending)']
    .filter(Boolean)
    .join('');
  return `${side} ${author}: ${text}${files}${marks}`.trimEnd();
}

const reader: ReaderOnPage = {
  start(turnedOn) {
    readPage(document, adaptersWith(new Set(turnedOn)), {
      deltas(place, deltas) {
        ({ key, title } = place.conversation);
        ({ site } = place);
        status = 'reading';
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
    });
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
    const { adapter, container, list } = place;
    const breaks = anyOf(adapter.breaks);
    const rows = [...list.querySelectorAll(anyOf([...adapter.row, ...adapter.breaks]))];
    const read = createRowReader(adapter);
    const names = readNames(container, adapter);
    const unmarked = new UnmarkedRows(adapter);
    const facts = rows.map((row) => (breaks !== '' && row.matches(breaks) ? 'break' : read(row, names)));
    for (const row of facts) if (row !== 'break') unmarked.note(row);
    const view = facts.map((row) => (row === 'break' ? row : { ...row, side: unmarked.sideOf(row) }));
    const messages = new Tracker()
      .update(view, 0)
      .reduce<Message[]>((known, delta) => applyDelta(known, delta).messages, []);
    return { site: adapter.name, lines: messages.map(lineOf) };
  },
};

Object.assign(globalThis, { reader });
