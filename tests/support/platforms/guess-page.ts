import { detectList, detectSteps, NOTHING_WATCHED } from '@/utils/sites/detect/detect';
import { nameOf } from '@/utils/sites/locate';
import { followPage, type Followed } from './follow-page';
import { linesNow, readNow } from './read-now';

/** What a test sees of the detector: the page as it stands, with no adapter. */
export interface GuessOnPage {
  guess(): string[];
  /** Milliseconds of the longest step of a look at the page, and of all steps. */
  cost(): { longest: number; all: number };
  /** Reads on by guess until the page is gone. */
  follow(): void;
  /** What was read of the conversation in front since then. */
  lines(): string[];
  /** All that was read, by conversation. */
  conversations(): string[][];
}

let followed: Followed | undefined;

const guesser: GuessOnPage = {
  guess() {
    const found = detectList(document);
    if (found.kind !== 'found') return [];
    const { list, learned } = found;
    const conversation = nameOf(list, learned.adapter);
    return conversation
      ? linesNow(readNow({ adapter: learned.adapter, container: list, list, conversation }))
      : [];
  },
  cost() {
    const steps = detectSteps(document, NOTHING_WATCHED);
    let longest = 0;
    let all = 0;
    for (let isDone = false; !isDone;) {
      const start = performance.now();
      isDone = steps.next().done === true;
      const took = performance.now() - start;
      longest = Math.max(longest, took);
      all += took;
    }
    return { longest, all };
  },
  follow() {
    followed = followPage([]);
  },
  lines: () => linesNow(followed?.messages ?? []),
  conversations: () => [...(followed?.conversations.values() ?? [])].map(linesNow),
};

Object.assign(globalThis, { guesser });
