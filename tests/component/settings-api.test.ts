// @vitest-environment happy-dom
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { describeSites } from '@/components/settings/allowed-sites';
import { browserSettingsApi as api } from '@/components/settings/browser-settings-api';
import { readKey } from '@/utils/privacy/key-vault';
import { loadEndpoint } from '@/utils/storage/settings';

const REMOTE = 'https://gateway.example.org/v1';
const ORIGIN = 'https://gateway.example.org';
const ENDPOINT = { baseUrl: REMOTE, model: 'kind-1', consented: true };

async function stored(): Promise<string> {
  const areas = [fakeBrowser.storage.local, fakeBrowser.storage.session, fakeBrowser.storage.sync];
  return JSON.stringify(await Promise.all(areas.map((area) => area.get(null))));
}

beforeEach(() => {
  fakeBrowser.reset();
});

describe('saving', () => {
  it('keeps the address, and the key in its own place', async () => {
    await api.save(ENDPOINT, { typed: 'sk-1', remember: false });
    expect(await loadEndpoint()).toEqual(ENDPOINT);
    expect(await readKey(ORIGIN)).toBe('sk-1');
    expect(JSON.stringify(await fakeBrowser.storage.local.get(null))).not.toContain('sk-1');
    expect(await api.keyStatus(REMOTE)).toEqual({ kept: true, remembered: false });
  });

  it('keeps the key when none was typed, and moves it with the tick', async () => {
    await api.save(ENDPOINT, { typed: 'sk-1', remember: false });
    await api.save({ ...ENDPOINT, model: 'kind-2' }, { typed: '', remember: true });
    expect(await readKey(ORIGIN)).toBe('sk-1');
    expect(await api.keyStatus(REMOTE)).toEqual({ kept: true, remembered: true });
  });

  it('drops a key that was for another host', async () => {
    await api.save(ENDPOINT, { typed: 'sk-1', remember: true });
    await api.save({ ...ENDPOINT, baseUrl: 'https://other.example/v1' }, { typed: '', remember: true });
    expect(await stored()).not.toContain('sk-1');
  });

  it('can be undone altogether', async () => {
    await api.save(ENDPOINT, { typed: 'sk-1', remember: true });
    await api.turnOff();
    expect(await stored()).not.toMatch(/sk-1|gateway/);
  });
});

describe('leave to reach a host', () => {
  it('is asked of the browser for other computers only, and for this host only', async () => {
    const request = vi.spyOn(fakeBrowser.permissions, 'request').mockResolvedValue(false as never);
    expect(await api.askLeave(REMOTE, true)).toBe(false);
    expect(request).toHaveBeenCalledWith({ origins: ['https://gateway.example.org/*'] });
    request.mockClear();
    expect(await api.askLeave('http://localhost:11434/v1', true)).toBe(true);
    expect(await api.askLeave('http://far.example/v1', true)).toBe(false);
    expect(request).not.toHaveBeenCalled();
  });
});

describe('the worker', () => {
  it('is asked to test, without a key unless one was typed', async () => {
    const asked: unknown[] = [];
    fakeBrowser.runtime.onMessage.addListener((message: unknown) => {
      asked.push(message);
      return Promise.resolve({ ok: true, model: 'kind-1', millis: 5 }) as never;
    });
    const endpoint = { baseUrl: REMOTE, model: 'kind-1' };
    expect(await api.test(endpoint, '')).toEqual({ ok: true, model: 'kind-1', millis: 5 });
    await api.test(endpoint, 'sk-2');
    expect(asked).toEqual([
      { kind: 'test-endpoint', ...endpoint },
      { kind: 'test-endpoint', ...endpoint, apiKey: 'sk-2' },
    ]);
  });

  it.each([
    ['is gone', null],
    ['answers something else', { ok: 'perhaps' }],
  ])('that %s is told as a lost connection', async (_, answer) => {
    if (answer) fakeBrowser.runtime.onMessage.addListener(() => Promise.resolve(answer) as never);
    expect(await api.test({ baseUrl: REMOTE, model: 'm' }, '')).toEqual({ ok: false, code: 'disconnected' });
  });

  it('that is gone cannot keep everything from being forgotten', async () => {
    await api.save(ENDPOINT, { typed: 'sk-1', remember: true });
    await api.forgetEverything();
    expect(await stored()).toBe('[{},{},{}]');
  });
});

describe('allowed sites in words', () => {
  it('name what each pattern means, in order', () => {
    const patterns = [
      'https://*.team.example/*',
      'http://localhost/*',
      'https://*/*',
      'https://gateway.example.org/*',
    ];
    expect(describeSites(patterns, REMOTE).map(({ name, sendsOnly }) => [name, sendsOnly])).toEqual([
      ['every https site', false],
      ['gateway.example.org', true],
      ['localhost (unencrypted)', false],
      ['team.example and its parts', false],
    ]);
  });
});
