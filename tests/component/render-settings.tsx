import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, vi } from 'vitest';
import type { SettingsApi } from '@/components/settings/settings-api';
import { SettingsPage } from '@/components/settings/settings-page';
import type { Endpoint } from '@/utils/llm/settings';

afterEach(cleanup);

/** An endpoint that was set up before. */
export const SAVED: Endpoint = {
  baseUrl: 'https://gateway.example.org/v1',
  model: 'kind-1',
  consented: true,
};

/** The settings' world with nothing stored, but for what is given. */
function api(change: Partial<SettingsApi> = {}): SettingsApi {
  return {
    load: () => Promise.resolve(null),
    keyStatus: () => Promise.resolve({ kept: false, remembered: false }),
    removeKey: vi.fn(() => Promise.resolve()),
    askLeave: vi.fn(() => Promise.resolve(true)),
    leaveIsConsent: false,
    save: vi.fn(() => Promise.resolve()),
    turnOff: vi.fn(() => Promise.resolve()),
    test: vi.fn(() => Promise.resolve({ ok: true as const, model: 'kind-1', millis: 840 })),
    sites: () => Promise.resolve([]),
    revoke: vi.fn(() => Promise.resolve()),
    watchSites: () => () => undefined,
    builtinState: () => Promise.resolve('absent'),
    downloadBuiltin: () => Promise.resolve(),
    loadEngineChoice: () => Promise.resolve('endpoint'),
    saveEngineChoice: vi.fn(() => Promise.resolve()),
    loadRuleChanges: () => Promise.resolve(null),
    saveRuleChanges: vi.fn(() => Promise.resolve()),
    removeRuleChanges: vi.fn(() => Promise.resolve()),
    loadCompetences: () => Promise.resolve(null),
    saveCompetences: vi.fn(() => Promise.resolve()),
    removeCompetences: vi.fn(() => Promise.resolve()),
    loadExperimental: () => Promise.resolve([]),
    saveExperimental: vi.fn(() => Promise.resolve()),
    loadOwnNames: () => Promise.resolve([]),
    removeOwnName: () => Promise.resolve(),
    loadRecipes: () => Promise.resolve([]),
    keepRecipes: vi.fn(() => Promise.resolve()),
    removeRecipe: vi.fn(() => Promise.resolve()),
    watchRecipes: () => () => undefined,
    download: vi.fn(),
    loadFlagsOff: () => Promise.resolve([]),
    saveFlagsOff: vi.fn(() => Promise.resolve()),
    loadHouseRules: () => Promise.resolve([]),
    saveHouseRules: vi.fn(() => Promise.resolve()),
    loadSpending: () => Promise.resolve({}),
    saveSpending: vi.fn(() => Promise.resolve()),
    forgetEverything: vi.fn(() => Promise.resolve()),
    copy: vi.fn(() => Promise.resolve()),
    pageUrl: 'chrome-extension://abc/options.html',
    ...change,
  };
}

/** The page as it stands once it is loaded, its world, and a person at the keyboard. */
export async function openSettings(change: Partial<SettingsApi> = {}) {
  const fake = api(change);
  render(<SettingsPage api={fake} />);
  await screen.findByRole('button', { name: 'Save' });
  return { fake, user: userEvent.setup() };
}

export const model = (): HTMLElement => screen.getByLabelText('Model');
export const key = (): HTMLElement => screen.getByLabelText('Key');
export const press = (name: string): HTMLElement => screen.getByRole('button', { name });
