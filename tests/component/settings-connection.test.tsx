// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { key, model, openSettings, press, SAVED } from './render-settings';

describe('testing the connection', () => {
  it('says that it works', async () => {
    const { fake, user } = await openSettings({ load: () => Promise.resolve(SAVED) });
    await user.type(key(), 'sk-typed');
    await user.click(press('Test connection'));
    expect(await screen.findByText(/kind-1 at gateway.example.org answered in 0.8 seconds/)).toBeDefined();
    expect(fake.test).toHaveBeenCalledWith(
      { baseUrl: 'https://gateway.example.org/v1', model: 'kind-1' },
      'sk-typed',
    );
    expect(fake.save).not.toHaveBeenCalled();
  });

  it.each([
    ['bad-key', /did not accept the key/],
    ['unknown-model', /does not know this model/],
    ['unreachable', /could not be reached/],
    ['not-an-api', /something else at this address/],
    ['disconnected', /connection inside the browser was lost/],
  ] as const)('says what is wrong: %s', async (code, words) => {
    const { user } = await openSettings({
      load: () => Promise.resolve(SAVED),
      test: () => Promise.resolve({ ok: false, code, detail: 'as told' }),
    });
    await user.click(press('Test connection'));
    expect(await screen.findByText(words)).toBeDefined();
    expect(screen.getByText(/as told/)).toBeDefined();
  });

  it.each([
    ['chrome-extension://abc/options.html', 'OLLAMA_ORIGINS=chrome-extension://*'],
    ['moz-extension://abc/options.html', 'OLLAMA_ORIGINS=moz-extension://*'],
  ])('gives the exact line for Ollama on %s, to copy', async (pageUrl, line) => {
    const { fake, user } = await openSettings({
      load: () => Promise.resolve(SAVED),
      test: () => Promise.resolve({ ok: false, code: 'ollama-origin' }),
      pageUrl,
    });
    await user.click(press('Test connection'));
    expect((await screen.findByText(line)).tagName).toBe('CODE');
    await user.click(press('Copy'));
    expect(fake.copy).toHaveBeenCalledWith(line);
  });

  it('forgets what it said as soon as something changes', async () => {
    const { user } = await openSettings({ load: () => Promise.resolve(SAVED) });
    await user.click(press('Test connection'));
    await screen.findByText('It works.');
    await user.type(model(), '2');
    expect(screen.queryByText('It works.')).toBeNull();
  });
});
