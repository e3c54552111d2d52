import { browser, type Browser } from 'wxt/browser';
import { PRACTICE_ORIGIN } from '@/utils/messaging/practice-note';

/** Whether a message or port comes from one of the extension's own pages, not from a content script. */
export function isOwnPage(sender: Browser.runtime.MessageSender | undefined): boolean {
  return sender?.id === browser.runtime.id && (sender.url ?? '').startsWith(browser.runtime.getURL('/'));
}

/** Whether this is the address of the extension's own practice page. */
export function isPracticePage(url: string | undefined): boolean {
  return url !== undefined && url.split(/[?#]/u)[0] === browser.runtime.getURL('/practice.html');
}

/**
 * The site that a reader in the top frame of a tab speaks for; null for anything else. The practice page speaks
 * for itself, under an origin that no site can have.
 */
export function readerSite(sender: Browser.runtime.MessageSender): { tabId: number; origin: string } | null {
  const tabId = sender.tab?.id;
  if (sender.id !== browser.runtime.id || sender.frameId !== 0 || tabId === undefined) return null;
  if (isPracticePage(sender.url)) return { tabId, origin: PRACTICE_ORIGIN };
  const origin = originOf(sender.url);
  return origin === null ? null : { tabId, origin };
}

/** The origin of an http(s) address; null for every other. */
export function originOf(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url)) return null;
  const { protocol, origin } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? origin : null;
}
