import { describe, expect, it } from 'vitest';
import type { Message, Side } from '@/utils/conversation/message';
import { groupTurns, lastTurnOf } from '@/utils/conversation/turns';

const message = (id: string, side: Side, text = 'hello'): Message => ({ id, side, text });

describe('turns', () => {
  const messages = [
    message('1', 'client'),
    message('2', 'client'),
    message('3', 'supporter'),
    message('4', 'unknown'),
    message('5', 'client'),
  ];

  it('are messages of one side in a row', () => {
    expect(groupTurns(messages).map((t) => [t.side, t.messages.map((m) => m.id)])).toEqual([
      ['client', ['1', '2']],
      ['supporter', ['3']],
      ['unknown', ['4']],
      ['client', ['5']],
    ]);
  });

  it('leave out what was taken back and what holds no words', () => {
    const holes = [
      message('1', 'client'),
      { ...message('2', 'supporter'), deleted: true },
      message('3', 'client', ' '),
    ];
    expect(groupTurns(holes).map((t) => t.messages.map((m) => m.id))).toEqual([['1']]);
  });

  it('are found from the end', () => {
    expect(lastTurnOf(messages, 'client')?.messages.map((m) => m.id)).toEqual(['5']);
    expect(lastTurnOf(messages.slice(0, 3), 'client')?.messages.map((m) => m.id)).toEqual(['1', '2']);
    expect(lastTurnOf([], 'client')).toBeNull();
    expect(lastTurnOf([message('1', 'client')], 'supporter')).toBeNull();
  });
});
