import { createRoot } from 'react-dom/client';
import { laterScreens } from '@/entrypoints/practice/later-screens';
import { PracticePage } from '@/components/practice/practice-page';
import { createRunner } from '@/components/practice/session-runner';
import { allScenarios } from '@/utils/practice/scenarios/index';
import { fakeLookBack, fakePractice, fakeScenarios, TOOLS } from '../practice/fake-apis';
import { PRACTICE_SCENES } from './practice-scenes';
import { PRACTICE_VIEWS, type PracticeViewName } from './practice-views';

/** Draws the scene that the address names after `?`, with what it keeps and nothing that is kept after it. */
const name = location.search.slice(1);
const root = document.getElementById('root');
const isView = (given: string): given is PracticeViewName => given in PRACTICE_VIEWS;
if (!isView(name) || root === null) throw new Error('No such scene');
const scene = PRACTICE_SCENES[name] ?? {};

const { records = [], damaged = false, world = {} } = scene;
const lookBack = fakeLookBack(records, {
  loadAll: () =>
    Promise.resolve({
      records: [...records],
      damaged: damaged ? [{ id: 'bad', reason: 'damaged', problem: 'session: missing' }] : [],
    }),
});
const api = fakePractice({
  load: lookBack.load,
  play: (record) =>
    Promise.resolve(
      createRunner(record, {
        tools: TOOLS,
        save: () => Promise.resolve({ ok: true }),
        tell: () => undefined,
        draft: () => undefined,
        later: (_, run) => {
          run();
          return () => undefined;
        },
        now: () => 10,
        readings: () => Promise.resolve([]),
        ...world,
      }),
    ),
  ...scene.practice,
});

createRoot(root).render(
  <PracticePage
    api={api}
    screens={laterScreens(lookBack, () => Promise.resolve(allScenarios()), fakeScenarios())}
  />,
);
