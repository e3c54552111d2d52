import { CallFailed } from './call-failed';
import type { ChatRequest } from './chat-call';
import type { LlmErrorCode } from './error-codes';
import { Meter } from './meter';
import type { ModelRun } from './openai-engine';
import type { CallUsage } from './usage';

/** Longest answer that is waited for, in UTF-16 units. */
const LONGEST = 20_000;

export type Answer = { ok: true; text: string } | { ok: false; code: LlmErrorCode };

/**
 * One whole answer of a model, asked for once. Never throws. `onUsage` is told of every call that reached a
 * server, whatever came of it.
 */
export async function askOnce(
  { call, signal }: Pick<ModelRun, 'call' | 'signal'>,
  request: ChatRequest,
  onUsage?: (usage: CallUsage) => void,
): Promise<Answer> {
  const meter = new Meter(request);
  const answer = await collect(call(request), meter, signal);
  const usage = meter.usage(answer.ok ? undefined : answer.code);
  if (usage) onUsage?.(usage);
  return answer;
}

async function collect(
  pieces: ReturnType<ModelRun['call']>,
  meter: Meter,
  signal: AbortSignal,
): Promise<Answer> {
  let text = '';
  let finish: string | null = null;
  try {
    for await (const piece of pieces) {
      meter.take(piece);
      if (piece.refusal !== '') return { ok: false, code: 'refused' };
      finish = piece.finish ?? finish;
      text += piece.text;
      if (text.length > LONGEST) return { ok: false, code: 'bad-answer' };
    }
  } catch (error) {
    return { ok: false, code: error instanceof CallFailed ? error.failure.code : 'bad-answer' };
  }
  if (signal.aborted) return { ok: false, code: 'timeout' };
  if (finish === 'content_filter') return { ok: false, code: 'filtered' };
  if (finish !== 'stop') return { ok: false, code: 'cut-off' };
  return text.trim() === '' ? { ok: false, code: 'bad-answer' } : { ok: true, text };
}
