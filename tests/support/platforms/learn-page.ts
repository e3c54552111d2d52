import type { Message } from '@/utils/conversation/message';
import { detectList } from '@/utils/sites/detect/detect';
import { learnAdapter } from '@/utils/sites/learn/learn-adapter';
import { locateAny, nameOf, recognise } from '@/utils/sites/locate';
import { anyOf } from '@/utils/sites/query';
import { adaptersWith } from '@/utils/sites/registry';
import { linesNow, readNow } from './read-now';

/** What a test sees of learning: the transcript by the site's own adapter and by the one learnt from two rows. */
export interface LearnOnPage {
  fromTwo(turnedOn: string[]): { site: string[]; learnt: string[]; outcome: unknown };
  /** What is read by guess, with no adapter. */
  guess(): { learnt: string[]; outcome: unknown };
}

const learn: LearnOnPage = {
  fromTwo(turnedOn) {
    const place = locateAny(document, recognise(document, adaptersWith(new Set(turnedOn))));
    if (!place) throw new Error('the page of the fixture is not recognised');
    const { adapter, list } = place;
    const breaks = anyOf(adapter.breaks);
    const rows = [...list.querySelectorAll(anyOf(adapter.row))].filter(
      (row) => breaks === '' || !row.matches(breaks),
    );
    const read = readNow(place);
    const rowOf = (side: Message['side']) =>
      rows.filter((row) =>
        read.some(
          (message) => message.side === side && row.textContent.includes(message.text) && message.text !== '',
        ),
      );
    const theirs = rowOf('client').slice(0, 1);
    const ours = rowOf('supporter').slice(0, 1);
    const learnt = learnAdapter({ list, rows, theirs, ours });
    if ('refused' in learnt) return { site: linesNow(read), learnt: [], outcome: learnt };
    const { container, conversation } = place;
    return {
      site: linesNow(read),
      learnt: linesNow(readNow({ adapter: learnt.adapter, container, list, conversation })),
      outcome: { sidesBy: learnt.sidesBy, counts: learnt.counts, adapter: learnt.adapter },
    };
  },
  guess() {
    const found = detectList(document);
    if (found.kind !== 'found') return { learnt: [], outcome: found.kind };
    const { list, learned, score, signals } = found;
    const { adapter, sidesBy, counts } = learned;
    const conversation = nameOf(list, adapter) ?? { key: '', title: '' };
    const read = readNow({ adapter, container: list, list, conversation });
    return { learnt: linesNow(read), outcome: { adapter, score, signals, sidesBy, counts, conversation } };
  },
};

Object.assign(globalThis, { learn });
