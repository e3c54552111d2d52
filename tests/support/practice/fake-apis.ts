import type { LookBackApi } from '@/components/practice/look-back-api';
import type { PracticeApi } from '@/components/practice/practice-api';
import type { ScenariosApi } from '@/components/practice/scenarios/scenarios-api';
import { draftRules } from '@/utils/coaching/rule-set';
import type { FeedbackTools } from '@/utils/practice/feedback/moments';
import { respond, startSession } from '@/utils/practice/play';
import { newRecord, type NewRecord, type SessionRecord, withSession } from '@/utils/practice/record';
import type { Scenario } from '@/utils/practice/scenario';
import { allScenarios, findScenario } from '@/utils/practice/scenarios/index';

/** The rule book without models, as practice plays where none could be loaded. */
export const TOOLS: FeedbackTools = { rules: draftRules(), reader: null, codeModel: null };

export function scenarioOf(id: string): Scenario {
  const found = findScenario(id);
  if (!found) throw new Error(`No scenario is called ${id}.`);
  return found;
}

/** A session that was played with these turns, and ended. */
export function played(
  scenario: Scenario,
  turns: readonly string[],
  { seed = 3, ...own }: Partial<NewRecord> & { seed?: number } = {},
): SessionRecord {
  let session = startSession(scenario, seed);
  for (const turn of turns) session = respond(scenario, session, turn, TOOLS);
  const record = newRecord({ id: 's1', scenario, session, startedAt: 1, ...own });
  return { ...withSession(record, session, 2), endedAt: record.startedAt + 1 };
}

/** The practice page's world with nothing kept and no endpoint, but for what is given. */
export function fakePractice(own: Partial<PracticeApi> = {}): PracticeApi {
  return {
    scenarios: () => Promise.resolve(allScenarios()),
    endpoint: () => Promise.resolve(null),
    list: () => Promise.resolve([]),
    propose: () => Promise.resolve(null),
    load: (id) => Promise.resolve({ ok: false, id, reason: 'missing' }),
    discard: () => Promise.resolve(),
    begin: () => Promise.resolve('new'),
    play: () => Promise.reject(new Error('not played here')),
    leave: () => undefined,
    isPanelOpen: () => Promise.resolve(true),
    openPanel: () => undefined,
    openSettings: () => undefined,
    ...own,
  };
}

/** A look back on these records, which nothing changes, but for what is given. */
export function fakeLookBack(records: readonly SessionRecord[], own: Partial<LookBackApi> = {}): LookBackApi {
  return {
    load: (id) => {
      const record = records.find((one) => one.id === id);
      return Promise.resolve(record ? { ok: true, record } : { ok: false, id, reason: 'missing' });
    },
    loadAll: () => Promise.resolve({ records: [...records], damaged: [] }),
    save: () => Promise.resolve({ ok: true, dropped: [] }),
    discard: () => Promise.resolve(),
    deleteAll: () => Promise.resolve(),
    tools: () => Promise.resolve(TOOLS),
    newId: () => 'branch',
    now: () => 10,
    saveFile: () => undefined,
    print: () => undefined,
    ...own,
  };
}

/** A shelf of scenarios that keeps nothing, but for what is given. */
export function fakeScenarios(own: Partial<ScenariosApi> = {}): ScenariosApi {
  return {
    builtIn: () => allScenarios(),
    own: () => Promise.resolve({ scenarios: [], damaged: [] }),
    save: () => Promise.resolve({ ok: true }),
    remove: () => Promise.resolve(),
    saveFile: () => undefined,
    ...own,
  };
}
