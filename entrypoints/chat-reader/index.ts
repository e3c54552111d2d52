import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { browser } from 'wxt/browser';
import { parseCommand } from '@/utils/messaging/reader-answers';
import { createReaderLink } from '@/utils/messaging/reader-link';
import { readPage, type PageReader } from '@/utils/sites/page-reader';
import { ADAPTERS } from '@/utils/sites/registry';

/** Where this isolated world keeps its one reader, so that a second injection takes over from the first. */
const world = globalThis as { sidelightReader?: { close(): void } };

/**
 * Runs in the host page, in the extension's own world, and only reads. It is an unlisted script, injected
 * on allowed sites alone: the framework's content scripts announce themselves with an event in the page.
 */
export default defineUnlistedScript(() => {
  world.sidelightReader?.close();
  let page: PageReader | null = null;

  const link = createReaderLink({
    send: (message) => browser.runtime.sendMessage(message),
    isAlive: () => browser.runtime?.id !== undefined,
    newSession,
    onResync: () => (page ? page.restart() : start()),
    onPause: pause,
    onStop: close,
  });

  function start(): void {
    page?.stop();
    page = readPage(document, ADAPTERS, {
      deltas({ site, conversation }, deltas, health) {
        for (const delta of deltas) link.delta(site, conversation, delta, health);
      },
      status: (status, health) => link.status(status, health),
      draft: (key, text) => link.draft(key, text),
    });
  }

  function pause(): void {
    page?.stop();
    page = null;
  }

  function close(): void {
    pause();
    link.close();
    browser.runtime?.onMessage?.removeListener(onCommand);
  }

  function onCommand(message: unknown): void {
    const command = parseCommand(message);
    if (command === null) return;
    link.renew();
    if (command === 'stop') close();
    else if (command === 'pause') pause();
    else if (page) page.restart();
    else start();
  }

  browser.runtime.onMessage.addListener(onCommand);
  world.sidelightReader = { close };
  start();
});

/** `crypto.randomUUID` is missing on plain http pages. */
function newSession(): string {
  return [...crypto.getRandomValues(new Uint32Array(4))].map((word) => word.toString(36)).join('');
}
