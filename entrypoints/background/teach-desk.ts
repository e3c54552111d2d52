import { browser, type Browser } from 'wxt/browser';
import { pickerMessageSchema, type PickerOrder, type Teaching } from '@/utils/messaging/teaching';
import { checkRecipe } from '@/utils/sites/recipe';
import { keepRecipes } from '@/utils/storage/recipes';
import { readerSite } from './sender';
import { isAllowed } from './sites';
import type { TabFrames } from './tab-frames';

/** The script with which a person points at messages, as the build names it. */
const PICKER = '/picker.js';

interface Lesson {
  teaching: Teaching;
  /** Sidelight had a way to read this page when the lesson began: the person's way is to go first. */
  instead: boolean;
  port: Browser.runtime.Port | undefined;
}

/** Teaching of sites: puts the picker into a page, follows it, and keeps what was learnt. */
export class TeachDesk {
  private lessons = new Map<number, Lesson>();

  /** `changed` when the panel has something new to show of a tab. */
  constructor(
    private changed: (tabId: number) => void,
    private frames: TabFrames,
  ) {}

  of(tabId: number): Teaching | undefined {
    return this.lessons.get(tabId)?.teaching;
  }

  /** Puts the picker into a frame of an allowed tab: the page itself, or the one that is read. */
  async start(tabId: number, instead: boolean, frameId: number): Promise<void> {
    this.lessons.set(tabId, { teaching: { step: 'theirs' }, instead, port: undefined });
    try {
      await browser.scripting.executeScript({ target: { tabId, frameIds: [frameId] }, files: [PICKER] });
    } catch {
      this.lessons.delete(tabId);
    }
    this.changed(tabId);
  }

  stop(tabId: number): void {
    order(this.lessons.get(tabId)?.port, 'stop');
    this.end(tabId);
  }

  /** A picker in a page speaks up; it is heard for as long as the site may be read. */
  async add(port: Browser.runtime.Port): Promise<void> {
    const site = port.sender && readerSite(port.sender);
    // Heard from the start: a message that comes before a listener is there would be lost.
    const early: unknown[] = [];
    let hear = (message: unknown): void => {
      early.push(message);
    };
    port.onMessage.addListener((message: unknown) => {
      hear(message);
    });
    if (!site || !(await isAllowed(site.origin)) || !(await isAllowed(site.frameOrigin))) {
      order(port, 'stop');
      return;
    }
    const { tabId, frameOrigin: origin } = site;
    const lesson = this.lessons.get(tabId) ?? { teaching: { step: 'theirs' as const }, instead: false, port };
    lesson.port = port;
    this.lessons.set(tabId, lesson);
    port.onDisconnect.addListener(() => {
      if (this.lessons.get(tabId)?.port === port) this.end(tabId);
    });
    hear = (message) => void this.onMessage(lesson, port, tabId, origin, message);
    early.forEach(hear);
  }

  private async onMessage(
    lesson: Lesson,
    port: Browser.runtime.Port,
    tabId: number,
    origin: string,
    message: unknown,
  ): Promise<void> {
    const parsed = pickerMessageSchema.safeParse(message);
    if (!parsed.success) return;
    if (parsed.data.kind === 'at') {
      lesson.teaching = parsed.data.teaching;
      this.changed(tabId);
      return;
    }
    if (parsed.data.kind === 'into') {
      await this.goInto(lesson, port, tabId, parsed.data.origin);
      return;
    }
    const checked = checkRecipe(parsed.data.recipe);
    if (!checked.ok || checked.recipe.origin !== origin) {
      order(port, 'refused');
      return;
    }
    await keepRecipes([{ ...checked.recipe, ...(lesson.instead && { instead: true }) }]);
    order(port, 'kept');
    this.end(tabId);
  }

  /** The picker leaves the page and begins again in the frame at which the person pointed. */
  private async goInto(
    lesson: Lesson,
    port: Browser.runtime.Port,
    tabId: number,
    origin: string,
  ): Promise<void> {
    const frameIds = this.frames.inside(tabId, origin);
    if (frameIds.length === 0 || port.sender?.frameId !== 0) {
      order(port, 'closed');
      return;
    }
    lesson.port = undefined;
    lesson.teaching = { step: 'theirs' };
    order(port, 'stop');
    try {
      await browser.scripting.executeScript({ target: { tabId, frameIds }, files: [PICKER] });
    } catch {
      this.end(tabId);
    }
  }

  private end(tabId: number): void {
    if (this.lessons.delete(tabId)) this.changed(tabId);
  }
}

/** A port may be gone by the time that it is spoken to. */
function order(port: Browser.runtime.Port | undefined, word: PickerOrder): void {
  try {
    port?.postMessage(word);
  } catch {
    // Nobody is there to be told.
  }
}
