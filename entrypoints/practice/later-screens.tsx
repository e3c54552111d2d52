import { TurnRemark } from '@/components/practice/feedback/turn-remark';
import type { LookBackApi } from '@/components/practice/look-back-api';
import type { LaterScreens } from '@/components/practice/practice-page';

/** The one place where remarks, the look back, growth and the scenario editor come into the page. */
export function laterScreens(api: LookBackApi): LaterScreens {
  return {
    remark: (record, turn) => <TurnRemark record={record} turn={turn} tools={api.tools} />,
    debrief: () => <main className="practice-main" />,
    growth: () => <main className="practice-main" />,
    scenarios: () => <main className="practice-main" />,
  };
}
