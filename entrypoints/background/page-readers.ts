import { browser, type Browser } from 'wxt/browser';
import { PRACTICE_ORIGIN } from '@/utils/messaging/practice-note';
import type { ReaderCommand } from '@/utils/messaging/reader-answers';
import { originPattern } from '@/utils/platform/match-pattern';
import { readerSite } from './sender';
import { injectReader, unregisterSite } from './sites';
import { TabFrames } from './tab-frames';
import type { TabSessions } from './tab-sessions';

/** Milliseconds that a freshly injected reader has to say its first word. */
const READER_PATIENCE = 4_000;

/** The readers in pages and their frames: starts them, speaks to them, and notices when one is gone. */
export class PageReaders {
  readonly frames = new TabFrames((tabId, frameId) => void this.tell(tabId, 'resync', frameId));

  constructor(private sessions: Promise<TabSessions>) {}

  /** False when nobody in the tab listens. */
  async tell(tabId: number, command: ReaderCommand, frameId?: number): Promise<boolean> {
    try {
      const message = { kind: 'reader', command };
      if (frameId === undefined) await browser.tabs.sendMessage(tabId, message);
      else await browser.tabs.sendMessage(tabId, message, { frameId });
      return true;
    } catch {
      return false;
    }
  }

  /** Tells the readers of every page of a site. */
  async tellSite(pattern: string, command: ReaderCommand): Promise<void> {
    for (const { id } of await browser.tabs.query({ url: pattern }))
      if (id !== undefined) await this.tell(id, command);
  }

  /** What the person chose for pages has changed: readers that are at work begin anew. */
  async renew(): Promise<void> {
    const { origins = [] } = await browser.permissions.getAll();
    for (const pattern of origins) await this.tellSite(pattern, 'renew');
  }

  /** The reader that is in the page reports afresh; if there is none, or only an orphan, a new one starts. */
  async wake(tabId: number, origin: string): Promise<void> {
    if (await this.tell(tabId, 'resync')) return;
    // The practice page speaks up by itself as it loads; nothing is injected there.
    if (origin !== PRACTICE_ORIGIN) await this.start(tabId, origin);
  }

  /** Puts a reader into a page, and notices when it says nothing. */
  async start(tabId: number, origin: string): Promise<void> {
    const all = await this.sessions;
    await all.run(tabId, origin, (session) => session.expectReader());
    if (!(await injectReader(tabId))) await all.run(tabId, origin, (session) => session.missReader());
    setTimeout(() => void all.run(tabId, origin, (session) => session.missReader()), READER_PATIENCE);
  }

  /** Sites whose permission is gone: their reader starts no more, and what was read of them is forgotten. */
  async stopSites(patterns: readonly string[]): Promise<void> {
    const all = await this.sessions;
    for (const pattern of patterns) {
      await unregisterSite(pattern);
      await all.forgetPattern(pattern);
      const isGone = (origin: string) => originPattern(origin) === pattern;
      for (const [tabId, frameId] of this.frames.framesOf(isGone)) {
        await this.tell(tabId, 'stop', frameId);
        await this.loseFrame(tabId, frameId);
      }
    }
  }

  /** A reader in a frame holds a port while it reads; when that ends, so did the frame. */
  addFrame(port: Browser.runtime.Port): void {
    const site = port.sender && readerSite(port.sender);
    if (!site) return;
    port.onDisconnect.addListener(() => void this.loseFrame(site.tabId, site.frameId));
  }

  private async loseFrame(tabId: number, frameId: number): Promise<void> {
    if (!this.frames.lose(tabId, frameId)) return;
    const session = (await this.sessions).peek(tabId);
    if (session) await (await this.sessions).run(tabId, session.origin, (own) => own.loseFrame());
  }
}
