// @vitest-environment happy-dom
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Delta } from '@/utils/conversation/delta';
import { applyDelta } from '@/utils/conversation/merge';
import { messagesIn } from '@/utils/conversation/messages-in';
import type { Message } from '@/utils/conversation/message';
import type { Adapter } from '@/utils/sites/adapter';
import { readList, type ListReader } from '@/utils/sites/list-reader';

const NOTHING: Adapter['side'] = {
  ...{ supporter: [{ css: '.own' }], client: [{ css: '.theirs' }], other: [], colleague: [], neither: [] },
  ...{ self: [], you: [], clientName: [], pair: [], asker: [], askerName: [], bubble: [] },
};
const ADAPTER: Adapter = {
  ...{ id: 'small', name: 'Small', state: 'read', recognise: { markup: [{ css: '.log' }] }, settle: 0 },
  ...{
    container: [{ css: 'main' }],
    list: [{ css: '.log' }],
    row: [{ css: '.row' }],
    breaks: [{ css: '.day' }],
  },
  ...{ key: [{ css: 'h2' }], title: [{ css: 'h2' }], messageId: [], side: NOTHING, followUp: [], author: [] },
  ...{ time: [], body: [{ css: 'p' }], quote: [], exclude: [], edited: [], deleted: [], pending: [] },
  ...{ attachments: [], composer: [] },
};

let read: Message[];
/** The most messages that came in one turn. */
let most: number;
let reader: ListReader | undefined;
let becomeQuiet: () => void;
let list: HTMLElement;

beforeEach(() => {
  document.body.innerHTML = '<main><h2>Sam</h2><div class="log"><div class="day">Today</div></div></main>';
  list = document.querySelector('.log') ?? document.body;
  [read, most] = [[], 0];
});
afterEach(() => reader?.stop());

function row(text: string, own = false): HTMLElement {
  const element = document.createElement('div');
  element.className = `row ${own ? 'own' : 'theirs'}`;
  element.dataset.id = text;
  element.innerHTML = `<p>${text}</p>`;
  return element;
}

const rows = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => row(`words ${String(from + n)}`, n % 3 === 0));
const words = (from: number, to: number) =>
  Array.from({ length: to - from }, (_, n) => `words ${String(from + n)}`);

function start(adapter = ADAPTER): Promise<void> {
  const container = document.querySelector('main') ?? document.body;
  const place = { adapter, container, list, conversation: { key: 'sam', title: 'Sam' } };
  const take = (deltas: Delta[]) => {
    for (const delta of deltas) read = applyDelta(read, delta).messages;
    most = Math.max(most, deltas.flatMap(messagesIn).length);
  };
  const quiet = nextQuiet();
  reader = readList(place, take, () => {
    becomeQuiet();
  });
  return quiet;
}

/** Resolves when there is nothing more to read. */
function nextQuiet(): Promise<void> {
  return new Promise((resolve) => {
    becomeQuiet = resolve;
  });
}

const texts = () => read.map(({ text }) => text);

test('a long history is read in turns, above what is there and below it, and each row once', async () => {
  // Each look at the clock takes its time, however fast the machine is.
  let now = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => (now += 0.05));
  list.append(...rows(500, 510));
  await start();
  expect(texts()).toEqual(words(500, 510));
  let quiet = nextQuiet();
  list.append(...rows(510, 1_000));
  await quiet;
  expect(texts()).toEqual(words(500, 1_000));
  quiet = nextQuiet();
  // The date stays above: what is older comes between it and the rest.
  list.firstElementChild?.after(...rows(0, 500));
  await quiet;
  expect(texts()).toEqual(words(0, 1_000));
  expect(read.map(({ side }) => side).slice(0, 3)).toEqual(['supporter', 'client', 'client']);
  expect(most).toBeLessThan(400);
});

test('when everything changes at once, nothing that was read before is trusted', async () => {
  list.append(...rows(0, 700));
  await start({ ...ADAPTER, messageId: [{ attr: 'data-id' }] });
  for (const body of list.querySelectorAll('p')) {
    body.textContent = `now ${body.textContent}`;
    for (const name of ['lang', 'dir', 'title', 'id', 'role', 'slot', 'part', 'hidden'])
      body.toggleAttribute(name, name !== 'hidden');
  }
  await expect.poll(() => texts().at(0), { timeout: 10_000 }).toBe('now words 0');
  expect(texts()).toEqual(words(0, 700).map((text) => `now ${text}`));
});

test('the same words said again are another message, and a row drawn anew is not', async () => {
  list.append(row('are you there'), row('yes', true), row('good'));
  await start();
  let quiet = nextQuiet();
  list.append(row('yes', true));
  await quiet;
  expect(texts()).toEqual(['are you there', 'yes', 'good', 'yes']);
  quiet = nextQuiet();
  list.lastElementChild?.replaceWith(row('yes', true));
  list.append(row('yes', true));
  await quiet;
  expect(texts()).toEqual(['are you there', 'yes', 'good', 'yes', 'yes']);
});

test('what is learnt of sides later is told of rows already read, which are not looked for again', async () => {
  const side = { ...NOTHING, client: [], pair: [{ css: 'h2' }] };
  list.append(...rows(0, 3).map((one) => Object.assign(one, { className: 'row' })));
  await start({ ...ADAPTER, side, messageId: [{ attr: 'data-id' }] });
  expect(read.map((one) => one.side)).toEqual(['unknown', 'unknown', 'unknown']);
  const looks = vi.spyOn(list, 'querySelectorAll');
  const quiet = nextQuiet();
  list.append(row('words 3', true));
  await quiet;
  expect(read.map((one) => one.side)).toEqual(['client', 'client', 'client', 'supporter']);
  expect(looks).not.toHaveBeenCalled();
});
