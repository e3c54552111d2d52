import { readFileSync } from 'node:fs';
import path from 'node:path';
import OpenAI from 'openai';
import { draftRules } from '@/utils/coaching/rule-set';
import type { Engine } from '@/entrypoints/background/engine';
import { promptFor } from '@/entrypoints/background/prompt-for';
import { TabSession } from '@/entrypoints/background/tab-session';
import { attentive } from '@/tests/support/llm-server/behaviours';
import { startLlmServer } from '@/tests/support/llm-server/server';
import { memoryArea } from '@/tests/support/memory-area';
import { codeMessage } from '@/utils/analysis/codes/code-message';
import type { Message } from '@/utils/conversation/message';
import { createEgress } from '@/utils/llm/egress';
import { streamSuggestions } from '@/utils/llm/openai-engine';
import { z } from '@/utils/schema';
import type { BenchRow } from './row';

const CORPUS = path.join(import.meta.dirname, '../../tests/corpora/hints/messages.jsonl');
const WARM_UP = 20;
const CALLS = 200;
const MODEL = 'stand-in';
/** What we may add at the 95th percentile, in milliseconds. */
const AIM = 20;

/** One call as seen from the network: when it was asked for, sent, answered and shown. */
interface Times {
  /** From being asked to the request going out. */
  before: number;
  /** From the first byte of the answer to the first thing to show. */
  after: number;
}

/**
 * What Sidelight adds to a call: redaction, summary, prompt and checks on the way out, the gate on the way in,
 * beside the bare `openai` client with the same prompt on the same server (real HTTP on this machine). The
 * bare client hands out its first piece; Sidelight waits until a whole hint is there and checked, and the
 * server sends as fast as it can.
 */
export async function bench(): Promise<BenchRow[]> {
  const server = await startLlmServer({ script: attentive });
  try {
    const rows: BenchRow[] = [];
    for (const length of [60, 10_000]) {
      const session = await conversation(length);
      const ours: Times[] = [];
      const bare: Times[] = [];
      for (let call = 0; call < WARM_UP + CALLS; call++) {
        await say(session, length + call);
        const own = await askAsSidelight(session, server.url);
        const plain = await askBare(session, server.url);
        if (call < WARM_UP) continue;
        ours.push(own);
        bare.push(plain);
      }
      for (const part of ['before', 'after'] as const) {
        const where = part === 'before' ? 'before the first byte goes out' : 'after the first byte comes in';
        for (const [name, share] of [
          ['median', 0.5],
          ['95th percentile', 0.95],
        ] as const) {
          rows.push(
            row(
              `${where}, ${length.toLocaleString('en')} messages, ${name}`,
              at(ours, part, share),
              at(bare, part, share),
            ),
          );
        }
        const added = at(ours, part, 0.95) - at(bare, part, 0.95);
        rows.push({
          name: `added ${where}, ${length.toLocaleString('en')} messages, 95th percentile`,
          unit: 'ms',
          ours: added,
          baselineName: 'aim',
          baseline: AIM,
          ratio: added / AIM,
        });
      }
    }
    return rows;
  } finally {
    await server.close();
  }
}

const row = (name: string, ours: number, baseline: number): BenchRow => ({
  name,
  unit: 'ms',
  ours,
  baselineName: 'bare openai client',
  baseline,
  ratio: ours / baseline,
});

function at(times: readonly Times[], part: keyof Times, share: number): number {
  const sorted = times.map((one) => one[part]).sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
}

/** A fetch that notes when the request went out and when the first byte came in. */
function watched(): { fetch: typeof fetch; sent: () => number; firstByte: () => number } {
  let sent = 0;
  let first = 0;
  return {
    fetch: async (input, init) => {
      sent = performance.now();
      const response = await fetch(input, init);
      const clock = new TransformStream<Uint8Array, Uint8Array>({
        transform(chunk, controller) {
          if (first === 0) first = performance.now();
          controller.enqueue(chunk);
        },
      });
      return new Response(response.body?.pipeThrough(clock) ?? null, response);
    },
    sent: () => sent,
    firstByte: () => first,
  };
}

