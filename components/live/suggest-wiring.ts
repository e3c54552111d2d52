import type { PanelStore } from './panel-store';
import { suggestTarget } from './shown-hints';
import { createSuggestClient, type SuggestClient, type SuggestWorld } from './suggest-client';

/** Keeps one suggestion stream in step with the store's view: another message, tab or state aborts it. */
export function followSuggestions(
  world: Omit<SuggestWorld, 'show'>,
  store: PanelStore,
): Pick<SuggestClient, 'retry'> & { close(): void } {
  const client = createSuggestClient({ ...world, show: store.getState().suggest });
  const follow = (): void => {
    client.follow(suggestTarget(store.getState().view));
  };
  const unsubscribe = store.subscribe((state, before) => {
    if (state.view !== before.view) follow();
  });
  follow();
  return {
    retry: client.retry,
    close: () => {
      unsubscribe();
      client.follow(null);
    },
  };
}
