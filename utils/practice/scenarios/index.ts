import { parseScenario, type Scenario } from '../scenario';
import abuseAtHome from './abuse-at-home.json';
import bereavement from './bereavement.json';
import breakUp from './break-up.json';
import caringForAParent from './caring-for-a-parent.json';
import comingOut from './coming-out.json';
import examStress from './exam-stress.json';
import lonelyAfterMoving from './lonely-after-moving.json';
import moneyWorries from './money-worries.json';
import passiveSuicidalThoughts from './passive-suicidal-thoughts.json';
import selfHarmUrges from './self-harm-urges.json';
import postNatal from './post-natal.json';
import workplaceBullying from './workplace-bullying.json';

const FILES: readonly unknown[] = [
  examStress,
  lonelyAfterMoving,
  breakUp,
  bereavement,
  workplaceBullying,
  comingOut,
  caringForAParent,
  moneyWorries,
  postNatal,
  selfHarmUrges,
  abuseAtHome,
  passiveSuicidalThoughts,
];

/** The scenarios that ship. Throws an Error that names the field when one of them is broken. */
function readAll(): Scenario[] {
  return FILES.map((file) => {
    const parsed = parseScenario(file);
    if (parsed.ok) return parsed.scenario;
    const [first] = parsed.problems;
    throw new Error(`A scenario is broken: ${first?.field ?? ''}: ${first?.problem ?? ''}`);
  });
}

let scenarios: readonly Scenario[] | undefined;

/** The scenarios that ship, easiest first; read once. */
export function allScenarios(): readonly Scenario[] {
  scenarios ??= readAll();
  return scenarios;
}

export function findScenario(id: string): Scenario | undefined {
  return allScenarios().find((scenario) => scenario.id === id);
}
