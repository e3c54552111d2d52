import { DebriefPage } from '@/components/practice/debrief/debrief-page';
import { TurnRemark } from '@/components/practice/feedback/turn-remark';
import { GrowthPage } from '@/components/practice/growth/growth-page';
import type { LookBackApi } from '@/components/practice/look-back-api';
import type { PracticeApi } from '@/components/practice/practice-api';
import type { LaterScreens } from '@/components/practice/practice-page';
import type { ScenariosApi } from '@/components/practice/scenarios/scenarios-api';
import { ScenariosPage } from '@/components/practice/scenarios/scenarios-page';

/** The one place where remarks, the look back, growth and the scenario editor come into the page. */
export function laterScreens(
  lookBack: LookBackApi,
  scenarios: PracticeApi['scenarios'],
  editor: ScenariosApi,
): LaterScreens {
  return {
    remark: (record, turn) => <TurnRemark record={record} turn={turn} tools={lookBack.tools} />,
    debrief: (id) => <DebriefPage key={id} api={lookBack} id={id} />,
    growth: () => <GrowthPage api={lookBack} scenarios={scenarios} />,
    scenarios: () => <ScenariosPage api={editor} />,
  };
}
