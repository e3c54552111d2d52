import type { ConversationRef, Delta } from '../conversation/delta';
import type { Health } from '../messaging/health';
import type { Adapter } from './adapter';
import { readDraft } from './draft';
import { readList, type ListReader } from './list-reader';
import { isVisible, locate, nameOf, recognise, type Place } from './locate';

/** Milliseconds between two searches for a conversation on a page that keeps changing. */
const SEARCH_PAUSE = 200;
/** Milliseconds after which a page without a conversation is called that; the search goes on quietly. */
const PATIENCE = 2_000;
/** Milliseconds of rest in the composer before the draft is read. */
const DRAFT_REST = 250;
/** Rows from which on missing words mean that the page is not understood. */
const ENOUGH_ROWS = 5;

export interface ReaderOutput {
  deltas(place: { site: string; conversation: ConversationRef }, deltas: Delta[], health: Health): void;
  status(status: 'searching' | 'no-chat' | 'unreadable', health?: Health): void;
  draft(key: string, text: string): void;
}

export interface PageReader {
  /** Reports the conversation in view from the start. */
  restart(): void;
  stop(): void;
}

/** Reads whatever conversation is in front on a page, and follows when the person opens another one. */
export function readPage(doc: Document, adapters: readonly Adapter[], output: ReaderOutput): PageReader {
  const listening = new AbortController();
  const passive = { capture: true, passive: true, signal: listening.signal };
  let place: Place | null = null;
  let reader: ListReader | null = null;
  let lastDraft = '';
  let searchTimer: ReturnType<typeof setTimeout> | undefined;
  let settleTimer: ReturnType<typeof setTimeout> | undefined;
  let draftTimer: ReturnType<typeof setTimeout> | undefined;

  const surroundings = new MutationObserver(searchSoon);
  const sight = new IntersectionObserver(searchSoon);

  function searchSoon(): void {
    searchTimer ??= setTimeout(() => {
      searchTimer = undefined;
      search();
    }, SEARCH_PAUSE);
  }

  function search(): void {
    const adapter = place?.adapter ?? recognise(doc, adapters);
    const found = adapter && locate(doc, adapter);
    if (!found) {
      if (place && !isVisible(place.list)) leave();
      return;
    }
    if (place && found.list === place.list && found.conversation.key === place.conversation.key) {
      place = found;
      return;
    }
    enter(found);
  }

  function leave(): void {
    reader?.stop();
    reader = null;
    place = null;
    lastDraft = '';
    output.status('no-chat');
    watchWholePage();
  }

  function enter(found: Place): void {
    const isFirst = place === null;
    reader?.stop();
    reader = null;
    place = found;
    lastDraft = '';
    clearTimeout(settleTimer);
    watchAround(found);
    if (isFirst || found.adapter.settle === 0) begin(found);
    else settleTimer = setTimeout(() => begin(found), found.adapter.settle);
  }

  function begin(found: Place): void {
    if (place !== found) return;
    reader = readList(found, onDeltas, readDraftSoon);
    output.deltas(ref(found), [{ kind: 'snapshot', messages: [] }], reader.health());
    readDraftSoon();
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
    place = { ...place, conversation: now };
    const health = reader.health();
    if (health.rows >= ENOUGH_ROWS && health.withText < health.rows / 2) output.status('unreadable', health);
    else output.deltas(ref(place), deltas, health);
  }

  function readDraftSoon(): void {
    clearTimeout(draftTimer);
    draftTimer = setTimeout(() => {
      if (!place) return;
      const text = readDraft(place.container, place.adapter);
      if (text === lastDraft) return;
      lastDraft = text;
      output.draft(place.conversation.key, text);
    }, DRAFT_REST);
  }

  /** Until a conversation is found, any new element may hold it. */
  function watchWholePage(): void {
    surroundings.disconnect();
    sight.disconnect();
    surroundings.observe(doc, { subtree: true, childList: true });
  }

  /** Once it is found: only what encloses it, since that is what is swapped or hidden. */
  function watchAround({ list }: Place): void {
    surroundings.disconnect();
    sight.disconnect();
    sight.observe(list);
    for (let around = list.parentElement; around; around = around.parentElement) {
      surroundings.observe(around, {
        childList: true,
        attributes: true,
        attributeFilter: ['class', 'style', 'hidden'],
      });
    }
  }

  output.status('searching');
  watchWholePage();
  search();
  const patience = setTimeout(() => {
    if (!place) output.status('no-chat');
  }, PATIENCE);
  doc.addEventListener('focusin', searchSoon, passive);
  for (const name of ['input', 'keyup', 'cut', 'paste']) doc.addEventListener(name, readDraftSoon, passive);
  for (const name of ['popstate', 'hashchange']) doc.defaultView?.addEventListener(name, searchSoon, passive);

  return {
    restart() {
      lastDraft = '';
      if (place && reader) {
        output.deltas(ref(place), [{ kind: 'snapshot', messages: [] }], reader.health());
        reader.restart();
        readDraftSoon();
      } else {
        output.status(place ? 'searching' : 'no-chat');
        searchSoon();
      }
    },
    stop() {
      listening.abort();
      surroundings.disconnect();
      sight.disconnect();
      reader?.stop();
      for (const timer of [searchTimer, settleTimer, draftTimer, patience]) clearTimeout(timer);
    },
  };
}

function ref({ adapter, conversation }: Place): { site: string; conversation: ConversationRef } {
  return { site: adapter.name, conversation };
}
