import type { Adapter } from './adapter';
import type { Guesser } from './detect/guesser';
import { locate, locateAny, recognise, type Place } from './locate';

/** Makes what reads a page by guess: a part of its own, loaded when no adapter fits. */
export type MakeGuesser = (doc: Document, onLook: () => void) => Guesser;

/** Finds the conversation in front on a page: by an adapter that fits, else, once it may, by guess. */
export class PlaceFinder {
  /** There was time for an adapter to fit. */
  mayGuess = false;
  /** Looks at the page on request; null until it was needed and loaded. */
  guesser: Guesser | null = null;
  /** The adapter that the page itself suggests, while it is read by it. */
  private guess: Adapter | null = null;
  /** The adapters whose markup this page showed; looked for again when none of them finds a conversation. */
  private fitting: Adapter[] = [];
  private isLoading = false;
  private isStopped = false;

  /** `onLoad` is called once it can be guessed, `onLook` when the page was looked at for a guess. */
  constructor(
    private readonly doc: Document,
    private readonly adapters: readonly Adapter[],
    private readonly loadGuesser: () => Promise<MakeGuesser>,
    private readonly onLoad: () => void,
    private readonly onLook: () => void,
  ) {}

  /** The page is read by what it suggests itself. */
  get isGuessing(): boolean {
    return this.guess !== null;
  }

  find(): Place | null {
    let found = this.guess ? null : this.findAgain();
    if (!found) {
      this.fitting = recognise(this.doc, this.adapters);
      if (this.fitting.length > 0) this.guess = null;
      found = this.findAgain();
    }
    if (!found && this.fitting.length === 0 && this.mayGuess) found = this.findByGuess();
    return found;
  }

  /** By the adapters that fitted last. */
  findAgain(): Place | null {
    return locateAny(this.doc, this.fitting);
  }

  /** The same conversation by what the page suggests now, when that tells sides in another way; else null. */
  guessAgain(was: Place): Place | null {
    const now = this.guesser?.best;
    if (!this.guess || JSON.stringify(now?.side) === JSON.stringify(this.guess.side)) return null;
    const found = now && locate(this.doc, now);
    if (!now || found?.list !== was.list || found.conversation.key !== was.conversation.key) return null;
    this.guess = now;
    this.fitting = [now];
    return found;
  }

  stop(): void {
    this.isStopped = true;
    this.guesser?.stop();
  }

  /** A place that still fits stays; else the page is looked at anew, now and then. */
  private findByGuess(): Place | null {
    if (!this.guesser) {
      this.loadOnce();
      return null;
    }
    for (const adapter of [this.guess, this.guesser.best]) {
      const found = adapter && locate(this.doc, adapter);
      if (!found) continue;
      this.guess = adapter;
      this.fitting = [adapter];
      return found;
    }
    this.guess = null;
    this.guesser.look();
    return null;
  }

  private loadOnce(): void {
    if (this.isLoading) return;
    this.isLoading = true;
    void this.loadGuesser().then((make) => {
      if (this.isStopped) return;
      this.guesser = make(this.doc, this.onLook);
      this.onLoad();
    });
  }
}
