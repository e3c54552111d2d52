import { describe, expect, it } from 'vitest';
import type { Message } from '@/utils/conversation/message';
import {
  changedSides,
  forgottenSides,
  onlyOther,
  whoQuestion,
  withSides,
} from '@/utils/conversation/who-is-who';

let next = 0;
const said = (author: string | undefined, side: Message['side'] = 'unknown'): Message => ({
  id: `m${String(next++)}`,
  side,
  text: 'some words',
  ...(author !== undefined && { author }),
});

describe('the question whose names are whose', () => {
  it('is asked about the person first, with every name that nobody placed', () => {
    const messages = [said('Maya'), said('Robin'), said('Maya')];
    expect(whoQuestion(messages, {})).toEqual({ about: 'me', names: ['Maya', 'Robin'] });
  });

  it('is not asked where sides are told, where there are no names, or of a single message', () => {
    expect(whoQuestion([said('Maya', 'client'), said('Robin', 'supporter')], {})).toBeNull();
    expect(whoQuestion([said(undefined), said(undefined)], {})).toBeNull();
    expect(whoQuestion([said('Maya')], {})).toBeNull();
  });

  it('is never asked a second time, whatever the answer was', () => {
    const messages = [said('Maya'), said('Robin'), said('Maya')];
    expect(whoQuestion(messages, { me: null })).toBeNull();
    expect(
      whoQuestion([said('Maya'), said('Kim'), said('Robin', 'supporter')], { me: 'Robin', client: null }),
    ).toBeNull();
  });

  it('in a room of several asks once more: whom the person supports', () => {
    const messages = [said('Maya'), said('Kim'), said('Robin', 'supporter')];
    expect(whoQuestion(messages, { me: 'Robin' })).toEqual({ about: 'client', names: ['Maya', 'Kim'] });
  });

  it('leaves a bot beside two known people alone', () => {
    const messages = [said('Maya', 'client'), said('Robin', 'supporter'), said('Helper'), said('Helper')];
    expect(whoQuestion(messages, {})).toBeNull();
  });
});

describe('an answer', () => {
  const who = { me: 'Robin', client: 'Maya' };

  it('names the sides of what is read from then on, and nobody else', () => {
    const delta = withSides(
      { kind: 'added', after: null, messages: [said('Maya'), said('Robin'), said('Kim')] },
      who,
    );
    expect(delta.kind === 'added' && delta.messages.map(({ side }) => side)).toEqual([
      'client',
      'supporter',
      'unknown',
    ]);
  });

  it('never overrules what the page itself says', () => {
    const delta = withSides({ kind: 'snapshot', messages: [said('Maya', 'supporter')] }, who);
    expect(delta.kind === 'snapshot' && delta.messages[0]?.side).toBe('supporter');
  });

  it('names what was read before, and can be taken back', () => {
    const messages = [said('Maya'), said('Kim'), said('Robin')];
    const [changed] = changedSides(messages, who);
    expect(changed?.kind === 'changed' && changed.messages.map(({ message }) => message.side)).toEqual([
      'client',
      'supporter',
    ]);
    const named = messages.map((message, n) => ({
      ...message,
      side: (['client', 'unknown', 'supporter'] as const)[n] ?? 'unknown',
    }));
    const [back] = forgottenSides(named, who);
    expect(back?.kind === 'changed' && back.messages.map(({ message }) => message.side)).toEqual([
      'unknown',
      'unknown',
    ]);
  });

  it('about the person tells the client only where there is one other name', () => {
    expect(onlyOther([said('Maya'), said('Robin')], 'Robin')).toBe('Maya');
    expect(onlyOther([said('Maya'), said('Robin'), said('Kim')], 'Robin')).toBeNull();
  });
});
