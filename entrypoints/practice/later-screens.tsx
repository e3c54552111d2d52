import { DebriefPage } from '@/components/practice/debrief/debrief-page';
import { TurnRemark } from '@/components/practice/feedback/turn-remark';
import { GrowthPage } from '@/components/practice/growth/growth-page';
import type { LookBackApi } from '@/components/practice/look-back-api';
import type { LaterScreens } from '@/components/practice/practice-page';
import type { ScenariosApi } from '@/components/practice/scenarios/scenarios-api';
import { ScenariosPage } from '@/components/practice/scenarios/scenarios-page';
import { allScenarios } from '@/utils/practice/scenarios';
import { listScenarios, type ScenarioStore } from '@/utils/storage/scenario-store';

/** The one place where remarks, the look back, growth and the scenario editor come into the page. */
export function laterScreens(api: LookBackApi, store: ScenarioStore): LaterScreens {
  const scenarios = () => listScenarios(store);
  const editing: ScenariosApi = {
    builtIn: allScenarios,
    own: () => store.own(),
    save: (scenario) => store.save(scenario),
    remove: (id) => store.remove(id),
    saveFile: (name, content, type) => {
      api.saveFile(name, content, type);
    },
  };
  return {
    remark: (record, turn) => <TurnRemark record={record} turn={turn} tools={api.tools} />,
    debrief: (id) => <DebriefPage key={id} api={api} id={id} />,
    growth: () => <GrowthPage api={api} scenarios={scenarios} />,
    scenarios: () => <ScenariosPage api={editing} />,
  };
}
