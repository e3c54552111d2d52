import { describe, expect, it } from 'vitest';
import { acceptHints } from '@/utils/suggestions/contract';
import type { Hint } from '@/utils/suggestions/hint';
import { client, supporter } from './hint-corpus';

const conversation = [
  client('i feel so lost since my dad died', 'c1'),
  supporter('I am so sorry to hear that.', 's1'),
];
const because = { id: 'c1', start: 0, end: 14, text: 'i feel so lost' };
const explore: Hint = {
  kind: 'explore',
  technique: 'open question',
  text: 'What have the last few weeks been like for you?',
  because,
};
const empathise: Hint = {
  kind: 'empathise',
  technique: 'reflection of feeling',
  text: 'It sounds like you feel lost without your dad.',
  because,
};
const support: Hint = {
  kind: 'support',
  technique: 'normalising',
  text: 'Grief has its own pace, and yours is allowed.',
  because,
};

describe('acceptHints', () => {
  it('keeps one hint of each kind, in the order explore, empathise, support', () => {
    expect(acceptHints([support, empathise, explore], conversation).hints).toEqual([
      explore,
      empathise,
      support,
    ]);
  });

  it('drops what does not fit the schema', () => {
    const broken = [
      null,
      'hello',
      {},
      { ...explore, kind: 'advise' },
      { ...explore, text: '' },
      { ...explore, technique: 'hypnosis' },
    ];
    const { hints, dropped } = acceptHints(broken, conversation);
    expect(hints).toEqual([]);
    expect(dropped).toEqual(broken.map(() => ({ reason: 'schema' })));
  });

  it('drops a quote that no client wrote, and one of the supporter', () => {
    const invented = { ...explore, because: { ...because, text: 'i want to leave' } };
    const notTheirs = { ...explore, because: { id: 's1', start: 0, end: 4, text: 'I am' } };
    const elsewhere = { ...explore, because: { ...because, id: 'c9' } };
    const empty = { ...explore, because: { id: 'c1', start: 3, end: 3, text: '' } };
    expect(acceptHints([invented, notTheirs, elsewhere, empty], conversation)).toEqual({
      hints: [],
      dropped: [{ reason: 'quote' }, { reason: 'quote' }, { reason: 'quote' }, { reason: 'quote' }],
    });
  });

  it('puts a true quote at its true place', () => {
    const misplaced = { ...explore, because: { id: 'c1', start: 90, end: 99, text: 'my dad died' } };
    expect(acceptHints([misplaced], conversation).hints[0]?.because).toEqual({
      id: 'c1',
      start: 21,
      end: 32,
      text: 'my dad died',
    });
  });

  it('takes the next candidate when one is unsafe, repeats the supporter, or repeats another hint', () => {
    const unsafe = { ...support, text: 'You should talk to a doctor about it.' };
    const repeats = { ...empathise, text: 'I am so sorry to hear that.' };
    const twice = { ...support, text: 'What have the last few weeks been like for you, then?' };
    const { hints, dropped } = acceptHints(
      [explore, repeats, unsafe, twice, empathise, support],
      conversation,
    );
    expect(hints).toEqual([explore, empathise, support]);
    expect(dropped).toEqual([
      { reason: 'repeat' },
      { reason: 'unsafe', rule: 'you-should' },
      { reason: 'repeat' },
    ]);
  });

  it('does not say again what was shown before', () => {
    expect(acceptHints([explore], conversation, [explore.text]).hints).toEqual([]);
  });
});
