import { createRoot } from 'react-dom/client';
import { Panel } from '@/components/live/panel';
import { PanelProvider, type PanelActions } from '@/components/live/panel-context';
import { createPanelStore } from '@/components/live/panel-store';
import { AFTER, OUTGOING, SCENES } from './scenes';

/** Draws the scene that the address names after `#`, with actions that do nothing. */
const scene = SCENES[location.hash.slice(1)];
const root = document.getElementById('root');
if (scene === undefined || root === null) throw new Error('No such scene');

const store = createPanelStore();
const state = store.getState();
if (scene.view !== null) state.receive(scene.view);
state.linked(scene.link ?? (scene.view === null ? 'connecting' : 'open'));
state.resumedNote(scene.resumed === true);
state.suggest(scene.suggestions ?? null);

const nothing = (): void => undefined;
const actions: PanelActions = {
  send: nothing,
  requestSite: () => Promise.resolve(false),
  copy: () => Promise.resolve(),
  openSettings: nothing,
  openPractice: nothing,
  lookBack: () => Promise.resolve(AFTER),
  readOutgoing: () => Promise.resolve(OUTGOING),
  retrySuggestions: nothing,
  reword: (_, show) => {
    if (scene.rewording !== undefined) show(scene.rewording);
    return nothing;
  },
};

createRoot(root).render(
  <PanelProvider store={store} actions={actions}>
    <Panel />
  </PanelProvider>,
);
