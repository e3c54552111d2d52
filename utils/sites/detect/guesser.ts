import type { Adapter } from '../adapter';
import { rootsIn } from '../deep';
import type { Delta } from '../../conversation/delta';
import { messagesIn } from '../../conversation/messages-in';
import { detectSteps, type Detected } from './detect';

/** Milliseconds between two looks at a page of which nothing is known, and how many times longer than one look. */
const PAUSE = 2_000;
const SHARE = 40;
/** Milliseconds of one turn of looking, and between two. */
const TURN = 6;
const BETWEEN = 12;
/** Milliseconds in which words that left the composer come back as a row. */
const COMES_BACK = 5_000;
const now = () => performance.now();
const FEWEST_LETTERS = 2;
/** What is remembered of a page while it is watched. */
const MOST_GROWN = 50;
const MOST_ELEMENTS = 6_000;
const MOST_ROOTS = 100;
const MOST_SENT = 5;

/** Reads a page by guess: what it is taken for, and what it teaches while it is watched. */
export interface Guesser {
  /** Begins to look at the page, at most so often; `onLook` is called afterwards. */
  look(): void;
  /** The adapter that the page suggested last; null when nothing did, or two places did alike. */
  readonly best: Adapter | null;
  /** Two places look alike. */
  readonly isUnsure: boolean;
  /** The shadow roots of the page as it was last looked at: what comes in them may be a conversation. */
  readonly roots: readonly ShadowRoot[];
  /** Notes where rows are added at the end. */
  noteGrowth(records: readonly MutationRecord[]): void;
  /** What stands in the composer now: words that leave it at once were sent. */
  noteDraft(text: string): void;
  /** Whether these messages hold words that were just sent, so that it is worth to look again. */
  holdsSent(deltas: readonly Delta[]): boolean;
  /** Look again at once. */
  renew(): void;
  stop(): void;
}

export function createGuesser(doc: Document, onLook: () => void): Guesser {
  const grew = new Set<Element>();
  const sent: string[] = [];
  let typed = '';
  let waiting: { text: string; until: number }[] = [];
  let next = 0;
  let isUnsure = false;
  let roots: readonly ShadowRoot[] = [];
  let best: Adapter | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  /** Looks in turns, with the page's own work between them. */
  function go(steps: Generator<void, Detected>, spent: number): void {
    const start = performance.now();
    let step = steps.next();
    while (step.done !== true && performance.now() - start < TURN) step = steps.next();
    const all = spent + performance.now() - start;
    if (step.done !== true) {
      timer = setTimeout(() => go(steps, all), BETWEEN);
      return;
    }
    timer = undefined;
    const found = step.value;
    isUnsure = found.kind === 'unsure';
    roots = rootsIn(doc.documentElement, MOST_ELEMENTS).slice(0, MOST_ROOTS);
    best = found.kind === 'found' ? found.learned.adapter : null;
    next = now() + Math.max(PAUSE, all * SHARE);
    onLook();
  }

  /** One look at a time; one that is asked for too early comes later. */
  function begin(): void {
    timer ??= setTimeout(() => go(detectSteps(doc, { grew, sent: [...sent] }), 0), Math.max(0, next - now()));
  }

  return {
    look: begin,
    get best() {
      return best;
    },
    get isUnsure() {
      return isUnsure;
    },
    get roots() {
      return roots;
    },
    noteGrowth(records) {
      for (const { target, addedNodes, nextSibling } of records) {
        const list = target instanceof ShadowRoot ? target.host : target;
        if (
          nextSibling === null &&
          addedNodes.length === 1 &&
          list instanceof Element &&
          grew.size < MOST_GROWN
        )
          grew.add(list);
      }
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
      best = null;
      next = 0;
    },
    stop() {
      clearTimeout(timer);
      roots = [];
    },
  };
}

function spaced(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}
