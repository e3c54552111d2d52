import { readList } from '@/utils/sites/list-reader';
import { locate } from '@/utils/sites/locate';
import { ADAPTERS } from '@/utils/sites/registry';

/** What runs in the benchmark's page: a list that grows, and who watches it. */
export interface ReaderBench {
  fill(rows: number): void;
  watch(who: 'nobody' | 'bare' | 'rescan' | 'sidelight'): void;
  /** Adds messages one by one and waits after each until the page has rested. */
  add(messages: number): Promise<void>;
  /** Milliseconds of the longest task since the page was filled; 0 when none took 50 or more. */
  longestTask(): number;
  /** What the watcher has seen so far, so that its work cannot be left out. */
  read(): number;
}

let next = 0;
let seen = 0;
let longest = 0;

new PerformanceObserver((list) => {
  for (const { duration } of list.getEntries()) longest = Math.max(longest, duration);
}).observe({ type: 'longtask' });

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
      '<converse-root><converse-chat jid="sam@bench"><div class="chatbox-title__text">Sam</div>' +
      '<converse-message-history></converse-message-history></converse-chat></converse-root>';
    const list = document.querySelector('converse-message-history');
    for (let i = 0; list && i < rows; i++) addRow(list);
    seen = 0;
  },
  watch(who) {
    longest = 0;
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
      readList(
        place,
        (deltas) => {
          seen += deltas.length;
        },
        () => undefined,
      );
    }
  },
  async add(messages) {
    const list = document.querySelector('converse-message-history');
    for (let i = 0; list && i < messages; i++) {
      addRow(list);
      await new Promise((resolve) => setTimeout(resolve, 40));
    }
  },
  longestTask: () => longest,
  read: () => seen,
};

Object.assign(globalThis, { bench });
