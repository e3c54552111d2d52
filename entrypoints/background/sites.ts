import { browser, type Browser } from 'wxt/browser';
import { originPattern } from '@/utils/platform/match-pattern';

/** The script that reads a chat, as the build names it. */
const READER = '/chat-reader.js';
/** What reads a page that no adapter fits, beside the reader. */
const GUESSER = '/chat-guesser.js';

/** Pages of an ordinary scheme on which the browser nevertheless lets no extension run. */
const CLOSED_HOSTS = ['chromewebstore.google.com', 'chrome.google.com', 'addons.mozilla.org'];

/** Sites found allowed since the worker started; asking the browser for every message would be slow. */
const allowed = new Set<string>();

/**
 * Whether the person allowed this site: the browser's permission alone is not enough, since it may have
 * been given for all sites at once; the reader must have been registered for this one.
 */
export async function isAllowed(origin: string): Promise<boolean> {
  const pattern = originPattern(origin);
  if (pattern === null) return false;
  if (allowed.has(pattern)) return true;
  const isIt = (await isRegistered(pattern)) && (await browser.permissions.contains({ origins: [pattern] }));
  if (isIt) allowed.add(pattern);
  return isIt;
}

/** Whether the browser would let an extension read this address at all. */
export function isReadable(url: string): boolean {
  const { protocol, hostname } = new URL(url);
  return (protocol === 'https:' || protocol === 'http:') && !CLOSED_HOSTS.includes(hostname);
}

/** Has the reader start by itself on every page of the site from now on. */
export async function registerSite(origin: string): Promise<void> {
  const pattern = originPattern(origin);
  if (pattern === null) return;
  if (await isRegistered(pattern)) return;
  const script = {
    id: registrationId(pattern),
    matches: [pattern],
    js: [READER],
    runAt: 'document_idle' as const,
    persistAcrossSessions: true,
    // In the site's frames, too, wherever they stand: the worker hears them only in pages that may be read.
    allFrames: true,
  };
  try {
    const withBlankFrames = { ...script, matchOriginAsFallback: true };
    await browser.scripting.registerContentScripts([withBlankFrames]);
  } catch {
    // Older browsers do not know frames without an address.
    await browser.scripting.registerContentScripts([script]);
  }
}

export async function unregisterSite(pattern: string): Promise<void> {
  allowed.delete(pattern);
  if (await isRegistered(pattern)) {
    await browser.scripting.unregisterContentScripts({ ids: [registrationId(pattern)] });
  }
}

/** Puts the reader into a page that is already open, and into its frames. It takes over from an earlier one. False if refused. */
export function injectReader(tabId: number): Promise<boolean> {
  return inject({ tabId, allFrames: true }, READER);
}

/** Puts the part that guesses beside the reader in a frame. */
export function injectGuesser(tabId: number, frameId: number): Promise<boolean> {
  return inject({ tabId, frameIds: [frameId] }, GUESSER);
}

async function inject(
  target: Browser.scripting.InjectionTarget,
  file: typeof READER | typeof GUESSER,
): Promise<boolean> {
  try {
    await browser.scripting.executeScript({ target, files: [file] });
    return true;
  } catch {
    return false;
  }
}

/**
 * After an installation or update the browser has forgotten the registrations, and readers in open pages
 * have lost their extension: both are put back for every site that is still allowed.
 */
export async function restoreSites(): Promise<void> {
  const { origins = [] } = await browser.permissions.getAll();
  for (const pattern of origins) {
    await registerSite(pattern.replace(/\/\*$/, ''));
    for (const { id } of await browser.tabs.query({ url: pattern })) {
      if (id !== undefined) await injectReader(id);
    }
  }
}

async function isRegistered(pattern: string): Promise<boolean> {
  const found = await browser.scripting.getRegisteredContentScripts({ ids: [registrationId(pattern)] });
  return found.length > 0;
}

function registrationId(pattern: string): string {
  return `reader ${pattern}`;
}
