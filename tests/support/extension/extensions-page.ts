import type { BrowserContext, CDPSession, Page } from '@playwright/test';

/** The part of the extensions page's own API that the tests use. */
interface DeveloperPrivate {
  addHostPermission(id: string, host: string): Promise<void>;
  removeHostPermission(id: string, host: string): Promise<void>;
  updateProfileConfiguration(update: { inDeveloperMode: boolean }): Promise<void>;
  reload(id: string, options: { failQuietly: boolean }): Promise<void>;
}

/** Runs a job on a page that is opened behind the one in front, so that no tab changes place. */
export async function withBackgroundPage<T>(
  context: BrowserContext,
  cdp: CDPSession,
  url: string,
  job: (page: Page) => Promise<T>,
): Promise<T> {
  const opened = context.waitForEvent('page');
  await cdp.send('Target.createTarget', { url, background: true });
  const page = await opened;
  await page.waitForURL(url);
  try {
    return await job(page);
  } finally {
    await page.close();
  }
}

export async function allowHost(page: Page, id: string, origin: string): Promise<void> {
  await page.evaluate(
    ([extension, host]) => {
      const { chrome } = globalThis as unknown as { chrome: { developerPrivate: DeveloperPrivate } };
      return chrome.developerPrivate.addHostPermission(extension, host);
    },
    [id, hostPattern(origin)] as const,
  );
}

export async function forbidHost(page: Page, id: string, origin: string): Promise<void> {
  await page.evaluate(
    ([extension, host]) => {
      const { chrome } = globalThis as unknown as { chrome: { developerPrivate: DeveloperPrivate } };
      return chrome.developerPrivate.removeHostPermission(extension, host);
    },
    [id, hostPattern(origin)] as const,
  );
}

/** Reloads an unpacked extension. Without developer mode the browser would leave it switched off. */
export async function reload(page: Page, id: string): Promise<void> {
  await page.evaluate(async (extension) => {
    const { chrome } = globalThis as unknown as { chrome: { developerPrivate: DeveloperPrivate } };
    await chrome.developerPrivate.updateProfileConfiguration({ inDeveloperMode: true });
    await chrome.developerPrivate.reload(extension, { failQuietly: true });
  }, id);
}

/** Match patterns of permissions carry no port. */
function hostPattern(origin: string): string {
  const { protocol, hostname } = new URL(origin);
  return `${protocol}//${hostname}/*`;
}
