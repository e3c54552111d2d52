import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyDelta } from '@/utils/conversation/merge';
import type { Delta } from '@/utils/conversation/delta';
import type { Message } from '@/utils/conversation/message';

const message = (n: number, text = `text ${n}`): Message => ({ id: `m${n}`, side: 'client', text });
const ids = (messages: readonly Message[]) => messages.map((m) => m.id);

/** A window over the true conversation 0..n-1, as a windowed list shows it. */
const window = fc.record({ from: fc.nat(80), size: fc.integer({ min: 1, max: 30 }) });

test('whatever windows of a conversation are seen, in whatever order, overlapping ones end in the true order', () => {
  fc.assert(
    fc.property(fc.array(window, { minLength: 1, maxLength: 40 }), (windows) => {
      let state: Message[] = [];
      let low = Infinity;
      let high = -Infinity;
      for (const { from, size } of windows) {
        // A real list never jumps over a gap without rendering what is between: take windows that touch.
        const start = low === Infinity ? from : Math.min(Math.max(from, low - size), high);
        const run = Array.from({ length: size }, (_, i) => message(start + i));
        const before = start < low && low !== Infinity ? `m${low}` : null;
        const delta: Delta =
          before && start + size <= low
            ? { kind: 'prepended', before, messages: run }
            : { kind: 'snapshot', messages: run };
        state = applyDelta(state, delta).messages;
        low = Math.min(low, start);
        high = Math.max(high, start + size - 1);
      }
      expect(ids(state)).toEqual(Array.from({ length: high - low + 1 }, (_, i) => `m${low + i}`));
    }),
    { numRuns: 2_000 },
  );
});

test('no delta ever makes two messages of one id', () => {
  const anyMessage = fc
    .record({ n: fc.nat(12), text: fc.string({ maxLength: 5 }) })
    .map(({ n, text }) => message(n, text));
  const anyDelta: fc.Arbitrary<Delta> = fc.oneof(
    fc.record({ kind: fc.constant('snapshot' as const), messages: fc.array(anyMessage, { maxLength: 8 }) }),
    fc.record({
      kind: fc.constant('added' as const),
      after: fc.option(fc.nat(12).map((n) => `m${n}`)),
      messages: fc.array(anyMessage, { maxLength: 8 }),
    }),
    fc.record({
      kind: fc.constant('prepended' as const),
      before: fc.nat(12).map((n) => `m${n}`),
      messages: fc.array(anyMessage, { maxLength: 8 }),
    }),
    fc.record({
      kind: fc.constant('changed' as const),
      messages: fc.array(
        fc.record(
          { message: anyMessage, was: fc.nat(12).map((n) => `m${n}`) },
          { requiredKeys: ['message'] },
        ),
        { maxLength: 4 },
      ),
    }),
    fc.record({
      kind: fc.constant('removed' as const),
      ids: fc.array(
        fc.nat(12).map((n) => `m${n}`),
        { maxLength: 4 },
      ),
    }),
  );
  fc.assert(
    fc.property(fc.array(anyDelta, { maxLength: 25 }), (deltas) => {
      let state: Message[] = [];
      for (const delta of deltas) state = applyDelta(state, delta).messages;
      expect(new Set(ids(state)).size).toBe(state.length);
    }),
    { numRuns: 2_000 },
  );
});
