import { describe, expect, it } from 'vitest';
import { createPanelStore } from '@/components/live/panel-store';
import { followSuggestions } from '@/components/live/suggest-wiring';
import type { View } from '@/utils/messaging/view';
import type { Hint } from '@/utils/suggestions/hint';
import { EXPLICIT, SCENES } from '../support/gallery/scenes';
import { fakePort, type FakePort } from './fake-port';

const VIEW = SCENES['llm-writing']?.view as View;
const HINT: Hint = {
  kind: 'explore',
  technique: 'open question',
  text: 'What',
  because: { id: 'm13', start: 0, end: 1, text: 'I' },
};
const longer = (text: string): Hint => ({ ...HINT, text });

function asking(view: View = VIEW) {
  const ports: FakePort[] = [];
  let frames: (() => void)[] = [];
  let ids = 0;
  const store = createPanelStore();
  store.getState().receive(view);
  const drawn: (string | undefined)[] = [];
  const client = followSuggestions(
    {
      connect: () => {
        const port = fakePort();
        ports.push(port);
        return port;
      },
      frame: (run) => {
        frames.push(run);
        return () => {
          frames = frames.filter((other) => other !== run);
        };
      },
      newId: () => `r${String((ids += 1))}`,
    },
    store,
  );
  store.subscribe((state, before) => {
    if (state.suggestions !== before.suggestions) drawn.push(state.suggestions?.hints[0]?.text);
  });
  return {
    client,
    store,
    ports,
    drawn,
    get port(): FakePort {
      const port = ports.at(-1);
      if (port === undefined) throw new Error('no port was opened');
      return port;
    },
    get now() {
      return store.getState().suggestions;
    },
    frame(): void {
      const ready = frames;
      frames = [];
      ready.forEach((run) => {
        run();
      });
    },
    partial(text: string, requestId = 'r1'): void {
      ports.at(-1)?.say({ kind: 'partial', requestId, hints: [longer(text)] });
    },
  };
}

describe('asking the endpoint', () => {
  it('asks for the message on show, once', () => {
    const world = asking();
    expect(world.port.sent).toEqual([{ requestId: 'r1', tabId: 7, messageId: 'm13', round: 0 }]);
    expect(world.now?.status).toBe('waiting');
    world.store.getState().receive({ ...VIEW, draft: 'typing' });
    expect(world.ports).toHaveLength(1);
  });

  it.each<[string, Partial<View>]>([
    ['no endpoint is set up', { engine: { kind: 'device' } }],
    ['sending was not allowed', { engine: { kind: 'llm', host: 'h', model: 'm', allowed: false } }],
    ['a safety cue is open', { safety: [EXPLICIT] }],
    ['reading is paused', { state: 'paused' }],
    [
      'there is nothing to answer',
      { hints: { messageId: '', hints: [], reason: 'no-client-message', round: 0 } },
    ],
  ])('asks nothing when %s', (_, change) => {
    expect(asking({ ...VIEW, ...change }).ports).toHaveLength(0);
  });

  it('draws only the newest snapshot, at most once a frame', () => {
    const world = asking();
    world.partial('What');
    world.partial('What was');
    world.partial('What was it');
    expect(world.drawn).toEqual([]);
    world.frame();
    expect(world.drawn).toEqual(['What was it']);
    expect(world.now?.status).toBe('writing');
  });

  it('ends once, with everything, and hears nothing after', () => {
    const world = asking();
    world.partial('What');
    world.port.say({ kind: 'done', requestId: 'r1', hints: [longer('What was it like?')] });
    expect(world.now).toMatchObject({ status: 'done', hints: [longer('What was it like?')] });
    expect(world.port.closed).toBe(true);
    world.partial('late');
    world.port.say({ kind: 'error', requestId: 'r1', code: 'timeout' });
    world.port.drop();
    world.frame();
    expect(world.now).toMatchObject({ status: 'done', hints: [longer('What was it like?')] });
    expect(world.ports).toHaveLength(1);
  });

  it('passes an error on with the wait that the server named', () => {
    const world = asking();
    world.partial('What');
    world.port.say({ kind: 'error', requestId: 'r1', code: 'rate-limited', retryAfter: 9 });
    expect(world.now).toEqual({
      target: { tabId: 7, messageId: 'm13', round: 0 },
      status: 'failed',
      hints: [],
      code: 'rate-limited',
      retryAfter: 9,
    });
  });

  it('resumes a lost stream once, as the same request, then says so', () => {
    const world = asking();
    world.partial('What');
    world.port.drop();
    expect(world.ports).toHaveLength(2);
    expect(world.port.sent).toEqual(world.ports[0]?.sent);
    world.port.drop();
    expect(world.ports).toHaveLength(2);
    expect(world.now).toMatchObject({ status: 'failed', code: 'disconnected' });
  });

  it('can be asked again after a failure, as a new request', () => {
    const world = asking();
    world.port.say({ kind: 'error', requestId: 'r1', code: 'timeout' });
    world.client.retry();
    expect(world.port.sent).toEqual([{ requestId: 'r2', tabId: 7, messageId: 'm13', round: 0 }]);
    world.partial('no longer asked', 'r1');
    world.frame();
    expect(world.now?.status).toBe('waiting');
  });

  it.each<[string, View]>([
    ['a new message', { ...VIEW, hints: { messageId: 'm15', hints: [], round: 0 } }],
    ['asking again', { ...VIEW, hints: { messageId: 'm13', hints: [], round: 1 } }],
    ['another tab', { ...VIEW, tabId: 8 }],
    ['a safety cue', { ...VIEW, safety: [EXPLICIT] }],
    ['a pause', { ...VIEW, state: 'paused' }],
  ])('is aborted by %s', (_, next) => {
    const world = asking();
    const first = world.port;
    world.partial('What');
    world.store.getState().receive(next);
    expect(first.closed).toBe(true);
    world.frame();
    first.say({ kind: 'done', requestId: 'r1', hints: [longer('What was it like?')] });
    expect(world.now?.hints ?? []).toEqual([]);
  });

  it('is aborted when another tab comes to the front, and by closing', () => {
    const world = asking();
    world.store.getState().tabInFront(8);
    expect(world.port.closed).toBe(true);
    const other = asking();
    other.client.close();
    expect(other.port.closed).toBe(true);
    expect(other.now).toBeNull();
  });

  it('ignores what does not fit the protocol', () => {
    const world = asking();
    for (const junk of [
      null,
      { kind: 'partial' },
      { kind: 'done', requestId: 'r1', hints: [{ text: 'x' }] },
    ]) {
      world.port.say(junk);
    }
    world.partial('someone else’s', 'r9');
    world.frame();
    expect(world.now?.status).toBe('waiting');
  });
});
