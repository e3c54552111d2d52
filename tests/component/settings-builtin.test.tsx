// @vitest-environment happy-dom
import { screen } from '@testing-library/react';
import { describe, expect, it, vi } from 'vitest';
import { openSettings } from './render-settings';

describe('the browser’s own model', () => {
  it('is not spoken of where there is none', async () => {
    await openSettings();
    expect(screen.queryByText('The browser’s own model')).toBeNull();
  });

  it('is downloaded on a click alone, and used on another', async () => {
    let state: 'downloadable' | 'available' = 'downloadable';
    const downloadBuiltin = vi.fn(() => {
      state = 'available';
      return Promise.resolve();
    });
    const { fake, user } = await openSettings({
      builtinState: () => Promise.resolve(state),
      downloadBuiltin,
    });
    expect(downloadBuiltin).not.toHaveBeenCalled();
    await user.click(await screen.findByRole('button', { name: 'Download it' }));
    await user.click(await screen.findByRole('button', { name: 'Use it for suggestions' }));
    expect(fake.saveEngineChoice).toHaveBeenCalledWith('builtin');
    expect(await screen.findByRole('button', { name: 'Stop using it' })).toBeDefined();
  });

  it('says what to do when the download fails', async () => {
    const { user } = await openSettings({
      builtinState: () => Promise.resolve('downloadable'),
      downloadBuiltin: () => Promise.reject(new Error('no space')),
    });
    await user.click(await screen.findByRole('button', { name: 'Download it' }));
    expect(await screen.findByText(/Check the space on this computer/)).toBeDefined();
  });
});
