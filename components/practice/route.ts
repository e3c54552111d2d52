import { useSyncExternalStore } from 'react';

/** Where in the practice page the person is. */
export type Route =
  | { at: 'start' }
  | { at: 'begin'; scenario: string }
  | { at: 'session'; id: string }
  | { at: 'debrief'; id: string }
  | { at: 'growth' }
  | { at: 'scenarios' };

/** Reads the address after `#`; the start for anything unknown. */
export function parseRoute(hash: string): Route {
  const [, at, id = ''] = hash.replace(/^#/u, '').split('/');
  if (at === 'begin' && id !== '') return { at, scenario: decode(id) };
  if ((at === 'session' || at === 'debrief') && id !== '') return { at, id: decode(id) };
  return at === 'growth' || at === 'scenarios' ? { at } : { at: 'start' };
}

/** The address of a place in the page. */
export function hashOf(route: Route): string {
  switch (route.at) {
    case 'start':
      return '#/';
    case 'begin':
      return `#/begin/${encodeURIComponent(route.scenario)}`;
    case 'session':
    case 'debrief':
      return `#/${route.at}/${encodeURIComponent(route.id)}`;
    case 'growth':
    case 'scenarios':
      return `#/${route.at}`;
  }
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The hash of the address, and every change of it. */
export function useHash(): string {
  return useSyncExternalStore(
    (changed) => {
      addEventListener('hashchange', changed);
      return () => {
        removeEventListener('hashchange', changed);
      };
    },
    () => location.hash,
  );
}

export function goTo(route: Route): void {
  location.hash = hashOf(route);
}
