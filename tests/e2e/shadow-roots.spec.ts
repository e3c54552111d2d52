import type { Page } from '@playwright/test';
import { bundle } from '@/scripts/bench/bundle';
import type { GuessOnPage } from '../support/platforms/guess-page';
import type { TeachOnPage } from '../support/platforms/teach-page';
import { expect, test } from '../support/platforms/platform-page';

/** Where the rows of a page stand, and where their words do. Each is a way in which sites build with shadow roots. */
const SHAPES = {
  'rows in the root of the list': {
    page: '<chat-log>#[<style>b { color: red }</style>]</chat-log>',
    list: ['chat-log', ''],
    row: (side: string, words: string, id: number) =>
      `<div class="row ${side}" data-id="m-${id}"><span class="name">${side === 'own' ? 'Theo' : 'Nadia'}</span><p class="said">${words}</p></div>`,
  },
  'each row in a root of its own': {
    page: '<main><section class="log" role="log"></section><textarea></textarea></main>',
    list: ['.log'],
    row: (side: string, words: string, id: number) =>
      `<chat-row data-id="m-${id}">#[<div class="row ${side}"><span class="name">${side === 'own' ? 'Theo' : 'Nadia'}</span><p class="said">${words}</p></div>]</chat-row>`,
  },
  'words three roots deep, beside a slot': {
    page: '<chat-app>#[<main><chat-list>#[<div class="log"></div>]</chat-list></main><chat-box>#[<textarea></textarea>]</chat-box>]</chat-app>',
    list: ['chat-app', 'chat-list', '.log'],
    row: (side: string, words: string, id: number) =>
      `<chat-row data-id="m-${id}" class="${side}">#[<header><slot></slot></header><chat-words>#[<p class="said">${words}</p>]</chat-words>]<span class="name">${side === 'own' ? 'Theo' : 'Nadia'}</span></chat-row>`,
  },
};
type Shape = keyof typeof SHAPES;

const TALK: [string, string][] = [
  ['other', 'Hey, are you still around?'],
  ['other', 'I could not get out of bed today'],
  ['own', 'I am here, Nadia. That sounds like a heavy morning.'],
  ['other', 'Everybody at work thinks I am lazy'],
  ['own', 'And you know that there is more to it than that.'],
  ['other', 'yes, and nobody notices'],
];
const SAID = TALK.map(([side, words]) => `${side === 'own' ? 'supporter' : 'client'} ${words}`);

interface Built {
  add(html: string): void;
  change(row: number, words: string): void;
  remove(row: number): void;
}
type World = { built: Built; guesser: GuessOnPage; teaching: TeachOnPage };

/** Builds a page in which `#[…]` is the shadow root of what it stands in. */
async function build(page: Page, { page: html, list, row }: (typeof SHAPES)[Shape]): Promise<void> {
  await page.route('**/*', (route) =>
    route.fulfill({ body: '<!doctype html><title>Chat</title><body>', contentType: 'text/html' }),
  );
  await page.goto('https://chat.example.net/c/nadia-47110815');
  await page.evaluate(
    ([shell, way, rows]) => {
      const make = (text: string) => {
        const holder = document.createElement('template');
        holder.innerHTML = text
          .replaceAll('#[', '<template shadowrootmode="open">')
          .replaceAll(']<', '</template><');
        const give = (content: DocumentFragment): void => {
          for (const template of content.querySelectorAll('template')) {
            const root = template.parentElement?.attachShadow({ mode: 'open' });
            give(template.content);
            root?.append(template.content);
            template.remove();
          }
        };
        give(holder.content);
        return holder.content;
      };
      document.body.append(make(`<h2>Nadia</h2>${shell}`));
      const root = way.reduce<Element | Document | ShadowRoot>((scope, part) => {
        const inside = scope instanceof Element ? (scope.shadowRoot ?? scope) : scope;
        return part === '' ? inside : (inside.querySelector(part) ?? inside);
      }, document);
      const shown = () => [...root.children].filter((one) => one.localName !== 'style');
      const words = (scope: Element | ShadowRoot): Element | null =>
        scope.querySelector('.said') ??
        [scope, ...scope.querySelectorAll('*')]
          .flatMap((one) => (one instanceof Element && one.shadowRoot ? (words(one.shadowRoot) ?? []) : []))
          .at(0) ??
        null;
      const built: Built = {
        add: (text) => root.append(make(text)),
        change: (n, text) => {
          const said = shown()[n] && words(shown()[n] as Element);
          if (said) said.textContent = text;
        },
        remove: (n) => shown()[n]?.remove(),
      };
      Object.assign(globalThis, { built });
      for (const text of rows) built.add(text);
    },
    [html, list, TALK.map(([side, words], n) => row(side, words, n * 7))] as const,
  );
}

const inPage = <T>(page: Page, ask: (world: World) => T): Promise<T> =>
  page.evaluate(`(${ask.toString()})(globalThis)`);
/** Sides and words. */
const told = (lines: readonly string[]) => lines.map((line) => line.replace(/^(\S+) .*?: /, '$1 '));

for (const shape of Object.keys(SHAPES) as Shape[]) {
  const { row } = SHAPES[shape];

  test(`${shape}: read by guess, with sides, and followed`, async ({ page }) => {
    await build(page, SHAPES[shape]);
    await page.evaluate(await bundle('tests/support/platforms/guess-page.ts'));
    await inPage(page, ({ guesser }) => {
      guesser.follow();
    });
    const lines = async () => told(await inPage(page, ({ guesser }) => guesser.lines()));
    await expect.poll(lines, { timeout: 6_000 }).toEqual(SAID);
    await page.evaluate(
      ([html]) => {
        (globalThis as unknown as World).built.add(html);
      },
      [row('other', 'thank you for asking', 61)] as const,
    );
    await expect.poll(lines).toEqual([...SAID, 'client thank you for asking']);
    await inPage(page, ({ built }) => {
      built.change(5, 'yes, and nobody ever notices');
      built.remove(4);
    });
    await expect
      .poll(lines)
      .toEqual([...SAID.slice(0, 4), 'client yes, and nobody ever notices', 'client thank you for asking']);
  });

  test(`${shape}: taught from two clicks`, async ({ page }) => {
    await build(page, SHAPES[shape]);
    await page.evaluate(await bundle('tests/support/platforms/teach-page.ts'));
    const problem = await inPage(page, ({ teaching }) =>
      teaching.fromWords('Hey, are you still around?', 'I am here, Nadia. That sounds like a heavy morning.'),
    );
    expect(problem).toBe('');
    const lines = async () => told(await inPage(page, ({ teaching }) => teaching.lines()));
    await expect.poll(lines).toEqual(SAID);
    await page.evaluate(
      ([html]) => {
        (globalThis as unknown as World).built.add(html);
      },
      [row('own', 'I am glad that you told me.', 62)] as const,
    );
    await expect.poll(lines).toEqual([...SAID, 'supporter I am glad that you told me.']);
  });
}
