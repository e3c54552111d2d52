import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { browser } from 'wxt/browser';
import type { PracticeApi } from '@/components/practice/practice-api';
import { PracticePage } from '@/components/practice/practice-page';
import { isPanelOpen, openPanel } from '@/utils/platform/panel';
import { nextPractice } from '@/utils/practice/growth/next';
import { startSession } from '@/utils/practice/play';
import { newRecord } from '@/utils/practice/record';
import { allScenarios } from '@/utils/practice/scenarios';
import { PracticeShelves } from '@/utils/storage/practice-shelves';
import { browserLock, PracticeStore } from '@/utils/storage/practice-store';
import { listScenarios, ScenarioStore } from '@/utils/storage/scenario-store';
import { loadEndpoint, loadEngineChoice } from '@/utils/storage/settings';
import { readSkills } from '@/components/practice/read-skills';
import { laterScreens } from './later-screens';
import { browserLookBack } from './look-back';
import { playHere, tellNoChat } from './practice-world';

const shelves = new PracticeShelves(
  new PracticeStore(browser.storage.local, browserLock('practice')),
  new PracticeStore(browser.storage.session, browserLock('practice-passing')),
);

const ownScenarios = new ScenarioStore(browser.storage.local);

/** Asked for early: opening the panel must come first in a click, before anything is awaited. */
let tab: { id?: number | undefined; windowId: number } | undefined;

const api: PracticeApi = {
  scenarios: () => listScenarios(ownScenarios),
  async endpoint() {
    const [choice, endpoint] = await Promise.all([loadEngineChoice(), loadEndpoint()]);
    if (choice !== 'endpoint' || !endpoint?.consented || !URL.canParse(endpoint.baseUrl)) return null;
    return { host: new URL(endpoint.baseUrl).host, model: endpoint.model };
  },
  list: () => shelves.list(),
  async propose() {
    const { records } = await shelves.loadAll();
    if (records.length === 0) return null;
    const [skills, known] = await Promise.all([
      lookBack.tools().then((tools) => readSkills(records, tools)),
      api.scenarios(),
    ]);
    return skills && skills.length > 0 ? nextPractice(skills, known, lookBack.now()) : null;
  },
  load: (id) => shelves.load(id),
  discard: (id) => shelves.discard(id),
  async begin({ scenario, voiceHost, ...chosen }) {
    const [seed = 0] = crypto.getRandomValues(new Uint32Array(1));
    const record = newRecord({
      id: crypto.randomUUID(),
      scenario,
      session: startSession(scenario, seed),
      startedAt: Date.now(),
      ...chosen,
      ...(voiceHost !== undefined && { voice: 'llm', voiceHost }),
    });
    const saved = await shelves.save(record);
    if (!saved.ok) throw new Error(saved.reason);
    return record.id;
  },
  play: (record) => playHere(record, shelves),
  leave: tellNoChat,
  isPanelOpen: async () => tab === undefined || (await isPanelOpen(tab.windowId)),
  openPanel() {
    if (tab?.id !== undefined) void openPanel(tab.id);
  },
  openSettings() {
    void browser.runtime.openOptionsPage();
  },
};

const lookBack = browserLookBack(shelves);
const screens = laterScreens(lookBack, api.scenarios, {
  builtIn: allScenarios,
  own: () => ownScenarios.own(),
  save: (scenario) => ownScenarios.save(scenario),
  remove: (id) => ownScenarios.remove(id),
  saveFile: lookBack.saveFile,
});

async function start(root: HTMLElement): Promise<void> {
  tab = await browser.tabs.getCurrent();
  createRoot(root).render(
    <StrictMode>
      <PracticePage api={api} screens={screens} />
    </StrictMode>,
  );
}

const root = document.getElementById('root');
if (root !== null) void start(root);
