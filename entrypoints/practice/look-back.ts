import type { LookBackApi } from '@/components/practice/look-back-api';
import type { PracticeShelves } from '@/utils/storage/practice-shelves';
import { feedbackTools } from './feedback-tools';

/** What looking back on practice asks of the browser. */
export function browserLookBack(shelves: PracticeShelves): LookBackApi {
  return {
    load: (id) => shelves.load(id),
    loadAll: () => shelves.loadAll(),
    save: (record) => shelves.save(record),
    discard: (id) => shelves.discard(id),
    deleteAll: () => shelves.deleteAll(),
    tools: feedbackTools,
    newId: () => crypto.randomUUID(),
    now: () => Date.now(),
    saveFile(name, content, type) {
      const url = URL.createObjectURL(new Blob([content], { type: `${type};charset=utf-8` }));
      const link = document.createElement('a');
      link.href = url;
      link.download = name;
      link.click();
      // The browser reads the file as the click is handled; a minute is plenty.
      setTimeout(() => {
        URL.revokeObjectURL(url);
      }, 60_000);
    },
    print() {
      print();
    },
  };
}
