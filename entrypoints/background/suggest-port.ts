import type { Browser } from 'wxt/browser';
import { streamFrom, type EngineEvent } from '@/utils/llm/openai-engine';
import { pause, systemTimers } from '@/utils/llm/timers';
import { budgetReached, NO_USAGE, type CallUsage } from '@/utils/llm/usage';
import type { OutgoingRequest, OutgoingText } from '@/utils/messaging/outgoing';
import {
  suggestRequestSchema,
  type SuggestEvent,
  type SuggestRequest,
} from '@/utils/messaging/suggest-stream';
import { loadHouseRules } from '@/utils/storage/settings';
import { currentChoices } from './choices';
import { currentEngine } from './llm-choice';
import { modelRun, type Builtin } from './model-run';
import { promptFor } from './prompt-for';
import { rewordPromptFor } from './reword-prompt';
import type { TabSession } from './tab-session';

/** Milliseconds after which a client's turn counts as ended. */
const SETTLE = 700;
/** The message that was asked about last in each tab. */
const asked = new Map<number, string>();

type End = Exclude<SuggestEvent, { kind: 'partial' }>;
/** An event before it is addressed to its request. */
type Unaddressed<E> = E extends unknown ? Omit<E, 'requestId'> : never;

/** Serves one request for hints from the endpoint. Closing the port, on either side, aborts it. */
export function serveSuggestions(
  port: Browser.runtime.Port,
  sessionOf: (tabId: number) => Promise<TabSession | null>,
  builtin: Builtin,
  settleMs = SETTLE,
): void {
  const abort = new AbortController();
  port.onDisconnect.addListener(() => abort.abort());
  port.onMessage.addListener((message: unknown) => {
    const request = suggestRequestSchema.safeParse(message);
    if (!request.success || abort.signal.aborted) return;
    const post = (event: Unaddressed<SuggestEvent>) => {
      if (!abort.signal.aborted) port.postMessage({ ...event, requestId: request.data.requestId });
    };
    void settled(request.data, settleMs, abort.signal)
      .then(() => answer(request.data, sessionOf, builtin, post, abort.signal))
      .then(post);
  });
}

/**
 * People write a thought in several messages. A message that is asked about for the first time is given a
 * moment: when the next one comes, the panel hangs up, and nothing was sent for the first.
 */
async function settled(
  { tabId, messageId, round }: SuggestRequest,
  ms: number,
  signal: AbortSignal,
): Promise<void> {
  const isKnown = asked.get(tabId) === messageId || round > 0;
  asked.set(tabId, messageId);
  if (!isKnown) await pause(ms, signal, systemTimers);
}

/** Streams partial hints through `post` and resolves with the one end. */
async function answer(
  { tabId, messageId, round }: SuggestRequest,
  sessionOf: (tabId: number) => Promise<TabSession | null>,
  builtin: Builtin,
  post: (event: Unaddressed<SuggestEvent>) => void,
  signal: AbortSignal,
): Promise<Unaddressed<End>> {
  if (signal.aborted) return { kind: 'aborted' };
  const session = await sessionOf(tabId);
  const engine = await currentEngine();
  if (engine.kind !== 'llm') return { kind: 'error', code: 'not-configured' };
  if (!session?.mayAsk(engine.host)) return { kind: 'error', code: 'not-allowed' };
  const model = await modelRun(engine, builtin, signal);
  if (!model) return { kind: 'error', code: 'not-configured' };

  const key = session.conversation?.key ?? '';
  if (budgetReached(session.conversation?.usage ?? NO_USAGE, (await currentChoices()).spending)) {
    return { kind: 'error', code: 'over-budget' };
  }
  const prepared = promptFor(session, {
    targetId: messageId,
    seen: round > 0 ? session.hintTexts : [],
    houseRules: await loadHouseRules(),
  });
  if (!prepared) return { kind: 'aborted' };
  const { prompt, redactor, outgoing } = prepared;

  const onUsage = (usage: CallUsage) => void session.modelUse.noteUsage(key, usage);
  session.modelUse.noteSent(outgoing);
  for await (const event of streamFrom(model, { prompt, redactor, onUsage })) {
    // A safety cue that came up meanwhile takes the place of everything.
    if (!session.mayAsk(engine.host)) return { kind: 'aborted' };
    if (event.kind === 'done' && event.reading)
      await session.modelUse.noteReading(key, messageId, event.reading);
    if (event.kind === 'done') return withoutFaults(event);
    if (event.kind !== 'partial') return event;
    post(event);
  }
  return { kind: 'error', code: 'cut-off' };
}

/** Why hints were dropped is of no use to the panel. */
function withoutFaults({ kind, hints, reading, usage }: EngineEvent & { kind: 'done' }): Unaddressed<End> {
  return { kind, hints, ...(reading && { reading }), ...(usage && { usage }) };
}

/** What would be sent now, or what was sent last; nothing is sent for it. */
export async function serveOutgoing(
  { tabId, which, reword }: OutgoingRequest,
  sessionOf: (tabId: number) => Promise<TabSession | null>,
): Promise<{ outgoing: OutgoingText | null }> {
  const session = await sessionOf(tabId);
  if (!session) return { outgoing: null };
  if (which === 'last') return { outgoing: session.modelUse.lastSent };
  if (reword) {
    const seen = session.reword(reword);
    const prepared = await rewordPromptFor(session, reword, seen === null ? [] : [seen]);
    return { outgoing: prepared?.outgoing ?? null };
  }
  return { outgoing: promptFor(session, { houseRules: await loadHouseRules() })?.outgoing ?? null };
}
