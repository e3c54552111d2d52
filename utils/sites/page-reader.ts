import type { Delta } from '../conversation/delta';
import type { Health } from '../messaging/health';
import type { ReadPlace } from '../messaging/read-place';
import type { StatusMore } from '../messaging/reader-protocol';
import type { Adapter } from './adapter';
import { queryAll } from './deep';
import { foreignFrames } from './frames';
import { GUESS_ID } from './detect/guess-id';
import type { Guesser } from './detect/guesser';
import { readDraft } from './draft';
import { anyOf, readField } from './query';
import { readList, type ListReader } from './list-reader';
import { isVisible, locate, locateAny, nameOf, recognise, type Place } from './locate';
import { OwnIds } from './own-ids';
import { whenStill } from './stillness';
import { Surroundings } from './surroundings';
import { textOf } from './text';

/** Milliseconds between two searches for a conversation on a page that keeps changing. */
const SEARCH_PAUSE = 200;
/** Milliseconds after which a page without a conversation is called that; the search goes on quietly. */
const PATIENCE = 2_000;
/** Milliseconds of rest in the composer before the draft is read. */
const DRAFT_REST = 250;
/** Rows from which on missing words mean that the page is not understood. */
const ENOUGH_ROWS = 5;
/** Milliseconds between two looks at a list that still shows the conversation before, and for how long at most. */
const STALE_PAUSE = 150;
const STALE_LONGEST = 5_000;
/** Conversations of which names given to messages are kept. */
const MOST_NAMED = 20;
/** Characters in a list without a single row that we know from which on it is not understood, not empty. */
const MUCH_TEXT = 200;

export interface ReaderOutput {
  deltas(place: ReadPlace, deltas: Delta[], health: Health): void;
  status(status: 'searching' | 'no-chat' | 'unreadable', health?: Health, more?: StatusMore): void;
  draft(key: string, text: string): void;
}

/** Makes what reads a page by guess: a part of its own, loaded when no adapter fits. */
export type MakeGuesser = (doc: Document, onLook: () => void) => Guesser;

export interface PageReader {
  /** Reports the conversation in view from the start. */
  restart(): void;
  stop(): void;
}

/**
 * Reads whatever conversation is in front on a page, and follows when the person opens another one. A page that no
 * adapter knows is read by guess, once there was time for one to fit.
 */
