import { browser } from 'wxt/browser';
import type { z } from '@/utils/schema';
import { testConnection } from '@/utils/llm/test-connection';
import type {
  forgetReplySchema,
  OptionsRequest,
  TestEndpointReply,
} from '@/utils/messaging/options-protocol';
import { readKey } from '@/utils/privacy/key-vault';
import { forgetEverything } from '@/utils/storage/settings';
import { pastedId } from './pasted';
import type { TabSessions } from './tab-sessions';

/** Milliseconds that a connection test may take in all: a local model may first have to be loaded. */
const TEST_TIME = 28_000;

/** What the options page asks for. Only the worker reads keys and talks to an endpoint. */
export async function serveOptions(
  request: OptionsRequest,
  sessions: Promise<TabSessions>,
): Promise<TestEndpointReply | z.infer<typeof forgetReplySchema>> {
  switch (request.kind) {
    case 'test-endpoint': {
      const { baseUrl, model } = request;
      const origin = URL.canParse(baseUrl) ? new URL(baseUrl).origin : '';
      const apiKey = request.apiKey ?? (await readKey(origin));
      return testConnection({ endpoint: { baseUrl, model }, apiKey, signal: AbortSignal.timeout(TEST_TIME) });
    }
    case 'forget-everything': {
      const all = await sessions;
      for (const { id } of await browser.tabs.query({})) {
        if (id === undefined) continue;
        await all.forget(id);
        await all.forget(pastedId(id));
      }
      await forgetEverything();
      return { ok: true };
    }
  }
}
