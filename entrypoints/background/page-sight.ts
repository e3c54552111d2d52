import type { Health } from '@/utils/messaging/health';
import type { ReaderMessage } from '@/utils/messaging/reader-protocol';
import type { PageState } from '@/utils/messaging/view';

/** How the reading of a tab's page stands: what its reader said of itself last, or that it says nothing. */
export class PageSight {
  health: Health | undefined;
  /** Two places on an unknown page look like the conversation. */
  isUnsure = false;
  /** Origins of frames that may hold the conversation. */
  frames: readonly string[] = [];
  /** The frame that held the conversation is gone. */
  isFrameLost = false;
  private isWaiting = false;

  constructor(public state: PageState) {}

  /** Some reader spoke: there is nothing to wait for. */
  hear(): void {
    this.isWaiting = false;
  }

  /** The reader of the page itself begins anew. */
  greet(): void {
    this.isFrameLost = false;
  }

  /** A conversation is read. */
  read(health: Health): void {
    this.health = health;
    this.isUnsure = false;
    this.isFrameLost = false;
    this.state = 'reading';
  }

  /** The reader says why it reads nothing. */
  note({ status, health, isUnsure, frames = [] }: ReaderMessage & { kind: 'status' }): void {
    this.isUnsure = isUnsure === true;
    this.frames = frames;
    this.state = status === 'searching' ? 'starting' : status === 'failed' ? 'unreadable' : status;
    if (health) this.health = health;
  }

  /** The frame that held the conversation is gone, or may not be read any more. */
  loseFrame(): void {
    this.state = 'no-chat';
    this.isFrameLost = true;
  }

  /** A reader was just put into the page and should speak up. */
  expectReader(): void {
    this.isWaiting = true;
    if (this.state !== 'paused') this.state = 'starting';
  }

  /**
   * Nothing may have been heard from the page: the extension was renewed under it, or it cannot run there. Says
   * whether it was so.
   */
  missReader(): boolean {
    if (!this.isWaiting || this.state === 'paused') return false;
    this.state = 'outdated';
    return true;
  }
}
