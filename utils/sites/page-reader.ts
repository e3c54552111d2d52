import type { Delta } from '../conversation/delta';
import type { Health } from '../messaging/health';
import type { ReadPlace } from '../messaging/read-place';
import type { StatusMore } from '../messaging/reader-protocol';
import type { Adapter } from './adapter';
import { queryAll } from './deep';
import { foreignFrames } from './frames';
import { GUESS_ID } from './detect/guess-id';
import { readDraft } from './draft';
import { DraftWatch } from './draft-watch';
import { anyOf, readField } from './query';
import { readList, type ListReader } from './list-reader';
import { isVisible, locate, nameOf, type Place } from './locate';
import { OwnIds } from './own-ids';
import { PlaceFinder, type MakeGuesser } from './place-finder';
import { whenStill } from './stillness';
import { Surroundings } from './surroundings';
import { textOf } from './text';

/** Milliseconds between two searches for a conversation on a page that keeps changing. */
const SEARCH_PAUSE = 200;
/** Milliseconds after which a page without a conversation is called that; the search goes on quietly. */
const PATIENCE = 2_000;
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
  const finder = new PlaceFinder(doc, adapters, loadGuesser, search, onLook);
  const drafts = new DraftWatch(
    () => place,
    (key, text) => output.draft(key, text),
  );
  /** The frames that were told of last. */
  let told = '';
  const listening = new AbortController();
  const passive = { capture: true, passive: true, signal: listening.signal };
  let place: Place | null = null;
  let reader: ListReader | null = null;
  let searchTimer: ReturnType<typeof setTimeout> | undefined;
  let lookTimer: ReturnType<typeof setTimeout> | undefined;
  let stopWaiting = (): void => undefined;
  let isFirst = true;
  let isUnreadable = false;
  /** What was in view of the conversation before this one: while it still is, the switch is not over. */
  let before: ReadonlySet<string> = new Set();
  const ownIds = new Map<string, OwnIds>();

  const surroundings = new Surroundings(doc, searchSoon, (records) => {
    if (!place) finder.guesser?.noteGrowth(records);
  });
  const watchRoots = () => surroundings.watchRoots(adapters, finder.guesser?.roots ?? []);

  function searchSoon(): void {
    searchTimer ??= setTimeout(searchAgain, SEARCH_PAUSE);
  }

  function search(): void {
    const found = finder.find();
    if (!found) {
      if (place && !isVisible(place.list)) leave();
      else if (!place) {
        watchRoots();
        if (finder.mayGuess && foreignFrames(doc).join() !== told) noChat();
      }
      return;
    }
    if (!place || !isSame(found, place)) enter(found);
    else place.container = found.container;
  }

  /** The page was looked at: it may suggest a conversation now, or other sides in the one that is read. */
  function onLook(): void {
    const { guesser } = finder;
    if (place && finder.isGuessing) guessAgain(place);
    else if (guesser?.best && locate(doc, guesser.best)) search();
    else if (!place && guesser?.isUnsure === true) noChat();
    if (!place) watchRoots();
  }

  /** Says that there is no conversation, and which frames may hold one. */
  function noChat(): void {
    const frames = foreignFrames(doc);
    told = frames.join();
    output.status('no-chat', undefined, { isUnsure: finder.guesser?.isUnsure, frames });
  }

  function searchAgain(): void {
    searchTimer = undefined;
    search();
  }

  function leave(): void {
    stopReading();
    place = null;
    finder.guesser?.renew();
    noChat();
    surroundings.watchPage(adapters, finder.guesser?.roots ?? []);
  }

  function stopReading(): void {
    stopWaiting();
    clearTimeout(lookTimer);
    if (reader) before = reader.ids();
    reader?.stop();
    reader = null;
    drafts.forget();
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
      const now = finder.findAgain();
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
    if (finder.isGuessing && finder.guesser?.holdsSent(deltas) === true) finder.guesser.look();
  }

  /** Words that left the composer came back as a row: by that, sides may be told from now on. */
  function guessAgain(was: Place): void {
    const found = finder.guessAgain(was);
    if (!found) return;
    stopReading();
    begin(found);
  }

  function readDraftSoon(): void {
    if (finder.isGuessing && place) finder.guesser?.noteDraft(readDraft(place.container, place.adapter));
    drafts.readSoon();
  }

  function restart(): void {
    drafts.forget();
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
    finder.mayGuess = true;
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
      finder.stop();
      drafts.stop();
      surroundings.stop();
      stopReading();
      for (const timer of [searchTimer, patience]) clearTimeout(timer);
    },
  };
}

function isSame(a: Place, b: Place): boolean {
  return a.list === b.list && a.conversation.key === b.conversation.key;
}

function ref({ adapter, conversation }: Place): ReadPlace {
  return { site: adapter.name, conversation, isGuess: adapter.id === GUESS_ID };
}
