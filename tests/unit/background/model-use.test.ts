import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import type { Browser } from 'wxt/browser';
import type { Engine } from '@/entrypoints/background/engine';
import { watchChoices } from '@/entrypoints/background/choices';
import { watchEngine } from '@/entrypoints/background/llm-choice';
import { USUAL_CHOICES } from '@/entrypoints/background/usual-choices';
import { serveRewording } from '@/entrypoints/background/reword-port';
import { serveOutgoing, serveSuggestions } from '@/entrypoints/background/suggest-port';
import { TabSession } from '@/entrypoints/background/tab-session';
import { findSafetyCues } from '@/utils/analysis/safety/find-safety-cues';
import type { Message } from '@/utils/conversation/message';
import type { RewordEvent } from '@/utils/messaging/reword-stream';
import type { SuggestEvent } from '@/utils/messaging/suggest-stream';
import { viewSchema, type View } from '@/utils/messaging/view';
import { saveEndpoint, saveHouseRules, saveSpending } from '@/utils/storage/settings';
import { attentive, badKey, says, silentAfter } from '@/tests/support/llm-server/behaviours';
import { promptData } from '@/tests/support/llm-server/read-request';
import { startLlmServer, type Behaviour, type LlmServer } from '@/tests/support/llm-server/server';
import { draftRules } from '@/utils/coaching/rule-set';
import { memoryArea } from '@/tests/support/memory-area';

const engine: Engine = {
  hasReadings: false,
  learnLanguages: () => Promise.resolve(),
  checkDraft: () => ({ flags: [] }),
  reword: () => 'Made here.',
  withRules: (input) => ({ ...input, rules: draftRules() }),
  read: () => null,
  codeMessage: () => [],
  findSafetyCues,
  maskMethods: (text) => text,
  suggest: () => ({ hints: [] }),
};
const m = (id: string, text: string, side: Message['side'] = 'client'): Message => ({ id, side, text });
const SAID = m('a', 'since my sister Hannah left i feel so alone in the evenings');

const builtin = {
  stream: () => {
    throw new Error('the endpoint was chosen');
  },
};

let server: LlmServer;
let area: ReturnType<typeof memoryArea>;
let session: TabSession;

async function begin(behaviour: Behaviour, messages: readonly Message[] = [SAID]): Promise<void> {
  server = await startLlmServer({ script: behaviour });
  await saveEndpoint({ baseUrl: server.url, model: 'small', consented: true });
  area = memoryArea();
  session = await open();
  await session.onReader({
    kind: 'delta',
    session: 'one',
    seq: 0,
    site: 'Converse.js',
    conversation: { key: 'sam', title: 'Sam' },
    delta: { kind: 'snapshot', messages: [...messages] },
    health: { rows: 1, withText: 1, withSide: 1, withId: 1, busy: false },
  });
  await session.onIntent({ kind: 'allow-llm', tabId: 1, allow: true });
}

const open = () => TabSession.open(1, 'https://a.example', { area, engine, onChange: () => undefined });
const view = (): View =>
  viewSchema.parse(
    session.view({ kind: 'llm', host: 'h', model: 'small', allowed: true }, { ...USUAL_CHOICES, spending }),
  );
let spending = {};

async function setSpending(next: typeof spending): Promise<void> {
  spending = next;
  await saveSpending(next);
}

interface Asked {
  events: SuggestEvent[];
  close(): void;
}

function ask(messageId = 'a', settleMs = 0): Asked {
  const events: SuggestEvent[] = [];
  const hears: ((message: unknown) => void)[] = [];
  const leaves: (() => void)[] = [];
  const port = {
    onDisconnect: { addListener: (run: () => void) => leaves.push(run) },
    onMessage: { addListener: (run: (message: unknown) => void) => hears.push(run) },
    postMessage: (event: SuggestEvent) => events.push(event),
  };
  serveSuggestions(
    port as unknown as Browser.runtime.Port,
    () => Promise.resolve(session),
    builtin,
    settleMs,
  );
  for (const hear of hears) hear({ requestId: 'r', tabId: 1, messageId, round: 0 });
  return { events, close: () => leaves.forEach((leave) => leave()) };
}

async function askAndWait(messageId?: string): Promise<SuggestEvent> {
  const { events } = ask(messageId);
  return vi.waitFor(() => {
    const last = events.at(-1);
    if (!last || last.kind === 'partial') throw new Error('still on its way');
    return last;
  });
}

beforeEach(async () => {
  fakeBrowser.reset();
  watchEngine(() => undefined);
  watchChoices(() => undefined);
  await setSpending({});
});
afterEach(() => server.close());

