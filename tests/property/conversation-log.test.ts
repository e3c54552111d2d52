import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Message } from '@/utils/conversation/message';
import { ConversationLog, type Chunk } from '@/utils/storage/conversation-log';

const message = (n: number, text: string): Message => ({ id: `m${n}`, side: 'client', text });
const step = fc.oneof(
  fc.record({
    kind: fc.constant('added' as const),
    n: fc.nat(40),
    at: fc.nat(40),
    text: fc.string({ maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constant('prepended' as const),
    n: fc.nat(40),
    at: fc.nat(40),
    text: fc.string({ maxLength: 4 }),
  }),
  fc.record({
    kind: fc.constant('removed' as const),
    n: fc.nat(40),
    at: fc.constant(0),
    text: fc.constant(''),
  }),
);

test('what is stored chunk by chunk comes back as the same conversation in the same order', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 150 }), (steps) => {
      const log = new ConversationLog();
      const stored = new Map<number, Chunk>();
      for (const { kind, n, at, text } of steps) {
        if (kind === 'added') log.apply({ kind, after: `m${at}`, messages: [message(n, text)] });
        else if (kind === 'prepended') log.apply({ kind, before: `m${at}`, messages: [message(n, text)] });
        else log.apply({ kind, ids: [`m${n}`] });
        for (const [number, chunk] of log.takeDirty()) stored.set(number, structuredClone(chunk));
      }
      const chunks = Array.from({ length: log.chunkCount }, (_, number) => stored.get(number) ?? []);
      expect(ConversationLog.fromChunks(chunks, 0).messages).toEqual(log.messages);
    }),
    { numRuns: 1_000 },
  );
});

test('one more message in a long conversation rewrites one chunk', () => {
  const log = new ConversationLog();
  for (let n = 0; n < 1_000; n++)
    log.apply({ kind: 'added', after: `m${n - 1}`, messages: [message(n, 'words')] });
  log.takeDirty();
  log.apply({ kind: 'added', after: 'm999', messages: [message(1_000, 'one more')] });
  const dirty = log.takeDirty();
  expect(dirty.size).toBe(1);
  expect([...dirty.values()][0]?.length).toBeLessThanOrEqual(64);
});