async function askAsSidelight(session: TabSession, baseUrl: string): Promise<Times> {
  const wire = watched();
  const asked = performance.now();
  const prepared = promptFor(session);
  if (!prepared) throw new Error('There is no client message to answer.');
  const context = {
    signal: new AbortController().signal,
    ...createEgress(baseUrl, wire.fetch),
    apiKey: 'sk-bench',
    endpoint: { baseUrl, model: MODEL },
  };
  let shown = 0;
  for await (const event of streamSuggestions(prepared, context)) {
    if (event.kind === 'partial' && shown === 0) shown = performance.now();
    if (event.kind === 'error') throw new Error(`The stand-in failed: ${event.code}`);
  }
  return { before: wire.sent() - asked, after: shown - wire.firstByte() };
}

async function askBare(session: TabSession, baseURL: string): Promise<Times> {
  const messages = promptFor(session)?.outgoing.messages ?? [];
  const wire = watched();
  const asked = performance.now();
  const client = new OpenAI({ baseURL, apiKey: 'sk-bench', fetch: wire.fetch, maxRetries: 0 });
  const stream = await client.chat.completions.create({ model: MODEL, messages, stream: true });
  let shown = 0;
  for await (const chunk of stream) {
    if (shown === 0 && chunk.choices[0]?.delta.content) shown = performance.now();
  }
  return { before: wire.sent() - asked, after: shown - wire.firstByte() };
}

const TEXTS = readFileSync(CORPUS, 'utf8')
  .split('\n')
  .filter(Boolean)
  .map((line) => z.object({ text: z.string() }).parse(JSON.parse(line)).text);
const REPLIES = [
  'That sounds like a lot to carry. What weighs most right now?',
  'Thank you for telling me. How long has it been like this?',
  'So you have been holding this on your own.',
];

function message(index: number): Message {
  const side = index % 2 === 0 ? 'client' : 'supporter';
  const texts = side === 'client' ? TEXTS : REPLIES;
  const text = texts[(index >> 1) % texts.length] ?? '';
  return { id: `b${index}`, side, author: side === 'client' ? 'Hannah Miller' : 'Jo', text };
}

const engine: Engine = {
  hasReadings: false,
  learnLanguages: () => Promise.resolve(),
  read: () => null,
  codeMessage: (text, client) => codeMessage(text, client === undefined ? {} : { client }),
  findSafetyCues: () => [],
  maskMethods: (text) => text,
  suggest: () => ({ hints: [] }),
  checkDraft: () => ({ flags: [] }),
  reword: () => null,
  withRules: (input) => ({ ...input, rules: draftRules() }),
};

const HEALTH = { rows: 1, withText: 1, withSide: 1, withId: 1, busy: false };
const seqs = new WeakMap<TabSession, number>();

async function deliver(
  session: TabSession,
  delta: Parameters<TabSession['onReader']>[0] & { kind: 'delta' },
): Promise<void> {
  const reply = await session.onReader(delta);
  if (reply !== 'ok') throw new Error(`The session answered ${reply}.`);
  seqs.set(session, delta.seq + 1);
}

async function conversation(length: number): Promise<TabSession> {
  const world = { area: memoryArea(), engine, onChange: () => undefined };
  const session = await TabSession.open(1, 'https://chat.example', world);
  const messages = Array.from({ length }, (_, index) => message(index));
  await deliver(session, envelope(0, { kind: 'snapshot', messages }));
  return session;
}

/** The client and the supporter each say one more thing, the client last. */
async function say(session: TabSession, index: number): Promise<void> {
  const last = session.messages.at(-1)?.id ?? null;
  const messages = [message(index * 2 + 1), message(index * 2 + 2)].map((one) => ({
    ...one,
    id: `n${one.id}`,
  }));
  await deliver(session, envelope(seqs.get(session) ?? 0, { kind: 'added', after: last, messages }));
  // The panel asks for suggestions once it has seen the view with the new message.
  session.view({ kind: 'llm', host: '127.0.0.1', model: MODEL, allowed: true });
}

function envelope(
  seq: number,
  delta: (Parameters<TabSession['onReader']>[0] & { kind: 'delta' })['delta'],
): Parameters<TabSession['onReader']>[0] & { kind: 'delta' } {
  const conversation = { key: 'hannah', title: 'Hannah Miller' };
  return { kind: 'delta', session: 'bench', seq, site: 'Bench', conversation, delta, health: HEALTH };
}
