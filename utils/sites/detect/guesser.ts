import type { Adapter } from '../adapter';
import type { Delta } from '../../conversation/delta';
import { messagesIn } from '../../conversation/messages-in';
import { detectList } from './detect';

/** Milliseconds between two looks at a page of which nothing is known, and how many times longer than one look. */
const PAUSE = 2_000;
const SHARE = 40;
/** Milliseconds in which words that left the composer come back as a row. */
const COMES_BACK = 5_000;
const FEWEST_LETTERS = 2;
/** What is remembered of a page while it is watched. */
const MOST_GROWN = 50;
const MOST_SENT = 5;

/** Reads a page by guess: what it is taken for, and what it teaches while it is watched. */
export interface Guesser {
  /** The adapter that the page suggests; null when nothing does, or two places do alike. Looks at most so often. */
  look(): Adapter | null;
  /** Two places look alike. */
  readonly isUnsure: boolean;
  /** Notes where rows are added at the end. */
  noteGrowth(records: readonly MutationRecord[]): void;
  /** What stands in the composer now: words that leave it at once were sent. */
  noteDraft(text: string): void;
  /** Whether these messages hold words that were just sent, so that it is worth to look again. */
  holdsSent(deltas: readonly Delta[]): boolean;
  /** Look again at once. */
  renew(): void;
}

export function createGuesser(doc: Document, now: () => number = () => performance.now()): Guesser {
  const grew = new Set<Element>();
  const sent: string[] = [];
  let typed = '';
  let waiting: { text: string; until: number }[] = [];
  let next = 0;
  let isUnsure = false;
  let best: Adapter | null = null;

  return {
    look() {
      if (now() < next) return best;
      const start = now();
      const found = detectList(doc, { grew, sent });
      isUnsure = found.kind === 'unsure';
      best = found.kind === 'found' ? found.learned.adapter : null;
      next = now() + Math.max(PAUSE, (now() - start) * SHARE);
      return best;
    },
    get isUnsure() {
      return isUnsure;
    },
    noteGrowth(records) {
      for (const { target, addedNodes, nextSibling } of records)
        if (
          nextSibling === null &&
          addedNodes.length === 1 &&
          target instanceof Element &&
          grew.size < MOST_GROWN
        )
          grew.add(target);
    },
    noteDraft(text) {
      const was = typed.trim();
      typed = text;
      if (text.trim() !== '' || was.length < FEWEST_LETTERS) return;
      waiting = [...waiting.filter(({ until }) => until > now()), { text: was, until: now() + COMES_BACK }];
    },
    holdsSent(deltas) {
      const fresh = deltas.flatMap(messagesIn).map(({ text }) => spaced(text));
      const found = waiting.find(({ text, until }) => until > now() && fresh.includes(spaced(text)));
      if (!found) return false;
      waiting = waiting.filter((one) => one !== found);
      sent.splice(0, Math.max(0, sent.length + 1 - MOST_SENT));
      sent.push(found.text);
      next = 0;
      return true;
    },
    renew() {
      next = 0;
    },
  };
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
