import { KINDS, type Kind } from './kinds';

const NAMES = KINDS.map((kind) => kind.toUpperCase()).join('|');

/**
 * Every spelling in which a model gives a placeholder back: other case, a space or hyphen for the
 * underscore, other or no brackets, brackets escaped for Markdown, the number left out.
 * The same pattern finds what a person wrote that could be mistaken for one of ours.
 */
const SPELLINGS = new RegExp(
  String.raw`\\\[(?<a>${NAMES})\\?_(?<b>\d{1,4})\\\]` +
    String.raw`|[[{<] ?(?<c>${NAMES})(?:[ _-]?(?<d>\d{1,4}))? ?[\]}>]` +
    String.raw`|(?<![\p{L}\p{N}_\]])(?<e>${NAMES})_(?<f>\d{1,4})(?![\p{L}\p{N}_[])`,
  'giu',
);

/** A placeholder as read in a text. `number` is 0 when it was left out. */
export interface Spelling {
  kind: Kind;
  number: number;
  start: number;
  end: number;
  text: string;
}

/** The placeholder of the `number`-th thing of a kind. */
export const write = (kind: Kind, number: number): string => `[${kind.toUpperCase()}_${number}]`;

/** Everything in a text that reads as a placeholder, in order. */
export function spellings(text: string): Spelling[] {
  const all: Spelling[] = [];
  for (const match of text.matchAll(SPELLINGS)) {
    const { a, b, c, d, e, f } = match.groups ?? {};
    const kind = (a ?? c ?? e ?? '').toLowerCase() as Kind;
    all.push({
      kind,
      number: Number(b ?? d ?? f ?? 0),
      start: match.index,
      end: match.index + match[0].length,
      text: match[0],
    });
  }
  return all;
}
