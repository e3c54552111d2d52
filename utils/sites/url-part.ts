/**
 * The part of an address that a pattern keeps, blank when it does not fit. `rooms/:` finds the segment after
 * `rooms` anywhere in the path, `#/room/:` in the hash, `?c` the search parameter c. `:` is kept, `*` is not.
 */
export function urlPart({ pathname, hash, search }: Location, pattern: string): string {
  if (pattern.startsWith('?')) return new URLSearchParams(search).get(pattern.slice(1)) ?? '';
  const inHash = pattern.startsWith('#');
  const wanted = segmentsOf(inHash ? pattern.slice(1) : pattern);
  const given = segmentsOf(inHash ? hash.slice(1) : pathname);
  for (let start = 0; start + wanted.length <= given.length; start++) {
    const fits = wanted.every((segment, i) => isOpen(segment) || segment === given[start + i]);
    if (fits) return given.filter((_, i) => wanted[i - start] === ':').join('/');
  }
  return '';
}

function isOpen(segment: string): boolean {
  return segment === ':' || segment === '*';
}

function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}
