import type { ConversationRef } from '../conversation/delta';
import { MAX_NAME } from '../conversation/limits';
import type { Adapter } from './adapter';
import { activeIn, contains, matches, parentOf, query, queryAll } from './deep';
import { fitsPath } from './path';
import { anyOf, firstOf, readField } from './query';

/** One conversation found on the page. */
export interface Place {
  adapter: Adapter;
  container: Element;
  list: Element;
  conversation: ConversationRef;
}

/** The adapters that know this host and find their markup; a site may have two kinds of conversation. */
export function recognise(doc: Document, adapters: readonly Adapter[]): Adapter[] {
  const { hostname: host, pathname } = doc.location;
  return adapters.filter(({ recognise: { hosts, path, markup } }) => {
    if (path !== undefined && !fitsPath(pathname, path)) return false;
    const isHost = !hosts || hosts.some((known) => host === known || host.endsWith(`.${known}`));
    return isHost && query(doc, anyOf(markup)) !== null;
  });
}

/** The conversation in front by any of these adapters: the one with the focus, else the first adapter's. */
export function locateAny(doc: Document, adapters: readonly Adapter[]): Place | null {
  const places = adapters.flatMap((adapter) => locate(doc, adapter) ?? []);
  return nearFocus(doc, places) ?? places[0] ?? null;
}

/** The conversation in front: the one that holds the focus or is nearest to it, else the last visible one. */
export function locate(doc: Document, adapter: Adapter): Place | null {
  const places: Place[] = [];
  for (const container of queryAll(doc, anyOf(adapter.container))) {
    const list = listIn(container, adapter);
    if (!list || places.some((place) => place.list === list) || !isVisible(list)) continue;
    const conversation = nameOf(container, adapter);
    if (conversation) places.push({ adapter, container, list, conversation });
  }
  return nearFocus(doc, places) ?? places.at(-1) ?? null;
}

/** Some sites have no element around list and composer: there the list is its own container. */
function listIn(container: Element, { list }: Adapter): Element | null {
  const isItself = list.some(({ css }) => !css.startsWith('>>>') && matches(container, css));
  return isItself ? container : firstOf(container, list);
}

/** Of several places, the one with the focus in it, or, going outwards from the focus, the first one if it is alone there. */
function nearFocus(doc: Document, places: readonly Place[]): Place | undefined {
  if (doc.activeElement === doc.body) return undefined;
  const active = activeIn(doc);
  const holding = places.find(({ container }) => contains(container, active));
  if (holding) return holding;
  for (let around = active; around; around = parentOf(around)) {
    const near = places.filter(({ container }) => contains(around, container));
    if (near.length > 0) return near.length === 1 ? near[0] : undefined;
  }
  return undefined;
}

/** Key and title of the conversation in a container; null while the site has not said which one it is. */
export function nameOf(container: Element, adapter: Adapter): ConversationRef | null {
  const key = readField(container, adapter.key)?.slice(0, MAX_NAME);
  if (key === undefined) return null;
  const title = readField(container, adapter.title)?.slice(0, MAX_NAME) ?? key;
  return { key, title };
}

export function isVisible(element: Element): boolean {
  return element.isConnected && element.checkVisibility({ visibilityProperty: true });
}
