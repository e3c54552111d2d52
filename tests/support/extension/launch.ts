import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type BrowserContext, type Page, type Worker } from '@playwright/test';
import { ensureChromium } from '@/scripts/setup/ensure.mjs';
import { allowHost, forbidHost, reload, withBackgroundPage } from './extensions-page';
import { openSidePanel } from './side-panel';
import { stopWorker, waitUntilActive, workerOf } from './worker';

/** The production build, as it would be packed. */
export const BUILT_EXTENSION = fileURLToPath(new URL('../../../.output/chrome-mv3', import.meta.url));

export interface LaunchOptions {
  /** Folder of the unpacked extension; null for a browser without one. */
  extension?: string | null;
  headless?: boolean;
  viewport?: { width: number; height: number } | null;
  /** What can be reached: nothing but this computer, unless `open`. */
  network?: 'loopback' | 'open';
  /** How the browser says the person likes it. */
  colorScheme?: 'light' | 'dark';
}

export interface ExtensionBrowser {
  context: BrowserContext;
  /** Empty when there is no extension. */
  extensionId: string;
  /** The extension's worker. The same object serves after the browser stopped and started it again. */
  worker(): Promise<Worker>;
  /** Stops the worker as the browser does when it is idle. The next event starts it again. */
  killWorker(): Promise<void>;
  /** As an update does: pages stay open, what the extension put into them is orphaned. */
  reloadExtension(): Promise<void>;
  /**
   * Lets the extension ask for this host without the browser's own prompt, which no test can click. The
   * person's click on the extension's own consent button is still needed.
   */
  grantHost(origin: string): Promise<void>;
  revokeHost(origin: string): Promise<void>;
  /** Clicks the toolbar icon while `page` is in front, and returns the real side panel. */
  openPanel(page: Page): Promise<Page>;
  /** A page of the extension itself, in a tab. */
  openExtensionPage(path: string): Promise<Page>;
  close(): Promise<void>;
}

/** Starts Chromium with the built extension. */
export async function launchExtension(options: LaunchOptions = {}): Promise<ExtensionBrowser> {
  const { extension = BUILT_EXTENSION, headless = true, viewport = { width: 1000, height: 760 } } = options;
  if (extension !== null && !existsSync(join(extension, 'manifest.json'))) {
    throw new Error(`No built extension in ${extension}: run "npm run build" first.`);
  }
  const profile = await mkdtemp(join(tmpdir(), 'sidelight-profile-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: ensureChromium(),
    headless,
    viewport,
    locale: 'en-GB',
    timezoneId: 'UTC',
    ...(options.colorScheme && { colorScheme: options.colorScheme }),
    args: browserArguments(extension, options.network ?? 'loopback'),
  });
  const browser = context.browser();
  if (!browser) throw new Error('The browser was closed while it started.');
  const cdp = await browser.newBrowserCDPSession();
  const extensionId = extension === null ? '' : new URL((await anyWorker(context)).url()).host;
  if (extensionId !== '') await waitUntilActive(await workerOf(context, extensionId));

  const connections: Browser[] = [];
  const connect = async (): Promise<Browser> => {
    const [port = ''] = (await readFile(join(profile, 'DevToolsActivePort'), 'utf8')).split('\n');
    const connection = await chromium.connectOverCDP(`http://127.0.0.1:${port}`);
    connections.push(connection);
    return connection;
  };
  const inExtensions = <T>(job: (page: Page) => Promise<T>): Promise<T> =>
    withBackgroundPage(context, cdp, 'chrome://extensions/', job);

  return {
    context,
    extensionId,
    worker: () => workerOf(context, extensionId),
    killWorker: () => stopWorker(context, cdp, extensionId),
    async reloadExtension() {
      const next = context.waitForEvent('serviceworker');
      await inExtensions((page) => reload(page, extensionId));
      await waitUntilActive(await next);
    },
    grantHost: (origin) => inExtensions((page) => allowHost(page, extensionId, origin)),
    revokeHost: (origin) => inExtensions((page) => forbidHost(page, extensionId, origin)),
    openPanel: (page) => openSidePanel({ page, cdp, connect, extensionId }),
    async openExtensionPage(path) {
      const page = await context.newPage();
      await page.goto(`chrome-extension://${extensionId}/${path}`);
      return page;
    },
    async close() {
      for (const connection of connections) await connection.close();
      await context.close();
      await rm(profile, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function browserArguments(extension: string | null, network: 'loopback' | 'open'): string[] {
  return [
    // Chromium's sandbox does not run as root, as in most containers.
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    ...(extension === null
      ? []
      : [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`]),
    // For the second connection, which sees the side panel, and for the click on the toolbar icon.
    '--remote-debugging-port=0',
    '--enable-unsafe-extension-debugging',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
    '--no-first-run',
    '--disable-quic',
    ...(network === 'open'
      ? []
      : ['--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1, EXCLUDE localhost']),
  ];
}

async function anyWorker(context: BrowserContext): Promise<Worker> {
  return context.serviceWorkers()[0] ?? context.waitForEvent('serviceworker');
}
