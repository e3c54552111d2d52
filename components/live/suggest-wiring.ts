import { visibilityOf } from './hint-visibility';
import type { PanelStore } from './panel-store';
import { suggestTarget } from './shown-hints';
import { createSuggestClient, type SuggestClient, type SuggestWorld } from './suggest-client';

/** Keeps one suggestion stream in step with the store's view: another message, tab or state aborts it. Nothing is
 * asked for while suggestions wait to be opened. */
export function followSuggestions(
  world: Omit<SuggestWorld, 'show'>,
  store: PanelStore,
): Pick<SuggestClient, 'retry'> & { close(): void } {
  const client = createSuggestClient({ ...world, show: store.getState().suggest });
  const follow = (): void => {
    const { view, revealed } = store.getState();
    const isShown = view !== null && visibilityOf(view, revealed) === 'shown';
    client.follow(isShown ? suggestTarget(view) : null);
  };
  const unsubscribe = store.subscribe((state, before) => {
    if (state.view !== before.view || state.revealed !== before.revealed) follow();
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