describe('one call for a client’s message', () => {
  test('brings hints and a second reading, which stands beside the message and says whose it is', async () => {
    await begin(attentive);
    expect(await askAndWait()).toMatchObject({ kind: 'done', reading: { source: 'endpoint' } });
    expect(server.requests).toHaveLength(1);
    expect(view().points[0]).toMatchObject({
      reading: null,
      second: { source: 'endpoint', label: 'sadness', evidence: { text: 'alone in the evenings' } },
    });
  });

  test('waits until the client has said it all: a burst of messages makes one call', async () => {
    const burst = ['first', 'second', 'third'].map((id) => m(id, `and the ${id} thing is that i feel lost`));
    await begin(attentive, burst);
    const early = burst.slice(0, -1).map(({ id }) => ask(id, 60_000));
    expect((await askAndWait('third')).kind).toBe('done');
    for (const { close } of early) close();
    expect(server.requests).toHaveLength(1);
    expect(view().usage).toMatchObject({ calls: 1 });
  });

  test('is counted with the conversation, also after the worker was stopped', async () => {
    await begin(attentive);
    expect(view().usage).toBeUndefined();
    await askAndWait();
    session = await open();
    expect(view().usage).toEqual({ calls: 1, prompt: 640, completion: 120, estimated: false });
    spending = { prices: { prompt: 10, completion: 100 }, currency: '€' };
    expect(view().usage).toMatchObject({ cost: 0.0184, currency: '€' });
  });

  test('is counted when the panel closes in the middle', async () => {
    await begin(silentAfter(20));
    const { close } = ask();
    await vi.waitFor(() => expect(server.requests).toHaveLength(1));
    close();
    await server.hungUp(0);
    await vi.waitFor(() => expect(view().usage).toMatchObject({ calls: 1, estimated: true }));
  });

  test('is not made once the budget is used up, and the panel is told which limit it was', async () => {
    await begin(attentive);
    await setSpending({ budget: { calls: 1 } });
    expect((await askAndWait()).kind).toBe('done');
    expect(view().budgetReached).toBe('calls');
    expect(await askAndWait()).toMatchObject({ kind: 'error', code: 'over-budget' });
    expect(server.requests).toHaveLength(1);
    await setSpending({ budget: { calls: 5 } });
    expect((await askAndWait()).kind).toBe('done');
  });

  test('tells the model what was said long before, where the talk stands and what is open', async () => {
    const filler = Array.from({ length: 120 }, (_, i) =>
      m(`f${i}`, `and then on day ${i} we talked about the weather again`, i % 2 ? 'supporter' : 'client'),
    );
    await begin(attentive, [m('old', 'my dad died and i never said goodbye'), ...filler, SAID]);
    await askAndWait();
    const [request] = server.requests;
    if (!request) throw new Error('nothing was sent');
    expect(promptData(request).earlier.join()).toContain('died');
    expect(promptData(request).open.length).toBeGreaterThan(0);
    expect(request.text).toContain('stage of exploration');
  });

  test('goes to no other model than the one that was named when the person allowed it', async () => {
    await begin(attentive);
    const elsewhere = { kind: 'llm', host: 'other.example', model: 'x', allowed: false } as const;
    session.view(elsewhere);
    await session.onIntent({ kind: 'allow-llm', tabId: 1, allow: true });
    expect(session.view(elsewhere).engine).toMatchObject({ allowed: true });
    expect(await askAndWait()).toMatchObject({ kind: 'error', code: 'not-allowed' });
    expect(server.requests).toHaveLength(0);
  });

  test('brings the organisation’s own rules along, as the person sees them before', async () => {
    await begin(attentive);
    await saveHouseRules(['Say “we”, never “I”.']);
    await askAndWait();
    expect(server.requests[0]?.text).toContain('Rules of this organisation:');
    expect(server.requests[0]?.text).toContain('Say “we”, never “I”.');
  });

  test('is never made while a safety cue is open', async () => {
    await begin(attentive, [m('a', 'i want to kill myself tonight')]);
    expect(await askAndWait()).toMatchObject({ kind: 'error', code: 'not-allowed' });
    expect(server.requests).toHaveLength(0);
  });
});

describe('what is sent', () => {
  const look = async (which: 'now' | 'last') =>
    (await serveOutgoing({ kind: 'outgoing', tabId: 1, which }, () => Promise.resolve(session))).outgoing;

  test('can be seen before anything leaves, redacted', async () => {
    await begin(attentive);
    const outgoing = await look('now');
    const words = outgoing?.messages.map(({ content }) => content).join('\n') ?? '';
    expect(words).toContain('i feel so alone in the evenings');
    expect(words).not.toContain('Hannah');
    expect(outgoing).toMatchObject({ messageId: 'a' });
    expect(outgoing?.tokens).toBeLessThanOrEqual(1_500);
    expect(await look('last')).toBeNull();
    expect(server.requests).toHaveLength(0);
  });

  test('can be seen afterwards, word for word as it went over the wire, and is never stored', async () => {
    await begin(attentive);
    await askAndWait();
    const body = server.requests[0]?.body as { messages: unknown };
    expect((await look('last'))?.messages).toEqual(body.messages);
    expect(JSON.stringify([...area.items])).not.toContain('You sit beside a volunteer');
    session = await open();
    expect(await look('last')).toBeNull();
  });
});

