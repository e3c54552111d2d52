const ATOMS: Record<string, string> = {
  '#': '\\d',
  '@': '[A-Za-z]',
  '%': '[A-Za-z0-9]',
  ' ': '[ .-]?',
  '-': '[ ./-]',
};
const TOKEN = /\[[A-Za-z0-9().-]{1,40}\]|\{\d{1,2}(?:,\d{1,2})?\}|\?|[^]/g;

/** The source of a regular expression for a shape (see `pack-schema`). No part of it repeats without bound. */
export function shapeSource(shape: string): string {
  return [...shape.matchAll(TOKEN)]
    .map(([token]) => {
      if (token.startsWith('[') || token.startsWith('{') || token === '?') return token;
      return ATOMS[token] ?? token.replace(/[.*+^$()|\]}\\/]/, '\\$&');
    })
    .join('');
}

/** One of several shapes, longest pattern first so that a short one never wins over the whole. */
export function anyShape(shapes: readonly string[]): string {
  const longest = [...shapes].sort((a, b) => b.length - a.length);
  return `(?:${longest.map(shapeSource).join('|')})`;
}

/** Alternatives for plain words; a space in a word matches one or two spaces. */
export function anyWord(words: readonly string[]): string {
  const longest = [...words].sort((a, b) => b.length - a.length);
  return `(?:${longest
    .map((word) => word.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&').replace(/ /g, ' {1,2}'))
    .join('|')})`;
}
