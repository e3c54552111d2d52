import type { BrowserContext, CDPSession, Worker } from '@playwright/test';
import { withBackgroundPage } from './extensions-page';

/** The worker of one extension; awaited when it is not there yet. */
export async function workerOf(context: BrowserContext, extensionId: string): Promise<Worker> {
  const isOurs = (worker: Worker): boolean => new URL(worker.url()).host === extensionId;
  const running = context.serviceWorkers().find(isOurs);
  return running ?? context.waitForEvent('serviceworker', { predicate: isOurs });
}

/** Until the worker is active its listeners may not be registered, and a click on the icon would be lost. */
export async function waitUntilActive(worker: Worker): Promise<void> {
  const state = (): Promise<string | undefined> =>
    worker.evaluate(() => {
      const { registration } = globalThis as unknown as { registration: ServiceWorkerRegistration };
      return registration.active?.state;
    });
  // While it is restarting it gives no answer but an error.
  while ((await state().catch(() => undefined)) !== 'activated') {
    await new Promise((resolve) => setTimeout(resolve, 10));
  }
}

/** When the running worker started, in milliseconds; another number after each restart. Starts none. */
export async function workerBirth(worker: Worker): Promise<number> {
  return worker.evaluate(() => performance.timeOrigin);
}

/** Stops the extension's worker and returns once the browser reports it stopped. */
export async function stopWorker(
  context: BrowserContext,
  cdp: CDPSession,
  extensionId: string,
): Promise<void> {
  // A file of the extension has its origin, yet runs nothing that would wake the worker.
  const file = `chrome-extension://${extensionId}/manifest.json`;
  await withBackgroundPage(context, cdp, file, async (page) => {
    const session = await context.newCDPSession(page);
    const states = new Map<string, string>();
    const stopped = new Promise<void>((resolve) => {
      session.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
        for (const { versionId, runningStatus } of versions) {
          const was = states.get(versionId);
          states.set(versionId, runningStatus);
          if (runningStatus === 'stopped' && was !== 'stopped') resolve();
        }
      });
    });
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
    await stopped;
  });
}
