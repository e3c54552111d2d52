import type { TestEndpointReply } from '@/utils/messaging/options-protocol';
import type { FlagId } from '@/utils/coaching/draft-rule';
import type { BuiltinState } from '@/utils/llm/builtin-model';
import type { Endpoint, EngineChoice } from '@/utils/llm/settings';
import type { Spending } from '@/utils/llm/usage';
import type { Recipe } from '@/utils/sites/recipe';
import type { RememberedSite } from '@/utils/storage/own-names';
import type { KeyStatus } from '@/utils/privacy/key-vault';

/** What to do with the key when the settings are saved. */
export interface KeyChoice {
  /** A key that was typed; empty to keep the one there is. */
  typed: string;
  /** On this computer, and not only until the browser closes. */
  remember: boolean;
}

/** What the settings need of the browser and the worker. */
export interface SettingsApi {
  load(): Promise<Endpoint | null>;
  keyStatus(baseUrl: string): Promise<KeyStatus>;
  removeKey(): Promise<void>;
  /**
   * Asks the browser for what reaching this address takes. To be called first thing in a click. Resolves with
   * false when the person says no.
   */
  askLeave(baseUrl: string, consented: boolean): Promise<boolean>;
  /** The browser's own question covers the consent: a no to it is a no to sending. */
  leaveIsConsent: boolean;
  save(endpoint: Endpoint, key: KeyChoice): Promise<void>;
  /** Removes endpoint and key. */
  turnOff(): Promise<void>;
  /** Resolves with `disconnected` when the worker cannot be reached. */
  test(endpoint: Pick<Endpoint, 'baseUrl' | 'model'>, typedKey: string): Promise<TestEndpointReply>;
  /** Match patterns of the sites that the person allowed. */
  sites(): Promise<readonly string[]>;
  revoke(pattern: string): Promise<void>;
  /** Calls back when sites are added or removed. Returns how to stop. */
  watchSites(changed: () => void): () => void;
  loadSpending(): Promise<Spending>;
  saveSpending(spending: Spending): Promise<void>;
  /** Never rejects. */
  builtinState(): Promise<BuiltinState>;
  /** To be called in a click; `progress` from 0 to 1. */
  downloadBuiltin(progress: (share: number) => void, signal: AbortSignal): Promise<void>;
  loadEngineChoice(): Promise<EngineChoice>;
  saveEngineChoice(choice: EngineChoice): Promise<void>;
  /** Remarks about drafts that are switched off. */
  loadFlagsOff(): Promise<readonly FlagId[]>;
  saveFlagsOff(flags: readonly FlagId[]): Promise<void>;
  /** An organisation's changes to the draft rules; null when there are none. */
  loadRuleChanges(): Promise<unknown>;
  saveRuleChanges(changes: unknown): Promise<void>;
  removeRuleChanges(): Promise<void>;
  /** An organisation's own competences; null when there are none. */
  loadCompetences(): Promise<unknown>;
  saveCompetences(file: unknown): Promise<void>;
  removeCompetences(): Promise<void>;
  loadHouseRules(): Promise<readonly string[]>;
  saveHouseRules(rules: readonly string[]): Promise<void>;
  /** Ids of experimental sites that are turned on. */
  loadExperimental(): Promise<readonly string[]>;
  saveExperimental(ids: readonly string[]): Promise<void>;
  loadRecipes(): Promise<readonly Recipe[]>;
  keepRecipes(recipes: readonly Recipe[]): Promise<void>;
  removeRecipe(recipe: Recipe): Promise<void>;
  /** Calls back when recipes are added or removed. Returns how to stop. */
  watchRecipes(changed: () => void): () => void;
  /** Sites on which the person's own name is remembered. */
  loadOwnNames(): Promise<readonly RememberedSite[]>;
  removeOwnName(origin: string): Promise<void>;
  /** Has the browser keep a file. */
  download(name: string, text: string): void;
  forgetEverything(): Promise<void>;
  copy(text: string): Promise<void>;
  /** Address of this page; its scheme tells the browser. */
  pageUrl: string;
}
