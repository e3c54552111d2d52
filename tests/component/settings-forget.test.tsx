// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { Endpoint } from '@/utils/llm/settings';
import { model, openSettings, press, SAVED } from './render-settings';

describe('forgetting everything', () => {
  it('asks once more in the same place, with the safe answer in hand', async () => {
    const { fake, user } = await openSettings();
    await user.click(press('Forget everything…'));
    expect(document.activeElement).toBe(press('Keep it'));
    expect(fake.forgetEverything).not.toHaveBeenCalled();
    await user.click(press('Keep it'));
    expect(document.activeElement).toBe(press('Forget everything…'));
    expect(fake.forgetEverything).not.toHaveBeenCalled();
  });

  it('empties the form too', async () => {
    let stored: Endpoint | null = SAVED;
    const { user } = await openSettings({
      load: () => Promise.resolve(stored),
      forgetEverything: () => {
        stored = null;
        return Promise.resolve();
      },
    });
    await user.click(press('Forget everything…'));
    await user.click(press('Yes, forget everything'));
    expect(await screen.findByText(/remembers nothing/)).toBeDefined();
    await screen.findByText('off');
    expect(model()).toHaveProperty('value', '');
  });
});
