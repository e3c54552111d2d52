/** Whether a path fits a pattern: `*` is any one segment, `**` at the end any number; all else is itself. */
export function fitsPath(pathname: string, pattern: string): boolean {
  const wanted = segmentsOf(pattern);
  const given = segmentsOf(pathname);
  const isOpen = wanted.at(-1) === '**';
  if (isOpen) wanted.pop();
  if (isOpen ? given.length < wanted.length : given.length !== wanted.length) return false;
  return wanted.every((segment, i) => segment === '*' || segment === given[i]);
}

/** The parts of a path between its slashes. */
export function segmentsOf(path: string): string[] {
  return path.split('/').filter((segment) => segment !== '');
}