describe('another way to say the draft', () => {
  const DRAFT = 'You should just call Hannah, she will understand';
  const GOOD = says(() => JSON.stringify({ text: 'The evenings sound so lonely since [NAME_1] left.' }));

  async function reword(draft = DRAFT): Promise<RewordEvent[]> {
    await session.onReader({ kind: 'draft', session: 'one', key: 'sam', text: DRAFT });
    const events: RewordEvent[] = [];
    const hears: ((message: unknown) => void)[] = [];
    const port = {
      onDisconnect: { addListener: () => undefined },
      onMessage: { addListener: (run: (message: unknown) => void) => hears.push(run) },
      postMessage: (event: RewordEvent) => events.push(event),
    };
    serveRewording(port as unknown as Browser.runtime.Port, () => Promise.resolve(session), builtin);
    for (const hear of hears) hear({ requestId: 'r', tabId: 1, draft, flag: 'you-should', round: 0 });
    return vi.waitFor(() => {
      if (events.length < 2) throw new Error('still on its way');
      return events;
    });
  }

  test('comes from the device first and then from the model, redacted on the way, and is counted', async () => {
    await begin(GOOD);
    expect(await reword()).toEqual([
      { kind: 'device', requestId: 'r', text: 'Made here.' },
      { kind: 'done', requestId: 'r', text: 'The evenings sound so lonely since Hannah left.' },
    ]);
    expect(server.requests[0]?.text).not.toContain('Hannah');
    expect(view().usage).toMatchObject({ calls: 1 });
    expect(session.modelUse.lastSent?.messages.at(-1)?.content).toContain('You should just call [NAME_1]');
  });

  test('can be read word for word before it is asked for, and looking sends nothing', async () => {
    await begin(GOOD);
    await session.onReader({ kind: 'draft', session: 'one', key: 'sam', text: DRAFT });
    const outgoing = async (draft: string, round = 0) => {
      const asked = {
        kind: 'outgoing',
        tabId: 1,
        which: 'now',
        reword: { draft, flag: 'you-should', round },
      } as const;
      return (await serveOutgoing(asked, () => Promise.resolve(session))).outgoing;
    };
    const shown = await outgoing(DRAFT);
    expect(shown?.messages.at(-1)?.content).toContain('You should just call [NAME_1]');
    expect(await outgoing('Something else.')).toBeNull();
    expect(server.requests).toHaveLength(0);
    await reword();
    // The fence is drawn anew for each request.
    const bare = (text: string | undefined): string | undefined => text?.replace(/=====\w+=====/gu, '=====');
    const { messages } = server.requests[0]?.body as { messages: { content: string }[] };
    expect(messages.map(({ content }) => bare(content))).toEqual(
      shown?.messages.map(({ content }) => bare(content)),
    );
  });

  test('of the model is not shown when it would be remarked on itself, nor when the call fails', async () => {
    await begin(says(() => JSON.stringify({ text: 'You should call her tonight, she will understand.' })));
    expect((await reword()).at(-1)).toMatchObject({ kind: 'failed', trouble: 'unsaid' });
    await server.close();
    await begin(badKey);
    expect((await reword()).at(-1)).toMatchObject({ kind: 'failed', trouble: 'bad-key' });
  });

  test('asks no model without leave, over budget, under a safety cue, or for a draft that has changed', async () => {
    await begin(GOOD);
    await session.onIntent({ kind: 'allow-llm', tabId: 1, allow: false });
    expect((await reword()).at(-1)).toEqual({ kind: 'done', requestId: 'r', text: null });
    await session.onIntent({ kind: 'allow-llm', tabId: 1, allow: true });
    expect((await reword('Something else.')).map((event) => event.kind === 'failed' || event.text)).toEqual([
      null,
      null,
    ]);
    await setSpending({ budget: { calls: 0 } });
    expect((await reword()).at(-1)).toMatchObject({ kind: 'failed', trouble: 'over-budget' });
    await setSpending({});
    expect(server.requests).toHaveLength(0);
    await server.close();
    await begin(GOOD, [m('a', 'i want to kill myself tonight')]);
    expect((await reword()).map((event) => event.kind === 'failed' || event.text)).toEqual([null, null]);
    expect(server.requests).toHaveLength(0);
  });
});
