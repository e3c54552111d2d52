import { parseScenario, type Scenario } from '../practice/scenario';
import type { ScenarioProblem } from '../practice/scenario-problems';
import { allScenarios } from '../practice/scenarios/index';
import type { SessionArea } from './tab-record';

/** Most own scenarios, and longest one in characters as JSON. */
export const MAX_SCENARIOS = 60;
export const MAX_SCENARIO_CHARACTERS = 120_000;

const PREFIX = 'practice:scenario:';
const keyOf = (id: string): string => `${PREFIX}${id}`;

/** A stored scenario that cannot be used, and why. */
export interface DamagedScenario {
  id: string;
  problems: readonly ScenarioProblem[];
}

export type SavedScenario =
  { ok: true } | { ok: false; reason: 'built-in' | 'too-many' | 'too-long' | 'full' };

/** The person's own scenarios on this device, each under a key of its own. */
export class ScenarioStore {
  constructor(private readonly area: SessionArea) {}

  /** Own scenarios by title, and those that cannot be used. */
  async own(): Promise<{ scenarios: Scenario[]; damaged: DamagedScenario[] }> {
    const scenarios: Scenario[] = [];
    const damaged: DamagedScenario[] = [];
    for (const [key, value] of Object.entries(await this.area.get(null))) {
      if (!key.startsWith(PREFIX)) continue;
      const parsed = parseScenario(value);
      if (parsed.ok) scenarios.push(parsed.scenario);
      else damaged.push({ id: key.slice(PREFIX.length), problems: parsed.problems });
    }
    scenarios.sort((a, b) => a.title.localeCompare(b.title));
    return { scenarios, damaged };
  }

  /** Adds a scenario, or puts it in the place of the own one with its id. */
  async save(scenario: Scenario): Promise<SavedScenario> {
    if (allScenarios().some(({ id }) => id === scenario.id)) return { ok: false, reason: 'built-in' };
    if (JSON.stringify(scenario).length > MAX_SCENARIO_CHARACTERS) return { ok: false, reason: 'too-long' };
    const { scenarios, damaged } = await this.own();
    const others = scenarios.filter(({ id }) => id !== scenario.id).length + damaged.length;
    if (others >= MAX_SCENARIOS) return { ok: false, reason: 'too-many' };
    try {
      await this.area.set({ [keyOf(scenario.id)]: scenario });
    } catch {
      return { ok: false, reason: 'full' };
    }
    return { ok: true };
  }

  async remove(id: string): Promise<void> {
    await this.area.remove(keyOf(id));
  }
}

/** Every scenario that can be played: those that ship, then the person's own. */
export async function listScenarios(store: ScenarioStore): Promise<readonly Scenario[]> {
  return [...allScenarios(), ...(await store.own()).scenarios];
}
