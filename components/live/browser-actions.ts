import { originPattern } from '@/utils/platform/match-pattern';
import type { PanelActions } from './panel-context';

/** The part of the browser's API behind the panel's actions. */
export interface ActionsApi {
  permissions: { request(permissions: { origins: string[] }): Promise<boolean> };
  runtime: { openOptionsPage(): Promise<void> };
}

type BrowserActions = Pick<PanelActions, 'requestSite' | 'copy' | 'openSettings'>;

/** The actions that go to the browser itself rather than to the worker. */
export function browserActions(api: ActionsApi, clipboard: Pick<Clipboard, 'writeText'>): BrowserActions {
  return {
    requestSite(origin) {
      const pattern = originPattern(origin);
      return pattern === null ? Promise.resolve(false) : api.permissions.request({ origins: [pattern] });
    },
    copy: (text) => clipboard.writeText(text),
    openSettings() {
      void api.runtime.openOptionsPage();
    },
  };
}
