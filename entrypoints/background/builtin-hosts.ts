import type { Browser } from 'wxt/browser';
import { CallFailed } from '@/utils/llm/call-failed';
import type { ChatRequest } from '@/utils/llm/chat-call';
import type { ChatPiece } from '@/utils/llm/chat-piece';
import type { BuiltinState } from '@/utils/llm/builtin-model';
import { pause, systemTimers } from '@/utils/llm/timers';
import { builtinReportSchema, type BuiltinOrder, type BuiltinReport } from '@/utils/messaging/builtin-link';

/** Milliseconds that a document has to tell its model's state. */
const PATIENCE = 1_000;

interface Host {
  port: Browser.runtime.Port;
  state: BuiltinState;
  runs: Map<string, (report: Exclude<BuiltinReport, { kind: 'state' }>) => void>;
}

/** The open documents that lend the browser's own model to the worker. */
export class BuiltinHosts {
  private hosts = new Set<Host>();

  private waiting = new Set<() => void>();

  constructor(private changed: () => void) {}

  add(port: Browser.runtime.Port): void {
    const host: Host = { port, state: 'absent', runs: new Map() };
    this.hosts.add(host);
    port.onMessage.addListener((message: unknown) => {
      const report = builtinReportSchema.safeParse(message);
      if (!report.success) return;
      if (report.data.kind === 'state') {
        host.state = report.data.state;
        for (const wake of this.waiting) wake();
        this.changed();
      } else host.runs.get(report.data.runId)?.(report.data);
    });
    port.onDisconnect.addListener(() => {
      this.hosts.delete(host);
      for (const [runId, hear] of host.runs) hear({ kind: 'end', runId, code: 'disconnected' });
      this.changed();
    });
  }

  /** The state in the document that is furthest. */
  get state(): BuiltinState {
    return this.ready()?.state ?? [...this.hosts][0]?.state ?? 'absent';
  }

  /**
   * One answer of the browser's model, run by an open document.
   * @throws CallFailed for everything that goes wrong
   */
  async *stream({ messages, schema }: ChatRequest, signal: AbortSignal): AsyncGenerator<ChatPiece, void> {
    const host = this.ready() ?? (await this.lookAgain(signal));
    if (!host) throw new CallFailed({ code: 'model-missing' });
    const runId = crypto.randomUUID();
    const order = (message: BuiltinOrder): void => host.port.postMessage(message);
    const heard: Exclude<BuiltinReport, { kind: 'state' }>[] = [];
    let wake = (): void => undefined;
    const hear = (report: Exclude<BuiltinReport, { kind: 'state' }>): void => {
      heard.push(report);
      wake();
    };
    const stop = (): void => {
      order({ kind: 'stop', runId });
      hear({ kind: 'end', runId });
    };
    host.runs.set(runId, hear);
    signal.addEventListener('abort', stop, { once: true });
    try {
      order({ kind: 'run', runId, messages: [...messages], form: schema ?? {} });
      for (;;) {
        const report = heard.shift();
        if (report === undefined) {
          await new Promise<void>((resolve) => {
            wake = resolve;
          });
        } else if (report.kind === 'piece') yield { text: report.text, refusal: '', finish: null };
        else {
          if (report.code !== undefined && !signal.aborted) throw new CallFailed({ code: report.code });
          if (!signal.aborted) yield { text: '', refusal: '', finish: 'stop' };
          return;
        }
      }
    } finally {
      signal.removeEventListener('abort', stop);
      host.runs.delete(runId);
    }
  }

  /** The model may have been downloaded since a document told its state. */
  private async lookAgain(signal: AbortSignal): Promise<Host | undefined> {
    if (this.hosts.size === 0) return undefined;
    const told = new Promise<void>((resolve) => this.waiting.add(resolve));
    for (const { port } of this.hosts) port.postMessage({ kind: 'check' } satisfies BuiltinOrder);
    await Promise.race([told, pause(PATIENCE, signal, systemTimers)]);
    this.waiting.clear();
    return this.ready();
  }

  private ready(): Host | undefined {
    return [...this.hosts].find(({ state }) => state === 'available');
  }
}
