import type { ConversationRef } from '../conversation/delta';
import { MAX_NAME } from '../conversation/limits';
import type { Adapter } from './adapter';
import { anyOf, firstOf, readField } from './query';

/** One conversation found on the page. */
export interface Place {
  adapter: Adapter;
  container: Element;
  list: Element;
  conversation: ConversationRef;
}

/** The first adapter that knows this host and finds its markup. */
export function recognise(doc: Document, adapters: readonly Adapter[]): Adapter | null {
  const host = doc.location.hostname;
  return (
    adapters.find(({ recognise: { hosts, markup } }) => {
      const isHost = !hosts || hosts.some((known) => host === known || host.endsWith(`.${known}`));
      return isHost && doc.querySelector(anyOf(markup)) !== null;
    }) ?? null
  );
}

/** The conversation in front: the one that holds the focus, else the last visible one. */
export function locate(doc: Document, adapter: Adapter): Place | null {
  const places: Place[] = [];
  for (const container of doc.querySelectorAll(anyOf(adapter.container))) {
    const list = firstOf(container, adapter.list);
    if (!list || !isVisible(list)) continue;
    const conversation = nameOf(container, adapter);
    if (conversation) places.push({ adapter, container, list, conversation });
  }
  const focused = doc.activeElement;
  return places.find(({ container }) => container.contains(focused)) ?? places.at(-1) ?? null;
}

/** Key and title of the conversation in a container; null while the site has not said which one it is. */
export function nameOf(container: Element, adapter: Adapter): ConversationRef | null {
  const key = readField(container, adapter.key, '')?.slice(0, MAX_NAME);
  if (key === undefined) return null;
  const title = readField(container, adapter.title, '')?.slice(0, MAX_NAME) ?? key;
  return { key, title };
}

export function isVisible(element: Element): boolean {
  return element.isConnected && element.checkVisibility({ visibilityProperty: true });
}
