import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Delta } from '@/utils/conversation/delta';
import { applyDelta } from '@/utils/conversation/merge';
import type { Message } from '@/utils/conversation/message';
import { OwnIds } from '@/utils/sites/own-ids';
import { REMOVAL_GRACE, Tracker } from '@/utils/sites/tracker';
import type { RowFacts } from '@/utils/sites/row';
import { rowsOf, type RowStyle, type Said } from '../support/rows-of';

const SCHEDULES = 10_000;
const CONVERSATIONS = 3;

/**
 * A conversation as its site knows it, what of it is in view, and what was read of it. Ids are counted anew in each,
 * as some sites do: the same id is another message elsewhere.
 */
interface Conversation {
  name: string;
  chat: Said[];
  from: number;
  end: number;
  seen: Set<string>;
  gone: Set<string>;
  read: Message[];
  count: number;
  ownIds: OwnIds;
}

/** How a site writes its rows, and how many of them it shows. */
interface Site extends RowStyle {
  size: number;
}

const site: fc.Arbitrary<Site> = fc
  .record({
    hasIds: fc.boolean(),
    hasRuns: fc.boolean(),
    sidesInRuns: fc.boolean(),
    size: fc.integer({ min: 3, max: 9 }),
  })
  // Without ids, rows are told apart by their authors.
  .map((kind) => ({ ...kind, hasRuns: kind.hasIds && kind.hasRuns }));

const where = fc.nat(40);
const who = fc.nat(CONVERSATIONS - 1);
const words = fc.constantFrom('', 'yes', 'no', 'I hear you', '  ');
const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('say' as const), who, mine: fc.boolean(), words }) },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('switch' as const), who }) },
  {
    weight: 2,
    arbitrary: fc.record({ do: fc.constant('older' as const), by: fc.integer({ min: 1, max: 5 }) }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('edit' as const), who, where, words }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('remove' as const), where }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('empty' as const), where }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('replace' as const) }) },
);

type Step = typeof step extends fc.Arbitrary<infer One> ? One : never;

/** A page that shows one conversation at a time, read by a tracker of its own for each visit, as the reader does. */
class Page {
  readonly all: Conversation[] = Array.from({ length: CONVERSATIONS }, (_, n) => ({
    name: 'ABC'.charAt(n),
    chat: [],
    from: 0,
    end: 0,
    seen: new Set(),
    gone: new Set(),
    read: [],
    count: 0,
    ownIds: new OwnIds(),
  }));
  private front = this.at(0);
  private tracker = new Tracker();
  private now = 0;

  constructor(private readonly site: Site) {
    for (const conversation of this.all)
      for (let n = 0; n < 8; n++) this.speak(conversation, n % 3 === 1, 'before');
    this.open(0);
  }

  get inFront(): Conversation {
    return this.front;
  }

  play(action: Step): void {
    const { front } = this;
    switch (action.do) {
      case 'say': {
        const conversation = this.at(action.who);
        this.speak(conversation, action.mine, action.words);
        if (conversation !== front) return;
        front.end = front.chat.length;
        this.take(this.tracker.append(this.rows().slice(-1)));
        front.from = Math.max(front.from, front.end - this.site.size * 2);
        break;
      }
      case 'switch':
        this.open(action.who);
        return;
      case 'older': {
        const from = Math.max(0, front.from - action.by);
        const above = front.from - from;
        front.from = from;
        const rows = this.rows();
        this.take(this.tracker.prepend(rows.slice(0, above), rows.slice(above)));
        break;
      }
      case 'edit': {
        // Without ids, other words are another message: that is said of such sites.
        const conversation = this.at(action.who);
        const index = conversation.from + (action.where % Math.max(1, conversation.end - conversation.from));
        const said = conversation.chat[index];
        if (!said || !this.site.hasIds) return;
        said.text = `${conversation.name}${said.id} now ${action.words}`.trim();
        if (conversation !== front) return;
        const row = this.rows()[index - front.from];
        if (row) this.take(this.tracker.change(row) ?? []);
        break;
      }
      case 'remove': {
        // Only a row between others can be told from one that left the window.
        const index = front.from + 1 + (action.where % this.site.size);
        const said = front.chat[index];
        if (!said || index >= front.end - 1) return;
        front.chat.splice(index, 1);
        front.end -= 1;
        front.gone.add(said.text);
        this.look(1);
        break;
      }
      case 'empty': {
        // Some lists empty the rows that are out of sight.
        const rows = this.rows();
        const hidden = action.where % Math.max(1, rows.length);
        this.now += REMOVAL_GRACE + 1;
        if (!this.site.hasIds) return;
        this.take(
          this.tracker.update(
            rows.map((row, n) => (n === hidden ? { ...row, text: '' } : row)),
            this.now,
          ),
        );
        break;
      }
      case 'replace':
        this.now += 1;
        this.take(this.tracker.update([], this.now));
    }
    this.look(REMOVAL_GRACE + 1);
  }

