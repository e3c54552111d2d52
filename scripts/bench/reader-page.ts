import { createGuesser } from '@/utils/sites/detect/guesser';
import { readList } from '@/utils/sites/list-reader';
import { locate } from '@/utils/sites/locate';
import { ADAPTERS } from '@/utils/sites/registry';

/** What runs in the benchmark's page: a list that grows, and who watches it. */
export interface ReaderBench {
  fill(rows: number): void;
  watch(who: 'nobody' | 'bare' | 'rescan' | 'sidelight'): void;
  /** Adds messages at once, as when a conversation is opened or older ones are loaded. */
  load(messages: number): void;
  /** Passes messages through a list that keeps the newest 200. */
  stream(messages: number): Promise<void>;
  /** Looks at this page as at one that nobody described, in the turns in which the guesser does it. */
  look(): Promise<void>;
  /** Fills the page with boxes in boxes, as many elements as asked for, and a short chat among them. */
  fillUnknown(elements: number): void;
  /** Adds messages one by one and waits after each until the page has rested. */
  add(messages: number): Promise<void>;
  /** Waits until the watcher has read all that there is. */
  settled(): Promise<void>;
  /** What the watcher has seen so far, so that its work cannot be left out. */
  read(): number;
}

/** Rows that a list keeps which lets the older ones go. */
const KEPT = 200;

let next = 0;
let seen = 0;
let isQuiet = true;

const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

function addRow(list: Element): void {
  const id = `bench-${next++}`;
  const side = next % 3 === 0 ? 'me' : 'them';
  const holder = document.createElement('converse-chat-message');
  holder.innerHTML = `<div class="message chat-msg chat" data-msgid="${id}" data-isodate="2026-11-20T10:00:00.000Z">
    <div class="chat-msg__content chat-msg__content--${side}"><span class="chat-msg__heading">
    <span class="chat-msg__author">${side}</span></span><div class="chat-msg__body"><div class="chat-msg__message">
    <converse-chat-message-body class="chat-msg__text" text="message number ${next} about how the week went"
    >message number ${next} about how the week went</converse-chat-message-body></div></div></div></div>`;
  list.append(holder);
}

const bench: ReaderBench = {
  fill(rows) {
    document.body.innerHTML =
      // As the site has it: else every row more makes the browser lay out all of them again.
      '<style>converse-message-history, converse-chat-message { display: block }</style>' +
      '<converse-root><converse-chat jid="sam@bench"><div class="chatbox-title__text">Sam</div>' +
      '<converse-message-history></converse-message-history></converse-chat></converse-root>';
    const list = document.querySelector('converse-message-history');
    for (let i = 0; list && i < rows; i++) addRow(list);
    list?.getBoundingClientRect();
    seen = 0;
  },
  watch(who) {
    const list = document.querySelector('converse-message-history');
    const adapter = ADAPTERS.find(({ id }) => id === 'converse');
    const place = adapter && locate(document, adapter);
    if (!list || !place) throw new Error('the page of the benchmark is not recognised');
    if (who === 'bare') {
      new MutationObserver((records) => {
        for (const { addedNodes } of records)
          for (const node of addedNodes) seen += node.textContent?.length ?? 0;
      }).observe(list, { childList: true, subtree: true, characterData: true, attributes: true });
    }
    if (who === 'rescan') {
      new MutationObserver(() => {
        for (const row of list.querySelectorAll('.chat-msg')) seen += row.textContent.length;
      }).observe(list, { childList: true, subtree: true, characterData: true, attributes: true });
    }
    if (who === 'sidelight') {
      isQuiet = false;
      readList(
        place,
        (deltas) => {
          seen += deltas.length;
          isQuiet = false;
        },
        () => {
          isQuiet = true;
        },
      );
    }
  },
  async add(messages) {
    const list = document.querySelector('converse-message-history');
    for (let i = 0; list && i < messages; i++) {
      addRow(list);
      await pause(40);
    }
  },
  async settled() {
    // What was just added is noticed a moment later.
    do await pause(300);
    while (!isQuiet);
  },
  load(messages) {
    const list = document.querySelector('converse-message-history');
    const holder = document.createDocumentFragment();
    const fresh = document.createElement('div');
    for (let i = 0; i < messages; i++) addRow(fresh);
    holder.append(...fresh.children);
    list?.append(holder);
    // To lay them out is the page's own work, whoever watches.
    list?.getBoundingClientRect();
  },
  async stream(messages) {
    const list = document.querySelector('converse-message-history');
    for (let i = 0; list && i < messages; i++) {
      addRow(list);
      while (list.childElementCount > KEPT) list.firstElementChild?.remove();
      if (i % 50 === 49) await pause(30);
    }
  },
  look() {
    return new Promise((resolve) => createGuesser(document, resolve).look());
  },
  fillUnknown(elements) {
    const item =
      '<div class="box"><h3>Heading</h3><p>Some words about a thing <a href="#">and a link</a></p></div>';
    document.body.innerHTML = `${`<section>${item.repeat(20)}</section>`.repeat(Math.ceil(elements / 81))}
      <ul>${'<li class="line"><b>Maya</b><p>words of a message, some of them</p></li>'.repeat(30)}</ul><textarea></textarea>`;
    document.body.getBoundingClientRect();
  },
  read: () => seen,
};

Object.assign(globalThis, { bench });
