import type { SessionArea } from '@/utils/storage/tab-record';

/** A session storage in memory that clones what it is given, as the browser's does, and may be full. */
export function memoryArea(
  quota = Infinity,
): SessionArea & { items: Map<string, unknown>; writes: string[][] } {
  const items = new Map<string, unknown>();
  const writes: string[][] = [];
  return {
    items,
    writes,
    get(keys) {
      const wanted = keys === null ? [...items.keys()] : [keys].flat();
      return Promise.resolve(
        Object.fromEntries(
          wanted.filter((key) => items.has(key)).map((key) => [key, structuredClone(items.get(key))]),
        ),
      );
    },
    set(news) {
      const size = JSON.stringify([...items.entries(), ...Object.entries(news)]).length;
      if (size > quota) return Promise.reject(new Error('QUOTA_BYTES quota exceeded'));
      writes.push(Object.keys(news));
      for (const [key, value] of Object.entries(news)) items.set(key, structuredClone(value));
      return Promise.resolve();
    },
    remove(keys) {
      for (const key of [keys].flat()) items.delete(key);
      return Promise.resolve();
    },
  };
}
