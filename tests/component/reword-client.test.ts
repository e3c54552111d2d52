import { describe, expect, it } from 'vitest';
import { askRewording, type Rewording } from '@/components/draft/reword-client';
import { fakePort } from './fake-port';

const TARGET = { tabId: 7, flag: 'minimising', draft: 'At least it was quick.', round: 0 } as const;

function ask() {
  const port = fakePort();
  const shown: Rewording[] = [];
  const stop = askRewording({ connect: () => port, newId: () => 'r1' }, TARGET, (one) => shown.push(one));
  const say = (event: object): void => {
    port.say({ requestId: 'r1', ...event });
  };
  return { port, shown, stop, say };
}

describe('asking for another way to say a draft', () => {
  it('shows the device’s way at once, and the model’s in its place', () => {
    const { port, shown, say } = ask();
    expect(port.sent).toEqual([{ ...TARGET, requestId: 'r1' }]);
    say({ kind: 'device', text: 'That hurts.' });
    say({ kind: 'done', text: 'Losing her hurts.' });
    expect(shown.map(({ status, text, from }) => [status, text, from])).toEqual([
      ['asking', null, 'device'],
      ['waiting', 'That hurts.', 'device'],
      ['over', 'Losing her hurts.', 'model'],
    ]);
    expect(port.closed).toBe(true);
  });

  it('keeps the device’s way when no model is asked, when it fails, and when the worker goes away', () => {
    for (const end of [{ kind: 'done', text: null }, { kind: 'failed', trouble: 'timeout' }, null]) {
      const { port, shown, say } = ask();
      say({ kind: 'device', text: 'That hurts.' });
      if (end) say(end);
      else port.drop();
      expect(shown.at(-1)).toMatchObject({ status: 'over', text: 'That hurts.', from: 'device' });
    }
  });

  it('hears nothing that is not an answer to it, and nothing once it was stopped', () => {
    const { port, shown, say, stop } = ask();
    port.say({ kind: 'device', requestId: 'other', text: 'No.' });
    say({ kind: 'device', text: 7 });
    expect(shown).toHaveLength(1);
    stop();
    say({ kind: 'device', text: 'Late.' });
    expect([shown.length, port.closed]).toEqual([1, true]);
  });
});
