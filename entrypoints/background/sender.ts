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

/** Where a reader or a picker speaks from. */
export interface ReaderSite {
  tabId: number;
  /** The page's own origin: that of the tab. */
  origin: string;
  /** 0 is the page itself. */
  frameId: number;
  /** The origin of what is in the frame. */
  frameOrigin: string;
}

/**
 * The site that a reader in a tab speaks for; null for anything else. The practice page speaks for itself, under
 * an origin that no site can have.
 */
export function readerSite(sender: Browser.runtime.MessageSender): ReaderSite | null {
  const { tab, frameId } = sender;
  if (sender.id !== browser.runtime.id || frameId === undefined || tab?.id === undefined) return null;
  const tabId = tab.id;
  if (frameId === 0) {
    const origin = isPracticePage(sender.url) ? PRACTICE_ORIGIN : originOf(sender.url);
    return origin === null ? null : { tabId, origin, frameId, frameOrigin: origin };
  }
  // What has no address of its own, such as a frame whose markup stands in the page, has its page's origin.
  const frameOrigin = originOf((sender as { origin?: string }).origin) ?? originOf(sender.url);
  const origin = originOf(tab.url);
  return origin === null || frameOrigin === null ? null : { tabId, origin, frameId, frameOrigin };
}

/** What tells the conversations of one frame from those of another: where its page is. */
export function frameKey({ url }: Browser.runtime.MessageSender, { frameOrigin }: ReaderSite): string {
  return originOf(url) === null ? frameOrigin : `${frameOrigin}${new URL(url ?? '').pathname}`;
}

/** The origin of an http(s) address; null for every other. */
export function originOf(url: string | undefined): string | null {
  if (url === undefined || !URL.canParse(url)) return null;
  const { protocol, origin } = new URL(url);
  return protocol === 'https:' || protocol === 'http:' ? origin : null;
}
