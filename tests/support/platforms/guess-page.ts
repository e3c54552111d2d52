import { detectList } from '@/utils/sites/detect/detect';
import { nameOf } from '@/utils/sites/locate';
import { linesNow, readNow } from './read-now';

/** What a test sees of the detector: the page as it stands, with no adapter. */
export interface GuessOnPage {
  guess(): string[];
}

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
};

Object.assign(globalThis, { guesser });
