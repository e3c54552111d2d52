import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseCommand, parseReply, READER_COMMANDS, READER_REPLIES } from '@/utils/messaging/reader-answers';

test('what the worker says is understood', () => {
  for (const reply of READER_REPLIES) expect(parseReply({ reply })).toBe(reply);
  for (const command of READER_COMMANDS) expect(parseCommand({ kind: 'reader', command })).toBe(command);
});

test('anything else is nothing, and never throws', () => {
  fc.assert(
    fc.property(fc.anything(), (message) => {
      expect(parseReply(message)).toBeNull();
      expect(parseCommand(message)).toBeNull();
    }),
  );
  expect(parseCommand({ kind: 'panel', command: 'stop' })).toBeNull();
  expect(parseReply({ reply: ['ok'] })).toBeNull();
});
