import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyDelta } from '@/utils/conversation/merge';
import type { Message } from '@/utils/conversation/message';
import type { ViewRow } from '@/utils/sites/resolve-rows';
import { REMOVAL_GRACE, Tracker } from '@/utils/sites/tracker';
import { rowsOf, type Said } from '../support/rows-of';

const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      do: fc.constant('say' as const),
      mine: fc.boolean(),
      text: fc.string({ minLength: 1, maxLength: 6 }),
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('scroll' as const), by: fc.integer({ min: -6, max: 6 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('edit' as const),
      at: fc.nat(200),
      text: fc.string({ minLength: 1, maxLength: 6 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('delete' as const), at: fc.nat(200) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('move' as const), at: fc.nat(200) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('confirm' as const) }) },
);

test('a windowed list that scrolls, grows, is edited, loses rows and confirms pending ones is read as it was said', () => {
  fc.assert(
    fc.property(
      fc.array(step, { minLength: 1, maxLength: 60 }),
      fc.integer({ min: 3, max: 12 }),
      (steps, size) => {
        const tracker = new Tracker();
        const chat: Said[] = [];
        const seen = new Set<string>();
        let read: Message[] = [];
        let now = 0;
        let next = 0;
        let end = 0;
        const look = () => {
          const window = chat.slice(Math.max(0, end - size), end);
          // A scroll must let the rows between be rendered: step one row at a time.
          now += REMOVAL_GRACE + 1;
          for (const delta of tracker.update(rowsOf(window), now)) read = applyDelta(read, delta).messages;
          for (const { id } of window) seen.add(id);
        };
        for (const action of steps) {
          const target = 'at' in action ? chat[Math.max(0, end - size) + (action.at % size)] : undefined;
          switch (action.do) {
            case 'say':
              for (; end < chat.length; look()) end += 1;
              chat.push({
                id: `${action.mine ? 'tmp' : 'm'}${next++}`,
                text: `${next} ${action.text}`.trim(),
                mine: action.mine,
                pending: action.mine,
              });
              end = chat.length;
              break;
            case 'scroll':
              for (let i = 0; i < Math.abs(action.by); i++) {
                end = Math.min(
                  chat.length,
                  Math.max(Math.min(size, chat.length), end + Math.sign(action.by)),
                );
                look();
              }
              break;
            case 'edit':
              if (target && !target.pending) target.text = `edited ${action.text}`.trim();
              break;
            case 'delete': {
              // Only a row with a neighbour on each side can be told from one that left the window.
              const index = target ? chat.indexOf(target) : -1;
              const first = Math.max(0, end - size);
              if (index > first && index < end - 1) {
                chat.splice(index, 1);
                end -= 1;
                // Nothing slides in from above in this turn.
                const window = chat.slice(Math.max(first, 0), end);
                now += 1;
                for (const delta of tracker.update(rowsOf(window), now))
                  read = applyDelta(read, delta).messages;
              }
              break;
            }
            case 'move': {
              // Some clients put a row elsewhere when they learn more.
              const index = target ? chat.indexOf(target) : -1;
              const first = Math.max(0, end - size);
              if (target && index > first) {
                chat.splice(index, 1);
                chat.splice(first, 0, target);
              }
              break;
            }
            case 'confirm':
              for (const said of chat) {
                if (!said.pending) continue;
                const inWindow = chat.indexOf(said) >= end - size && chat.indexOf(said) < end;
                if (!inWindow) continue;
                seen.delete(said.id);
                said.id = `real-${said.id}`;
                said.pending = false;
              }
          }
          look();
        }
        const truth = chat.filter(({ id }) => seen.has(id));
        // What was edited or confirmed out of sight keeps the words last seen; compare what is in view exactly.
        const inView = chat.slice(Math.max(0, end - size), end);
        const readById = new Map(read.map((message) => [message.id, message]));
        for (const { id, text, mine } of inView) {
          expect(readById.get(id)).toMatchObject({
            text: text.trim(),
            side: mine ? 'supporter' : 'client',
            author: mine ? 'me' : 'them',
          });
        }
        expect(read.map(({ id }) => id)).toEqual(truth.map(({ id }) => id));
      },
    ),
    { numRuns: 2_000 },
  );
});

test('a long list that is read upwards in slices is read as if it were read at once', () => {
  const row = fc.record({ mine: fc.boolean(), isBreak: fc.nat(9).map((n) => n === 0) });
  const slices = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 1, maxLength: 30 });
  fc.assert(
    fc.property(fc.array(row, { minLength: 1, maxLength: 60 }), slices, (rows, sizes) => {
      const said = rows.map(({ mine }, n): Said => ({
        id: `m${n}`,
        text: `text ${n}`,
        mine,
      }));
      const view = rowsOf(said).map((facts, n): ViewRow => (rows[n]?.isBreak ? 'break' : facts));
      const merge = (read: Message[], deltas: ReturnType<Tracker['update']>) =>
        deltas.reduce((messages, delta) => applyDelta(messages, delta).messages, read);

      const whole = merge([], new Tracker().update(view, 0));
      const tracker = new Tracker();
      let from = Math.max(0, view.length - (sizes[0] ?? 1));
      let read = merge([], tracker.update(view.slice(from), 0));
      for (let i = 1; from > 0; i++) {
        const next = Math.max(0, from - (sizes[i % sizes.length] ?? 1));
        const below = view.slice(from);
        const end = below.findIndex((facts) => facts === 'break' || facts.author !== null);
        read = merge(
          read,
          tracker.prepend(view.slice(next, from), below.slice(0, end < 0 ? below.length : end + 1)),
        );
        from = next;
      }
      expect(read).toEqual(whole);
    }),
    { numRuns: 1_000 },
  );
});