export function readPage(
  doc: Document,
  adapters: readonly Adapter[],
  output: ReaderOutput,
  loadGuesser: () => Promise<MakeGuesser>,
): PageReader {
  let guesser: Guesser | null = null;
  let isLoading = false;
  let isStopped = false;
  /** The frames that were told of last. */
  let told = '';
  /** The adapter that the page itself suggests, while it is read by it. */
  let guess: Adapter | null = null;
  let mayGuess = false;
  const listening = new AbortController();
  const passive = { capture: true, passive: true, signal: listening.signal };
  let place: Place | null = null;
  let reader: ListReader | null = null;
  let lastDraft = '';
  let searchTimer: ReturnType<typeof setTimeout> | undefined;
  let lookTimer: ReturnType<typeof setTimeout> | undefined;
  let stopWaiting = (): void => undefined;
  let isFirst = true;
  let isUnreadable = false;
  /** What was in view of the conversation before this one: while it still is, the switch is not over. */
  let before: ReadonlySet<string> = new Set();
  /** The adapters whose markup this page showed; looked for again when none of them finds a conversation. */
  let fitting: Adapter[] = [];
  let draftTimer: ReturnType<typeof setTimeout> | undefined;
  const ownIds = new Map<string, OwnIds>();

  const surroundings = new Surroundings(doc, searchSoon, (records) => {
    if (!place) guesser?.noteGrowth(records);
  });
  const watchRoots = () => surroundings.watchRoots(adapters, guesser?.roots ?? []);

  function searchSoon(): void {
    searchTimer ??= setTimeout(searchAgain, SEARCH_PAUSE);
  }

  function search(): void {
    let found = guess ? null : locateAny(doc, fitting);
    if (!found) {
      fitting = recognise(doc, adapters);
      if (fitting.length > 0) guess = null;
      found = locateAny(doc, fitting);
    }
    if (!found && fitting.length === 0 && mayGuess) found = findByGuess();
    if (!found) {
      if (place && !isVisible(place.list)) leave();
      else if (!place) {
        watchRoots();
        if (mayGuess && foreignFrames(doc).join() !== told) noChat();
      }
      return;
    }
    if (!place || !isSame(found, place)) enter(found);
    else place.container = found.container;
  }

  /** A place that still fits stays; else the page is looked at anew, now and then. */
  function findByGuess(): Place | null {
    if (!guesser) {
      loadOnce();
      return null;
    }
    for (const adapter of [guess, guesser.best]) {
      const found = adapter && locate(doc, adapter);
      if (!found) continue;
      guess = adapter;
      fitting = [adapter];
      return found;
    }
    guess = null;
    guesser.look();
    return null;
  }

  function loadOnce(): void {
    if (isLoading) return;
    isLoading = true;
    void loadGuesser().then((make) => {
      if (isStopped) return;
      guesser = make(doc, onLook);
      search();
    });
  }

  /** The page was looked at: it may suggest a conversation now, or other sides in the one that is read. */
  function onLook(): void {
    if (place && guess) guessAgain(place, guess);
    else if (guesser?.best && locate(doc, guesser.best)) search();
    else if (!place && guesser?.isUnsure === true) noChat();
    if (!place) watchRoots();
  }

  /** Says that there is no conversation, and which frames may hold one. */
  function noChat(): void {
    const frames = foreignFrames(doc);
    told = frames.join();
    output.status('no-chat', undefined, { isUnsure: guesser?.isUnsure, frames });
  }

  function searchAgain(): void {
    searchTimer = undefined;
    search();
  }

  function leave(): void {
    stopReading();
    place = null;
    guesser?.renew();
    noChat();
    surroundings.watchPage(adapters, guesser?.roots ?? []);
  }

  function stopReading(): void {
    stopWaiting();
    clearTimeout(lookTimer);
    if (reader) before = reader.ids();
    reader?.stop();
    reader = null;
    lastDraft = '';
    isUnreadable = false;
  }

  function enter(found: Place): void {
    const isSwitch = found.conversation.key !== place?.conversation.key;
    stopReading();
    // A page that only builds its list anew shows the same rows by right.
    if (!isSwitch) before = new Set();
    place = found;
    surroundings.watchAround(found.list);
    if (isFirst) begin(found);
    else settle(found, performance.now() + STALE_LONGEST);
    isFirst = false;
  }

  /** Where header and list do not change together, nothing is read until both have come to rest. */
  function settle(found: Place, until: number): void {
    const { settle: rest } = found.adapter;
    if (rest === 0 && !isStale(found, until)) return begin(found);
    stopWaiting = whenStill(found.list, Math.max(rest, STALE_PAUSE), () => {
      const now = locateAny(doc, fitting);
      if (!now) leave();
      else if (!isSame(now, found)) enter(now);
      else if (isStale(now, until)) settle(found, until);
      else begin(now);
    });
  }

  /** Whether the list still shows rows of the conversation before. A second name of the same one may pass. */
  function isStale({ list, adapter }: Place, until: number): boolean {
    if (before.size === 0 || performance.now() >= until) return false;
    const rows = queryAll(list, anyOf(adapter.row));
    return rows.some((row) => before.has(readField(row, adapter.messageId) ?? ''));
  }

  function begin(found: Place): void {
    place = found;
    reader = readList(found, onDeltas, onQuiet, () => onReplaced(found), ownIdsOf(found.conversation.key));
    output.deltas(ref(found), [{ kind: 'snapshot', messages: [] }], reader.health());
    onQuiet();
  }

  /** Names of messages are kept with the conversation, so that they are the same when it is opened again. */
  function ownIdsOf(key: string): OwnIds {
    const known = ownIds.get(key) ?? new OwnIds();
    ownIds.delete(key);
    ownIds.set(key, known);
    for (const [oldest] of ownIds) if (ownIds.size > MOST_NAMED) ownIds.delete(oldest);
    return known;
  }

  function onQuiet(): void {
    readDraftSoon();
    clearTimeout(lookTimer);
    if (reader?.health().rows === 0) lookTimer = setTimeout(lookForRows, PATIENCE);
  }

  /** Every row is new at once: perhaps another conversation, whose name is still to come. */
  function onReplaced(found: Place): boolean {
    if (found.adapter.settle === 0) return false;
    stopReading();
    before = new Set();
    settle(found, 0);
    return true;
  }

  /** A list full of words in which not one message is found is not an empty conversation. */
  function lookForRows(): void {
    const health = reader?.health();
    if (!place || health?.rows !== 0) return;
    if (textOf(place.list, '').length >= MUCH_TEXT) output.status('unreadable', health);
  }

  function onDeltas(deltas: Delta[]): void {
    if (!place || !reader) return;
    const now = nameOf(place.container, place.adapter);
    if (now?.key !== place.conversation.key) {
      // Another conversation has come into the same list: what was just read may be of either.
      if (now) enter({ ...place, conversation: now });
      else searchSoon();
      return;
    }
    place.conversation = now;
    const health = reader.health();
    const was = isUnreadable;
    isUnreadable = health.rows >= ENOUGH_ROWS && health.withText < health.rows / 2;
    if (isUnreadable) output.status('unreadable', health);
    else if (was) restart();
    else output.deltas(ref(place), deltas, health);
    if (guess && guesser?.holdsSent(deltas) === true) guesser.look();
  }

  /** Words that left the composer came back as a row: by that, sides may be told from now on. */
  function guessAgain(was: Place, before: Adapter): void {
    const now = guesser?.best;
    if (JSON.stringify(now?.side) === JSON.stringify(before.side)) return;
    const found = now && locate(doc, now);
    if (!now || found?.list !== was.list || found.conversation.key !== was.conversation.key) return;
    guess = now;
    fitting = [now];
    stopReading();
    begin(found);
  }

  function readDraftSoon(): void {
    if (guess && place) guesser?.noteDraft(readDraft(place.container, place.adapter));
    clearTimeout(draftTimer);
    draftTimer = setTimeout(() => {
      if (!place) return;
      const text = readDraft(place.container, place.adapter);
      if (text === lastDraft) return;
      lastDraft = text;
      output.draft(place.conversation.key, text);
    }, DRAFT_REST);
  }

  function restart(): void {
    lastDraft = '';
    if (place && reader) {
      output.deltas(ref(place), [{ kind: 'snapshot', messages: [] }], reader.health());
      reader.restart();
      readDraftSoon();
    } else {
      if (place) output.status('searching');
      else noChat();
      searchSoon();
    }
  }

  output.status('searching');
  surroundings.watchPage(adapters, []);
  search();
  const patience = setTimeout(() => {
    mayGuess = true;
    if (!place) search();
    if (!place) noChat();
  }, PATIENCE);
  doc.addEventListener('focusin', searchSoon, passive);
  for (const name of ['input', 'keyup', 'cut', 'paste']) doc.addEventListener(name, readDraftSoon, passive);
  for (const name of ['popstate', 'hashchange']) doc.defaultView?.addEventListener(name, searchSoon, passive);

  return {
    restart,
    stop() {
      listening.abort();
      isStopped = true;
      guesser?.stop();
      surroundings.stop();
      stopReading();
      for (const timer of [searchTimer, draftTimer, patience]) clearTimeout(timer);
    },
  };
}

function isSame(a: Place, b: Place): boolean {
  return a.list === b.list && a.conversation.key === b.conversation.key;
}

function ref({ adapter, conversation }: Place): ReadPlace {
  return { site: adapter.name, conversation, isGuess: adapter.id === GUESS_ID };
}
