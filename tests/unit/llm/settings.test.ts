import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { clearKeys, keepKey, keyStatus, moveKey, readKey } from '@/utils/privacy/key-vault';
import {
  forgetEverything,
  loadEndpoint,
  removeEndpoint,
  saveEndpoint,
  watchEndpoint,
} from '@/utils/storage/settings';

const HOST = 'https://api.example.org';
const ENDPOINT = { baseUrl: `${HOST}/v1`, model: 'small', consented: true };

async function dump(area: 'local' | 'session' | 'sync'): Promise<string> {
  return JSON.stringify(await fakeBrowser.storage[area].get(null));
}

beforeEach(() => {
  fakeBrowser.reset();
});

describe('the key', () => {
  it('is in memory only, unless the person asks for more', async () => {
    await keepKey(HOST, 'sk-one', false);
    expect(await readKey(HOST)).toBe('sk-one');
    expect(await keyStatus(HOST)).toEqual({ kept: true, remembered: false });
    expect(await dump('local')).not.toContain('sk-one');
    expect(await dump('session')).toContain('sk-one');
  });

  it('is on this computer after the tick, and nowhere else', async () => {
    await keepKey(HOST, 'sk-one', false);
    await keepKey(HOST, 'sk-one', true);
    expect(await readKey(HOST)).toBe('sk-one');
    expect(await keyStatus(HOST)).toEqual({ kept: true, remembered: true });
    expect(await dump('session')).not.toContain('sk-one');
  });

  it('leaves the disk when the tick goes', async () => {
    await keepKey(HOST, 'sk-one', true);
    await moveKey(HOST, false);
    expect(await readKey(HOST)).toBe('sk-one');
    expect(await dump('local')).not.toContain('sk-one');
  });

  it('never goes into synchronised storage', async () => {
    await keepKey(HOST, 'sk-one', true);
    await keepKey(HOST, 'sk-one', false);
    expect(await dump('sync')).toBe('{}');
  });

  it('is given out for its own server alone', async () => {
    await keepKey(HOST, 'sk-one', true);
    expect(await readKey('https://evil.example')).toBeNull();
    expect(await keyStatus('https://evil.example')).toEqual({ kept: false, remembered: false });
    await moveKey('https://evil.example', false);
    expect(await dump('session')).not.toContain('sk-one');
  });

  it('is gone from both places when it is cleared', async () => {
    await keepKey(HOST, 'sk-one', true);
    await clearKeys();
    expect(await readKey(HOST)).toBeNull();
    expect((await dump('local')) + (await dump('session'))).not.toContain('sk-one');
  });

  it('is not read from what somebody else wrote', async () => {
    await fakeBrowser.storage.local.set({ 'vault.key': { origin: HOST, key: 42 } });
    expect(await readKey(HOST)).toBeNull();
  });
});

describe('the endpoint', () => {
  it('is kept on this computer and found again', async () => {
    expect(await loadEndpoint()).toBeNull();
    await saveEndpoint(ENDPOINT);
    expect(await loadEndpoint()).toEqual(ENDPOINT);
    await removeEndpoint();
    expect(await loadEndpoint()).toBeNull();
  });

  it('is none when what is stored cannot be read', async () => {
    await fakeBrowser.storage.local.set({ 'settings.endpoint': { baseUrl: 7 } });
    expect(await loadEndpoint()).toBeNull();
    await fakeBrowser.storage.local.set({
      'settings.endpoint': { ...ENDPOINT, baseUrl: 'http://far.example' },
    });
    expect(await loadEndpoint()).toBeNull();
  });

  it('tells everyone who watches', async () => {
    const seen: unknown[] = [];
    const stop = watchEndpoint((endpoint) => seen.push(endpoint));
    await saveEndpoint(ENDPOINT);
    await removeEndpoint();
    stop();
    await saveEndpoint(ENDPOINT);
    expect(seen).toEqual([ENDPOINT, null]);
  });
});

describe('forgetting everything', () => {
  it('leaves nothing behind', async () => {
    await saveEndpoint(ENDPOINT);
    await keepKey(HOST, 'sk-one', true);
    await fakeBrowser.storage.session.set({ 'tab.7': { text: 'words of a client' } });
    await forgetEverything();
    expect(await dump('local')).toBe('{}');
    expect(await dump('session')).toBe('{}');
  });
});
