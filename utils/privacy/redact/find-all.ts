import type { Acquaintance } from './acquaintance';
import type { Candidate, Kind } from './kinds';

const FIRST: [Kind, RegExp][] = [
  ['email', /(?<![\w.+-])[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,5}/g],
  ['link', /(?:https?:\/\/|www\.)[^\s<>"]{2,500}/gi],
  ['handle', /(?<![\w@])@[A-Za-z0-9_.]{2,40}/g],
  ['phone', /(?<![\w+])\+?\d[\d\s().-]{5,20}\d(?!\w)/g],
];

/** Everything to take out, without overlaps, first come first served. */
export function findAll(text: string, people: Acquaintance): Candidate[] {
  let rest = text;
  const all: Candidate[] = [];
  const take = (kind: Kind, start: number, end: number, key?: string): void => {
    all.push({ kind, start, end, ...(key !== undefined && { key }) });
    rest = rest.slice(0, start) + '\u0001'.repeat(end - start) + rest.slice(end);
  };
  for (const [kind, pattern] of FIRST) {
    for (const match of [...rest.matchAll(pattern)]) {
      take(kind, match.index, match.index + match[0].length, match[0].toLowerCase());
    }
  }
  for (const name of people.names) {
    const escaped = name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    for (const match of [
      ...rest.matchAll(new RegExp(`(?<![\\p{L}\\p{N}])${escaped}(?![\\p{L}\\p{N}])`, 'giu')),
    ]) {
      take('name', match.index, match.index + match[0].length, name.toLowerCase());
    }
  }
  return all.sort((a, b) => a.start - b.start);
}
