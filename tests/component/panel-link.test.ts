import { describe, expect, it } from 'vitest';
import { openPanelLink, RECONNECT_WAITS, SLEEP_AFTER } from '@/components/live/panel-link';
import { createPanelStore } from '@/components/live/panel-store';
import { READING } from '../support/gallery/scenes';
import { fakePort, type FakePort } from './fake-port';

const SHOW = { kind: 'view', view: READING };

/** A link with the test as its browser: time stands still until `tick`. */
function linked() {
  const ports: FakePort[] = [];
  const store = createPanelStore();
  let now = 0;
  let alive = true;
  let due: { at: number; run: () => void }[] = [];
  const waits: number[] = [];
  const link = openPanelLink(
    {
      connect: () => {
        const port = fakePort();
        ports.push(port);
        return port;
      },
      alive: () => alive,
      later: (run, ms) => {
        const entry = { at: now + ms, run };
        waits.push(ms);
        due.push(entry);
        return () => {
          due = due.filter((other) => other !== entry);
        };
      },
      now: () => now,
    },
    3,
    store,
  );
  return {
    link,
    store,
    waits,
    ports,
    get port(): FakePort {
      const port = ports.at(-1);
      if (port === undefined) throw new Error('no port was opened');
      return port;
    },
    tick(ms: number): void {
      now += ms;
      const ready = due.filter((entry) => entry.at <= now);
      due = due.filter((entry) => entry.at > now);
      ready.forEach((entry) => {
        entry.run();
      });
    },
    update(): void {
      alive = false;
    },
  };
}

describe('the link to the worker', () => {
  it('says first which window it follows, and shows what the worker sends', () => {
    const { port, store } = linked();
    expect(port.sent).toEqual([{ kind: 'follow', windowId: 3 }]);
    port.say(SHOW);
    expect(store.getState()).toMatchObject({ view: READING, link: 'open' });
  });

  it('ignores what is not a view, and keeps the one it has', () => {
    const { port, store } = linked();
    port.say(SHOW);
    for (const junk of [
      null,
      'view',
      {},
      { kind: 'view' },
      { kind: 'view', view: { ...READING, tabId: 'x' } },
    ]) {
      port.say(junk);
    }
    expect(store.getState().view).toEqual(READING);
  });

  it('reconnects after the worker was killed, loses nothing, and says so once', () => {
    const world = linked();
    world.port.say(SHOW);
    world.port.drop();
    world.tick(RECONNECT_WAITS[0]);
    expect(world.ports).toHaveLength(2);
    expect(world.port.sent).toEqual([{ kind: 'follow', windowId: 3 }]);
    expect(world.store.getState().view).toEqual(READING);
    world.port.say(SHOW);
    expect(world.store.getState().resumed).toBe(true);
    world.tick(60_000);
    expect(world.store.getState().resumed).toBe(false);
  });

  it('does not make news of a worker that merely went to sleep', () => {
    const world = linked();
    world.port.say(SHOW);
    world.tick(SLEEP_AFTER);
    world.port.drop();
    world.tick(RECONNECT_WAITS[0]);
    world.port.say(SHOW);
    expect(world.store.getState().resumed).toBe(false);
  });

  it('says that it is reconnecting only when the quiet first try failed', () => {
    const world = linked();
    world.port.say(SHOW);
    world.port.drop();
    expect(world.store.getState().link).toBe('open');
    world.tick(RECONNECT_WAITS[0]);
    world.port.drop();
    expect(world.store.getState().link).toBe('lost');
    world.tick(RECONNECT_WAITS[1]);
    world.port.say(SHOW);
    expect(world.store.getState().link).toBe('open');
  });

  it('waits longer and longer, up to a bound, and starts afresh after an answer', () => {
    const world = linked();
    const longest = Math.max(...RECONNECT_WAITS);
    for (let tries = 0; tries < 12; tries += 1) {
      world.port.drop();
      world.tick(longest);
    }
    expect(world.waits.slice(0, RECONNECT_WAITS.length)).toEqual([...RECONNECT_WAITS]);
    expect(Math.max(...world.waits)).toBe(longest);
    world.port.say(SHOW);
    world.port.drop();
    expect(world.waits.at(-1)).toBe(RECONNECT_WAITS[0]);
  });

  it('keeps what the person asked for while the worker was away', () => {
    const world = linked();
    world.port.say(SHOW);
    world.port.drop();
    world.link.send({ kind: 'pause', tabId: 7 });
    world.tick(RECONNECT_WAITS[0]);
    expect(world.port.sent).toEqual([
      { kind: 'follow', windowId: 3 },
      { kind: 'pause', tabId: 7 },
    ]);
  });

  it('stops trying once the extension is gone, and shows no conversation any more', () => {
    const world = linked();
    world.port.say(SHOW);
    world.update();
    world.port.drop();
    world.tick(60_000);
    expect(world.ports).toHaveLength(1);
    expect(world.store.getState()).toMatchObject({ link: 'orphaned', view: null });
  });

  it('is over when closed', () => {
    const world = linked();
    const { port } = world;
    world.link.close();
    expect(port.closed).toBe(true);
    port.say(SHOW);
    port.drop();
    world.tick(60_000);
    expect(world.ports).toHaveLength(1);
    expect(world.store.getState().view).toBeNull();
  });
});
