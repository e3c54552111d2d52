import { browser } from 'wxt/browser';

/**
 * Shuts content scripts out of every storage area that the browser lets us close. `session` is closed by
 * default; `local` and `sync` are not.
 */
export async function closeStorageToPages(): Promise<void> {
  for (const area of [browser.storage.session, browser.storage.local, browser.storage.sync]) {
    // Firefox has it for `session` alone.
    if ('setAccessLevel' in area) await area.setAccessLevel({ accessLevel: 'TRUSTED_CONTEXTS' });
  }
}
