import type { Scenario } from '@/utils/practice/scenario';
import type { DamagedScenario, SavedScenario } from '@/utils/storage/scenario-store';

/** What the scenario editor needs beyond drawing. */
export interface ScenariosApi {
  /** Scenarios that ship. */
  builtIn(): readonly Scenario[];
  own(): Promise<{ scenarios: readonly Scenario[]; damaged: readonly DamagedScenario[] }>;
  save(scenario: Scenario): Promise<SavedScenario>;
  remove(id: string): Promise<void>;
  saveFile(name: string, content: string, type: 'application/json'): void;
}
