import { BuiltinModel, builtinState } from '@/utils/llm/builtin-model';
import { CallFailed } from '@/utils/llm/call-failed';
import { builtinOrderSchema, type BuiltinOrder, type BuiltinReport } from '@/utils/messaging/builtin-link';
import { builtinApi } from '@/utils/platform/builtin-api';
import type { Port } from '@/components/live/port';

/** Lends this document's model to the worker while the port is open. Without a model, nothing is opened. */
export async function lendBuiltin(connect: () => Port, api = builtinApi()): Promise<void> {
  if (!api) return;
  const model = new BuiltinModel(api);
  const port = connect();
  const running = new Map<string, AbortController>();
  const report = (message: BuiltinReport): void => port.postMessage(message);

  const run = async ({ runId, messages, form }: BuiltinOrder & { kind: 'run' }): Promise<void> => {
    const abort = new AbortController();
    running.set(runId, abort);
    const request = { messages, schema: form, maxTokens: 0 };
    try {
      for await (const { text } of model.stream(request, abort.signal)) {
        if (text !== '') report({ kind: 'piece', runId, text });
      }
      if (!abort.signal.aborted) report({ kind: 'end', runId });
    } catch (error) {
      const code = error instanceof CallFailed ? error.failure.code : 'server-error';
      if (!abort.signal.aborted) report({ kind: 'end', runId, code });
    } finally {
      running.delete(runId);
    }
  };

  const tellState = async (): Promise<void> => report({ kind: 'state', state: await builtinState(api) });

  port.onMessage.addListener((message) => {
    const order = builtinOrderSchema.safeParse(message);
    if (!order.success) return;
    switch (order.data.kind) {
      case 'run':
        void run(order.data);
        return;
      case 'stop':
        running.get(order.data.runId)?.abort();
        return;
      case 'check':
        void tellState();
    }
  });
  port.onDisconnect.addListener(() => {
    for (const abort of running.values()) abort.abort();
    model.close();
  });
  await tellState();
}