  private at(index: number): Conversation {
    const found = this.all[index];
    if (!found) throw new Error(`there is no conversation ${String(index)}`);
    return found;
  }

  private speak(conversation: Conversation, mine: boolean, said: string): void {
    const id = `m${String(conversation.count++)}`;
    conversation.chat.push({ id, mine, text: `${conversation.name}${id} ${said}`.trim() });
  }

  private open(index: number): void {
    this.front = this.at(index);
    this.tracker = new Tracker(this.front.ownIds);
    const { front, site } = this;
    front.end = front.chat.length;
    front.from = Math.max(0, front.end - site.size);
    this.look(REMOVAL_GRACE + 1);
  }

  private rows(): RowFacts[] {
    const { chat, from, end } = this.front;
    return rowsOf(chat.slice(from, end), this.site, chat[from - 1]);
  }

  private look(later: number): void {
    this.now += later;
    this.take(this.tracker.update(this.rows(), this.now));
    for (const { id } of this.front.chat.slice(this.front.from, this.front.end)) this.front.seen.add(id);
  }

  private take(deltas: readonly Delta[]): void {
    for (const delta of deltas) this.front.read = applyDelta(this.front.read, delta).messages;
  }
}

/** What a line of a test's chat says of itself: its conversation and its id there. */
const idIn = (text: string) => /^[ABC](m\d+)\b/.exec(text)?.[1] ?? '';

test('whatever is opened, said, loaded, edited, removed and drawn again, no words reach another conversation, none change places or sides', () => {
  fc.assert(
    fc.property(site, fc.array(step, { minLength: 1, maxLength: 40 }), (kind, steps) => {
      const page = new Page(kind);
      for (const action of steps) {
        page.play(action);
        for (const { name, chat, seen, gone, read, from, end } of page.all) {
          const mine = new Map(chat.map((said) => [said.id, said.mine]));
          for (const { text, side } of read) {
            if (!text.startsWith(name)) throw new Error(`"${text}" was read in ${name}`);
            const truth = mine.get(idIn(text));
            if (truth !== undefined && side !== 'unknown' && side !== (truth ? 'supporter' : 'client'))
              throw new Error(`"${text}" was read as the ${side}'s`);
          }
          const order = read.map(({ text }) => idIn(text));
          const wanted = chat.flatMap(({ id }) => (seen.has(id) ? [id] : []));
          if (order.join() !== wanted.join())
            throw new Error(`${name}: read ${order.join()}, said ${wanted.join()}`);
          if (read.some(({ text }) => gone.has(text))) throw new Error('what was removed is still read');
          if (name !== page.inFront.name) continue;
          const texts = new Set(read.map(({ text }) => text));
          for (const { text } of chat.slice(from, end))
            if (!texts.has(text)) throw new Error(`"${text}" is in view and was not read`);
        }
      }
      expect(page.all.every(({ read, seen }) => seen.size === 0 || read.length > 0)).toBe(true);
    }),
    { numRuns: SCHEDULES },
  );
}, 120_000);
