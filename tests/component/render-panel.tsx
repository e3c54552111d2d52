import { act, cleanup, render } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { afterEach, vi } from 'vitest';
import { Panel } from '@/components/live/panel';
import { PanelProvider, type PanelActions } from '@/components/live/panel-context';
import { createPanelStore, type PanelStore } from '@/components/live/panel-store';
import type * as LineChart from '@/components/timeline/line-chart';
import type { Intent } from '@/utils/messaging/intents';
import type { View } from '@/utils/messaging/view';

// The canvas has no drawing context here; what would be drawn on it is tested by its data.
vi.mock('@/components/timeline/line-chart', async (original) => ({
  ...(await original<typeof LineChart>()),
  drawTimeline: () => ({ update: () => undefined, destroy: () => undefined }),
}));

afterEach(cleanup);

/** The panel with a view, its store, what it sent, and a person at the keyboard. */
export function renderPanel(
  view: View | null,
  actions: Partial<PanelActions> = {},
  store = createPanelStore(),
) {
  const sent: Intent[] = [];
  if (view !== null) store.getState().receive(view);
  const all: PanelActions = {
    send: (intent) => sent.push(intent),
    requestSite: () => Promise.resolve(true),
    copy: () => Promise.resolve(),
    openSettings: () => undefined,
    openPractice: () => undefined,
    lookBack: () => Promise.resolve(null),
    readOutgoing: () => Promise.resolve(null),
    retrySuggestions: () => undefined,
    reword: () => () => undefined,
    ...actions,
  };
  const screen = render(
    <PanelProvider store={store} actions={all}>
      <Panel />
    </PanelProvider>,
  );
  return { ...screen, store, sent, user: userEvent.setup() };
}

/** Lets the worker send a view. */
export function receive(store: PanelStore, view: View): void {
  act(() => {
    store.getState().receive(view);
  });
}
