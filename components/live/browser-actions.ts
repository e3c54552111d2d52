import { originPattern } from '@/utils/platform/match-pattern';
import { afterChatReplySchema, type AfterChatRequest } from '@/utils/messaging/after-chat';
import { outgoingReplySchema, type OutgoingRequest } from '@/utils/messaging/outgoing';
import type { PanelActions } from './panel-context';

/** The part of the browser's API behind the panel's actions. */
export interface ActionsApi {
  permissions: { request(permissions: { origins: string[] }): Promise<boolean> };
  runtime: {
    openOptionsPage(): Promise<void>;
    sendMessage(request: OutgoingRequest | AfterChatRequest): Promise<unknown>;
  };
}

type BrowserActions = Pick<
  PanelActions,
  'requestSite' | 'copy' | 'openSettings' | 'readOutgoing' | 'lookBack'
>;

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
    async lookBack(tabId) {
      const reply = await api.runtime.sendMessage({ kind: 'after-chat', tabId });
      return afterChatReplySchema.parse(reply).after;
    },
    async readOutgoing(tabId, reword) {
      const asked = { kind: 'outgoing', tabId, which: 'now', ...(reword && { reword }) } as const;
      const reply = await api.runtime.sendMessage(asked);
      return outgoingReplySchema.parse(reply).outgoing;
    },
  };
}
