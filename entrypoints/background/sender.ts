import { browser, type Browser } from 'wxt/browser';

/** Whether a message or port comes from one of the extension's own pages, not from a content script. */
export function isOwnPage(sender: Browser.runtime.MessageSender | undefined): boolean {
  return sender?.id === browser.runtime.id && (sender.url ?? '').startsWith(browser.runtime.getURL('/'));
}

/** The site that a reader in the top frame of a tab speaks for; null for anything else. */
export function readerSite(sender: Browser.runtime.MessageSender): { tabId: number; origin: string } | null {
  const origin = originOf(sender.url);
  const tabId = sender.tab?.id;
  if (sender.id !== browser.runtime.id || sender.frameId !== 0 || origin === null || tabId === undefined)
    return null;
  return { tabId, origin };
}

/** The origin of an http(s) address; null for every other. */
export function originOf(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url)) return null;
  const { protocol, origin } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? origin : null;
}
