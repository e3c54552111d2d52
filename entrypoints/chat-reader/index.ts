import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { browser } from 'wxt/browser';
import {
  FRAME_PORT,
  parseCommand,
  parseReply,
  parseWelcome,
  type Welcome,
} from '@/utils/messaging/reader-answers';
import { createReaderLink } from '@/utils/messaging/reader-link';
import type { Adapter } from '@/utils/sites/adapter';
import { readPage, type PageReader, type ReaderOutput } from '@/utils/sites/page-reader';
import type { MakeGuesser } from '@/utils/sites/place-finder';
import { adaptersWith } from '@/utils/sites/registry';

const NO_CHOICES: Welcome = { experimental: [], taught: [] };

/** Where this isolated world keeps its one reader, so that a second injection takes over from the first. */
const world = globalThis as {
  sidelightReader?: { close(): void };
  /** Called by the script that holds the guesser, once it was put beside. */
  sidelightGuess?: (make: MakeGuesser) => void;
};

/**
 * Runs in the host page, in the extension's own world, and only reads. It is an unlisted script, injected
 * on allowed sites alone: the framework's content scripts announce themselves with an event in the page.
 */
export default defineUnlistedScript(() => {
  world.sidelightReader?.close();
  let page: PageReader | null = null;
  /** Numbers the starts, so that one overtaken by another does nothing. */
  let starts = 0;
  let port: ReturnType<typeof browser.runtime.connect> | null = null;

  const link = createReaderLink({
    send: (message) => browser.runtime.sendMessage(message),
    isAlive: () => browser.runtime?.id !== undefined,
    newSession,
    onResync: () => (page ? page.restart() : start()),
    onPause: pause,
    onStop: close,
  });

  /** Begins to read, once the worker has said what the person chose for this page. */
  function start(): void {
    page?.stop();
    page = null;
    const mine = ++starts;
    void greet().then((welcome) => {
      if (mine !== starts || welcome === null) return;
      const output: ReaderOutput = {
        deltas(place, deltas, health) {
          holdPort();
          for (const delta of deltas) link.delta(place, delta, health);
        },
        status: (status, health, more) => link.status(status, health, more),
        draft: (key, text) => link.draft(key, text),
      };
      page = readPage(document, adaptersFor(welcome), output, loadGuesser);
    });
  }

  /** Null when this page is not to be read. Without a word from the worker, the sites that need no choice are. */
  async function greet(): Promise<Welcome | null> {
    try {
      const answer: unknown = await browser.runtime.sendMessage({ kind: 'hello', session: newSession() });
      if (parseReply(answer) === 'stop') close();
      return parseReply(answer) === 'ok' ? (parseWelcome(answer) ?? NO_CHOICES) : null;
    } catch {
      return NO_CHOICES;
    }
  }

  /** Only the worker can put another script into this world; without it the page is not guessed. */
  function loadGuesser(): Promise<MakeGuesser> {
    return new Promise((resolve) => {
      world.sidelightGuess = resolve;
      browser.runtime.sendMessage({ kind: 'guess', session: newSession() }).catch(() => undefined);
    });
  }

  /** While a frame is read, its end shows in the end of this port. */
  function holdPort(): void {
    if (window === window.top || port) return;
    try {
      port = browser.runtime.connect({ name: FRAME_PORT });
      port.onDisconnect.addListener(() => {
        port = null;
      });
    } catch {
      // The extension is gone; the link says so.
    }
  }

  function pause(): void {
    starts += 1;
    page?.stop();
    page = null;
  }

  function close(): void {
    pause();
    port?.disconnect();
    link.close();
    browser.runtime?.onMessage?.removeListener(onCommand);
  }

  function onCommand(message: unknown): void {
    const command = parseCommand(message);
    if (command === null) return;
    link.renew();
    if (command === 'stop') close();
    else if (command === 'pause') pause();
    else if (command === 'renew') start();
    else if (page) page.restart();
    else start();
  }

  browser.runtime.onMessage.addListener(onCommand);
  world.sidelightReader = { close };
  start();
});

/** Sites in the order in which they are tried: what was taught goes last, unless it was meant to go first. */
function adaptersFor({ experimental, taught }: Welcome): Adapter[] {
  const known = adaptersWith(new Set(experimental));
  const of = (first: boolean) =>
    taught.filter(({ instead }) => instead === first).map(({ adapter }) => adapter);
  return [...of(true), ...known, ...of(false)];
}

/** `crypto.randomUUID` is missing on plain http pages. */
function newSession(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((word) => word.toString(36)).join('');
}
