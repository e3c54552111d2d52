import type { Browser } from 'wxt/browser';
import { readAnswer } from '@/utils/coaching/reword/llm/read-answer';
import { askOnce } from '@/utils/llm/ask-once';
import { budgetReached, NO_USAGE } from '@/utils/llm/usage';
import { rewordRequestSchema, type RewordEvent, type RewordRequest } from '@/utils/messaging/reword-stream';
import { currentChoices } from './choices';
import { currentEngine } from './llm-choice';
import { modelRun, type Builtin } from './model-run';
import { rewordPromptFor } from './reword-prompt';
import type { TabSession } from './tab-session';

/** Longest answer in tokens: one chat message and its braces. */
const MAX_TOKENS = 200;

type End = RewordEvent extends infer E ? (E extends RewordEvent ? Omit<E, 'requestId'> : never) : never;

/**
 * Serves one request for another way to say a draft: the device's at once, then, where a language model is set up and
 * allowed for this conversation, that model's, through the same gate. Closing the port aborts it.
 */
export function serveRewording(
  port: Browser.runtime.Port,
  sessionOf: (tabId: number) => Promise<TabSession | null>,
  builtin: Builtin,
): void {
  const abort = new AbortController();
  port.onDisconnect.addListener(() => abort.abort());
  port.onMessage.addListener((message: unknown) => {
    const parsed = rewordRequestSchema.safeParse(message);
    if (!parsed.success || abort.signal.aborted) return;
    const request = parsed.data;
    const post = (event: End): void => {
      if (!abort.signal.aborted) port.postMessage({ ...event, requestId: request.requestId });
    };
    void (async () => {
      const session = await sessionOf(request.tabId);
      const text = session?.reword(request) ?? null;
      post({ kind: 'device', text });
      post(
        session
          ? await askModel(request, session, text, builtin, abort.signal)
          : { kind: 'done', text: null },
      );
    })();
  });
}

/** The language model's way; `done` without words where none may be asked. */
async function askModel(
  request: RewordRequest,
  session: TabSession,
  seen: string | null,
  builtin: Builtin,
  signal: AbortSignal,
): Promise<End> {
  const nothing: End = { kind: 'done', text: null };
  const engine = await currentEngine();
  if (engine.kind !== 'llm' || !session.mayAsk(engine.host)) return nothing;
  const prepared = await rewordPromptFor(session, request, seen === null ? [] : [seen]);
  if (!prepared) return nothing;
  const model = await modelRun(engine, builtin, signal);
  if (!model) return { kind: 'failed', trouble: 'not-configured' };
  const key = session.conversation?.key ?? '';
  if (budgetReached(session.conversation?.usage ?? NO_USAGE, (await currentChoices()).spending))
    return { kind: 'failed', trouble: 'over-budget' };
  if (signal.aborted) return nothing;
  const { prompt, redactor, input, outgoing } = prepared;
  session.modelUse.noteSent(outgoing);
  const answer = await askOnce(model, { ...prompt, maxTokens: MAX_TOKENS }, (cost) => {
    void session.modelUse.noteUsage(key, cost);
  });
  if (!answer.ok) return { kind: 'failed', trouble: answer.code };
  // A safety cue that came up meanwhile takes the place of everything.
  if (!session.mayAsk(engine.host)) return nothing;
  const read = readAnswer(answer.text, prompt, redactor, input);
  if (read.ok) return { kind: 'done', text: read.text };
  return { kind: 'failed', trouble: read.fault === 'form' ? 'bad-answer' : 'unsaid' };
}
