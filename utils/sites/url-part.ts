import { segmentsOf } from './path';

type Address = Pick<Location, 'pathname' | 'hash' | 'search'>;

/**
 * The part of an address that a pattern keeps, blank when it does not fit. `rooms/:` finds the segment after
 * `rooms` anywhere in the path, `#/room/:` in the hash, `?c` the search parameter c, `?f&t` those of two. `:` is
 * kept, `*` is not. A pattern may ask for several parts, as `:/:?t` does; each must be there.
 */
export function urlPart({ pathname, hash, search }: Address, pattern: string): string {
  const [, inPath = '', inSearch = '', inHash = ''] = /^([^?#]*)(\?[^#]*)?(#.*)?$/s.exec(pattern) ?? [];
  const parts = [
    ...(inPath === '' ? [] : [segmentsIn(pathname, inPath)]),
    ...(inSearch === '' ? [] : [parametersIn(search, inSearch.slice(1).split('&'))]),
    ...(inHash === '' ? [] : [segmentsIn(hash.slice(1), inHash.slice(1))]),
  ];
  return parts.includes('') ? '' : parts.join(' ');
}

function parametersIn(search: string, names: readonly string[]): string {
  const all = new URLSearchParams(search);
  return names.flatMap((name) => all.get(name) ?? []).join('/');
}

function segmentsIn(path: string, pattern: string): string {
  const wanted = segmentsOf(pattern);
  const given = segmentsOf(path);
  for (let start = 0; start + wanted.length <= given.length; start++) {
    const fits = wanted.every((segment, i) => isOpen(segment) || segment === given[start + i]);
    if (fits) return given.filter((_, i) => wanted[i - start] === ':').join('/');
  }
  return '';
}

function isOpen(segment: string): boolean {
  return segment === ':' || segment === '*';
}
