import { browser } from 'wxt/browser';
import { parseBaseUrl } from '@/utils/llm/base-url';
import {
  forgetReplySchema,
  testEndpointReplySchema,
  type OptionsRequest,
} from '@/utils/messaging/options-protocol';
import { builtinState, downloadBuiltin } from '@/utils/llm/builtin-model';
import { builtinApi } from '@/utils/platform/builtin-api';
import { originPattern } from '@/utils/platform/match-pattern';
import { clearKeys, keepKey, keyStatus, moveKey } from '@/utils/privacy/key-vault';
import {
  forgetEverything,
  loadEndpoint,
  loadEngineChoice,
  loadHouseRules,
  loadSpending,
  removeEndpoint,
  saveEndpoint,
  saveEngineChoice,
  saveHouseRules,
  saveSpending,
} from '@/utils/storage/settings';
import { loadRuleChanges, removeRuleChanges, saveRuleChanges } from '@/utils/storage/draft-rules';
import { loadCompetences, removeCompetences, saveCompetences } from '@/utils/storage/competences';
import { loadFlagsOff, saveFlagsOff } from '@/utils/storage/draft-flags';
import { loadExperimental, saveExperimental } from '@/utils/storage/experimental-sites';
import { loadOwnNames, removeOwnName } from '@/utils/storage/own-names';
import { keepRecipes, loadRecipes, removeRecipe, watchRecipes } from '@/utils/storage/recipes';
import type { SettingsApi } from './settings-api';

/** Firefox asks the person about data that leaves the browser, also to a program on the same computer. */
const DATA_THAT_LEAVES = ['personalCommunications', 'healthInfo'];

interface Leave {
  origins: string[];
  data_collection?: string[];
}

function originOf(baseUrl: string): string | null {
  const parsed = parseBaseUrl(baseUrl);
  return parsed.ok ? parsed.url.origin : null;
}

function send(request: OptionsRequest): Promise<unknown> {
  return browser.runtime.sendMessage(request);
}

/** The settings as they are in a real browser. */
export const browserSettingsApi: SettingsApi = {
  load: loadEndpoint,

  async keyStatus(baseUrl) {
    const origin = originOf(baseUrl);
    return origin === null ? { kept: false, remembered: false } : keyStatus(origin);
  },

  removeKey: clearKeys,

  async askLeave(baseUrl, consented) {
    const parsed = parseBaseUrl(baseUrl);
    if (!parsed.ok) return false;
    // Servers on this computer let extensions in by themselves, or are told to; others need the browser's leave.
    const pattern = parsed.url.loopback ? null : originPattern(parsed.url.origin);
    const wanted: Leave = { origins: pattern === null ? [] : [pattern] };
    if (import.meta.env.FIREFOX && consented) wanted.data_collection = DATA_THAT_LEAVES;
    if (wanted.origins.length === 0 && !wanted.data_collection) return true;
    return browser.permissions.request(wanted);
  },

  leaveIsConsent: import.meta.env.FIREFOX,

  async save(endpoint, { typed, remember }) {
    const origin = originOf(endpoint.baseUrl);
    if (origin === null) return;
    if (typed !== '') await keepKey(origin, typed, remember);
    else if ((await keyStatus(origin)).kept) await moveKey(origin, remember);
    else await clearKeys();
    await saveEndpoint(endpoint);
    // Whoever sets an endpoint up wants it used.
    await saveEngineChoice('endpoint');
  },

  async turnOff() {
    await Promise.all([removeEndpoint(), clearKeys()]);
  },

  async test({ baseUrl, model }, typedKey) {
    const request = { kind: 'test-endpoint', baseUrl, model } as const;
    const reply = testEndpointReplySchema.safeParse(
      await send(typedKey === '' ? request : { ...request, apiKey: typedKey }).catch(() => null),
    );
    return reply.success ? reply.data : { ok: false, code: 'disconnected' };
  },

  async sites() {
    return (await browser.permissions.getAll()).origins ?? [];
  },

  async revoke(pattern) {
    await browser.permissions.remove({ origins: [pattern] });
  },

  watchSites(changed) {
    browser.permissions.onAdded.addListener(changed);
    browser.permissions.onRemoved.addListener(changed);
    return () => {
      browser.permissions.onAdded.removeListener(changed);
      browser.permissions.onRemoved.removeListener(changed);
    };
  },

  loadSpending,
  saveSpending,
  builtinState: () => builtinState(builtinApi()),
  async downloadBuiltin(progress, signal) {
    const model = builtinApi();
    if (model) await downloadBuiltin(model, progress, signal);
  },
  loadEngineChoice,
  saveEngineChoice,
  loadHouseRules,
  saveHouseRules,
  loadFlagsOff,
  saveFlagsOff,
  loadRuleChanges,
  saveRuleChanges,
  removeRuleChanges,
  loadCompetences,
  saveCompetences,
  removeCompetences,

  loadExperimental,
  saveExperimental,
  loadOwnNames,
  removeOwnName,
  loadRecipes,
  keepRecipes,
  removeRecipe,
  watchRecipes,

  download(name, text) {
    const link = document.createElement('a');
    link.download = name;
    link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
    link.click();
    URL.revokeObjectURL(link.href);
  },

  async forgetEverything() {
    // The worker holds conversations in memory and would write them back; without one, nothing does.
    const reply = forgetReplySchema.safeParse(await send({ kind: 'forget-everything' }).catch(() => null));
    if (!reply.success) await forgetEverything();
  },

  copy: (text) => navigator.clipboard.writeText(text),

  pageUrl: globalThis.location.href,
};
