import type { LaterScreens } from '@/components/practice/practice-page';

/** The one place where the look back, growth and the scenario editor come into the page. */
export const laterScreens: LaterScreens = {
  debrief: () => <main className="practice-main" />,
  growth: () => <main className="practice-main" />,
  scenarios: () => <main className="practice-main" />,
};
