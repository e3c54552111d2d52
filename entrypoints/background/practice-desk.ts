import { createEgress } from '@/utils/llm/egress';
import { askOnce } from '@/utils/llm/ask-once';
import { endpointModel } from '@/utils/llm/openai-engine';
import { DEFAULT_LIMITS } from '@/utils/llm/timers';
import { budgetReached } from '@/utils/llm/usage';
import type {
  PracticeLineReply,
  PracticeLineRequest,
  PracticeReadingsReply,
  PracticeRequest,
} from '@/utils/messaging/practice-protocol';
import { readKey } from '@/utils/privacy/key-vault';
import { loadEndpoint } from '@/utils/storage/settings';
import { currentChoices } from './choices';
import type { TabSession } from './tab-session';

/** Somebody who is typing is waited for; not this long. In milliseconds. */
const LIMITS = { ...DEFAULT_LIMITS, headersMs: 12_000, idleMs: 8_000, totalMs: 20_000 };
/** Three short messages. */
const MAX_TOKENS = 220;

/** What the practice page asks for. `session` is the one of its own tab. */
export async function servePractice(
  request: PracticeRequest,
  session: TabSession | null,
): Promise<PracticeLineReply | PracticeReadingsReply> {
  return request.kind === 'practice-line'
    ? speak(request, session)
    : { readings: session?.practiceReadings(request.key) ?? [] };
}

/** Asks the endpoint for one line of a simulated client, if this session may go there. */
async function speak(
  { key, host, messages, form }: PracticeLineRequest,
  session: TabSession | null,
): Promise<PracticeLineReply> {
  const endpoint = await loadEndpoint();
  if (!endpoint?.consented) return { ok: false, code: 'not-configured' };
  const { host: actual, origin } = new URL(endpoint.baseUrl);
  const usage = actual === host ? session?.modelUse.ofPractice(key, host) : null;
  if (!session || !usage) return { ok: false, code: 'not-allowed' };
  if (budgetReached(usage, (await currentChoices()).spending)) return { ok: false, code: 'over-budget' };
  const { signal } = new AbortController();
  const apiKey = await readKey(origin);
  const model = endpointModel({
    signal,
    endpoint,
    apiKey,
    limits: LIMITS,
    ...createEgress(endpoint.baseUrl),
  });
  return askOnce(model, { messages, schema: form, maxTokens: MAX_TOKENS }, (cost) => {
    void session.modelUse.noteUsage(key, cost);
  });
}
