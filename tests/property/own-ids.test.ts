import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Delta } from '@/utils/conversation/delta';
import { applyDelta } from '@/utils/conversation/merge';
import type { Message } from '@/utils/conversation/message';
import { align } from '@/utils/sites/align';
import { OwnIds } from '@/utils/sites/own-ids';
import { REMOVAL_GRACE, Tracker } from '@/utils/sites/tracker';
import { rowsOf, type Said } from '../support/rows-of';

/** A site that gives its messages no ids and shows a window on the conversation. */
const STYLE = { hasIds: false, hasRuns: false, sidesInRuns: true };
const SIZE = 12;

/** Few words, so that people repeat each other and themselves, beside some that are said once. */
const words = fc.oneof(
  fc.constantFrom('yes', 'no', 'ok', 'I do not know'),
  fc.nat(100_000).map((n) => `words ${String(n)}`),
);
const line = fc.record({ text: words, mine: fc.boolean() });
const step = fc.oneof(
  { weight: 5, arbitrary: fc.record({ do: fc.constant('say' as const), line }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('older' as const), by: fc.integer({ min: 1, max: 4 }) }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('down' as const), by: fc.integer({ min: 1, max: 4 }) }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('draw' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('again' as const) }) },
);

test('on a site without ids, a word that is said again is another message, and one drawn again is not', () => {
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 3, maxLength: 30 }),
      fc.array(step, { maxLength: 25 }),
      (before, steps) => {
        const chat: Said[] = before.map((one, n) => ({ ...one, id: String(n) }));
        const ownIds = new OwnIds();
        let tracker = new Tracker(ownIds);
        let read: Message[] = [];
        let [from, end, now] = [Math.max(0, chat.length - SIZE), chat.length, 0];
        let highest = from;
        const take = (deltas: readonly Delta[]) => {
          for (const delta of deltas) read = applyDelta(read, delta).messages;
        };
        const rows = () => rowsOf(chat.slice(from, end), STYLE);
        const look = () => {
          now += REMOVAL_GRACE + 1;
          take(tracker.update(rows(), now));
        };
        look();
        for (const action of steps) {
          if (action.do === 'say') {
            chat.push({ ...action.line, id: String(chat.length) });
            if (end === chat.length - 1) {
              end += 1;
              take(tracker.append(rows().slice(-1)));
              from = Math.max(from, end - SIZE);
            }
          } else if (action.do === 'older') {
            const above = Math.min(action.by, from);
            from -= above;
            highest = Math.min(highest, from);
            take(tracker.prepend(rows().slice(0, above), rows().slice(above, above + 1)));
            end = Math.min(end, from + SIZE);
          } else if (action.do === 'down') {
            const below = Math.min(action.by, chat.length - end);
            end += below;
            if (below > 0) take(tracker.append(rows().slice(-below)));
            from = Math.max(from, end - SIZE);
          } else if (action.do === 'again') {
            // Another conversation was opened in between, and this one again.
            tracker = new Tracker(ownIds);
          }
          look();
          const lowest = Math.max(end, read.length + highest);
          expect(read.map(({ text }) => text)).toEqual(chat.slice(highest, lowest).map(({ text }) => text));
        }
      },
    ),
    { numRuns: 3_000 },
  );
});

test('rows are found again in their order, and each is what it says', () => {
  const said = fc.constantFrom('a', 'b', 'c', 'd', 'e');
  fc.assert(
    fc.property(fc.array(said, { maxLength: 30 }), fc.array(said, { maxLength: 30 }), (before, now) => {
      const places = align(before, now);
      const found = places.flatMap((place, index) => (place === undefined ? [] : [[place, index] as const]));
      expect(found.every(([place, index]) => before[place] === now[index])).toBe(true);
      expect(found.map(([place]) => place)).toEqual(
        [...new Set(found.map(([place]) => place))].sort((a, b) => a - b),
      );
    }),
  );
});

test('a list of 10,000 that all say one of two things keeps its names when it is drawn anew', () => {
  const said = Array.from({ length: 10_000 }, (_, n) => (n % 3 === 0 ? 'yes' : 'no'));
  const ownIds = new OwnIds();
  const first = ownIds.view(said);
  expect(ownIds.view(said)).toEqual(first);
  expect(new Set(first).size).toBe(said.length);
});
