import type { Adapter } from '../adapter';
import { closest, contains, elementsIn, parentOf } from '../deep';
import { find } from '../query';
import { folded } from '../side';
import { cssFor } from './find-css';
import { tokensOf } from './tokens';
import { wayTo } from './way';
import { means } from './words';

/** A row with what is known of it when sides are looked for. */
export interface SideRow {
  row: Element;
  body: Element;
  /** Carried over from the row above, where rows leave the author out. */
  author: string | null;
  /** The person pointed at it and said whose it is. */
  told: 'supporter' | 'client' | null;
}

/** What one sign says of all rows: which of them are the supporter's. */
export interface Vote {
  by: 'token' | 'bubble' | 'ticks' | 'name' | 'heading' | 'draft';
  own: ReadonlySet<Element>;
  rules: Partial<Adapter['side']>;
}

/** What is known around the rows. */
export interface Around {
  /** Selectors of rows and of what is quoted in them. */
  row: string;
  quote: string;
  /** Names that the page gives as the account's. */
  accounts: readonly string[];
  /** The heading of the conversation, with where it stands. */
  heading: { text: string; fields: Adapter['title'] } | null;
}

/** Part of a row's width between own and other bubbles, at least. */
const APART = 0.08;
/** Elements of one row whose signs are looked at. */
const MOST_ELEMENTS = 40;
const MOST_INSIDE = 400;

/**
 * Votes on whose rows are whose. Each rests on another kind of sign, names the supporter's rows and leaves
 * nobody out; none puts one author on both sides. Without a pointer (`told`) only signs that say by themselves
 * which side is whose have a vote.
 */
export function findVotes(rows: readonly SideRow[], { row, quote, accounts, heading }: Around): Vote[] {
  const votes = [
    byToken(rows, quote),
    byBubble(rows, row, quote),
    byTicks(rows, quote),
    byName(rows, accounts),
    byHeading(rows, heading),
  ];
  return votes.flatMap((vote) => (vote !== null && isClean(vote.own, rows) ? vote : []));
}

/** Both sides are there, what was pointed at is right, and nobody is on both sides. */
function isClean(own: ReadonlySet<Element>, rows: readonly SideRow[]): boolean {
  if (own.size === 0 || own.size === rows.length) return false;
  const onSide = (isOwn: boolean) =>
    new Set(
      rows.flatMap(({ row, author }) => (author !== null && own.has(row) === isOwn ? folded(author) : [])),
    );
  const ours = onSide(true);
  return (
    ours.size <= 1 &&
    [...onSide(false)].every((author) => !ours.has(author)) &&
    rows.every(({ row, told }) => told === null || own.has(row) === (told === 'supporter'))
  );
}

/** Which rows bear each sign, anywhere but in their words. */
function signs(
  rows: readonly SideRow[],
  quote: string,
): Map<string, { name: string; rows: Set<Element>; rank: number }> {
  const found = new Map<string, { name: string; rows: Set<Element>; rank: number }>();
  for (const { row, body } of rows) {
    const elements = elementsIn(row, MOST_INSIDE).filter(
      (one) =>
        (one === body || !contains(body, one)) && (quote === '' || !closest(one, quote) || one === row),
    );
    for (const element of elements.slice(0, MOST_ELEMENTS)) {
      const way = element === row ? '' : wayTo(element, row);
      for (const { css: own, name, rank } of tokensOf(element)) {
        const css = `${way}${own}`;
        const sign = found.get(css) ?? { name, rows: new Set<Element>(), rank };
        found.set(css, { ...sign, rows: sign.rows.add(row) });
      }
    }
  }
  return found;
}

function byToken(rows: readonly SideRow[], quote: string): Vote | null {
  const all = [...signs(rows, quote)];
  const isTold = rows.some(({ told }) => told !== null);
  let best: { css: string; mirror: string | undefined; own: Set<Element>; worth: number } | null = null;
  for (const [css, sign] of all) {
    if (sign.rows.size === rows.length) continue;
    for (const isOwn of [true, false]) {
      const saysSo = means(sign.name, isOwn ? 'own' : 'other') && !means(sign.name, isOwn ? 'other' : 'own');
      const own = isOwn ? sign.rows : new Set(rows.flatMap(({ row }) => (sign.rows.has(row) ? [] : row)));
      if (!isClean(own, rows)) continue;
      const mirror = all.find(
        ([, other]) =>
          other.rows.size === rows.length - sign.rows.size &&
          [...other.rows].every((row) => !sign.rows.has(row)),
      );
      if (!saysSo && !(isTold && (mirror || areNamed(rows)))) continue;
      // A sign of theirs without one of ours would leave ours to whatever lacks a sign.
      if (!isOwn && !mirror) continue;
      const worth = (saysSo ? 4 : 0) + (mirror ? 2 : 0) + (4 - sign.rank) / 2;
      if (!best || worth > best.worth)
        best = { css: isOwn ? css : (mirror?.[0] ?? css), mirror: isOwn ? mirror?.[0] : css, own, worth };
    }
  }
  if (!best) return null;
  const other = best.mirror === undefined ? [] : [{ css: best.mirror }];
  return { by: 'token', own: best.own, rules: { supporter: [{ css: best.css }], other } };
}

function areNamed(rows: readonly SideRow[]): boolean {
  return rows.filter(({ author }) => author !== null).length >= rows.length * 0.8;
}

/** Own bubbles stand at the end of the line, the others at its start, clearly apart. */
function byBubble(rows: readonly SideRow[], rowCss: string, quote: string): Vote | null {
  const css = bubbleCss(rows, rowCss, quote);
  if (css === null) return null;
  const own = rows.filter(({ row }) => (offMiddle(row, find(row, css, quote)) ?? 0) > 0);
  return { by: 'bubble', own: new Set(own.map(({ row }) => row)), rules: { bubble: [{ css }] } };
}

/** What of a row stands on a side: from its words outwards, the first that is off the middle in every row. */
function bubbleCss(rows: readonly SideRow[], rowCss: string, quote: string): string | null {
  const all = rows.map(({ row }) => row);
  let around = rows.map(({ row, body }) => ({ row, bubble: body }));
  while (around.length === rows.length) {
    if (around.every(({ row, bubble }) => offMiddle(row, bubble) !== null)) {
      const meant = new Map(around.map(({ row, bubble }) => [row, bubble]));
      if (around.every(({ row, bubble }) => row === bubble)) return rowCss;
      const [css] = cssFor(meant, all, rowCss, quote, 1);
      if (css !== undefined && around.every(({ row, bubble }) => find(row, css, quote) === bubble))
        return css;
    }
    around = around.flatMap(({ row, bubble }) => {
      const around = parentOf(bubble);
      return around && bubble !== row ? [{ row, bubble: around }] : [];
    });
  }
  return null;
}

/** How far a bubble is from the middle towards the end of the line, in parts of the width; null if not clearly. */
function offMiddle(row: Element, bubble: Element | null): number | null {
  const outer = (bubble === row ? parentOf(row) : row)?.getBoundingClientRect();
  const inner = bubble?.getBoundingClientRect();
  if (!outer || !inner || outer.width === 0 || inner.width === 0) return null;
  const off = (inner.left + inner.width / 2 - (outer.left + outer.width / 2)) / outer.width;
  if (Math.abs(off) < APART) return null;
  return getComputedStyle(row).direction === 'rtl' ? -off : off;
}

/** Only what one sent oneself shows whether it arrived. */
function byTicks(rows: readonly SideRow[], quote: string): Vote | null {
  const ticks = [...signs(rows, quote)].filter(([, { name }]) => means(name, 'ticks'));
  const best = ticks.find(([, { rows: own }]) => own.size >= 2 && isClean(own, rows));
  return best ? { by: 'ticks', own: best[1].rows, rules: { supporter: [{ css: best[0] }] } } : null;
}

/** The author bears the account's name, or is the one whom the person pointed at. */
function byName(rows: readonly SideRow[], accounts: readonly string[]): Vote | null {
  const told = rows.find((row) => row.told === 'supporter')?.author ?? null;
  const authors = new Set(rows.flatMap(({ author }) => (author === null ? [] : folded(author))));
  const known = accounts.filter((account) => authors.has(folded(account)));
  const name = told ?? (new Set(known.map(folded)).size === 1 ? known[0] : undefined);
  if (name === undefined || !areNamed(rows)) return null;
  return { by: 'name', own: rowsOf(rows, name), rules: { you: [name] } };
}

/** A conversation of two bears the other's name. */
function byHeading(rows: readonly SideRow[], heading: Around['heading']): Vote | null {
  if (heading === null || !areNamed(rows)) return null;
  const authors = new Set(rows.flatMap(({ author }) => (author === null ? [] : folded(author))));
  if (authors.size !== 2 || !authors.has(folded(heading.text))) return null;
  const theirs = rowsOf(rows, heading.text);
  const own = new Set(rows.flatMap(({ row }) => (theirs.has(row) ? [] : row)));
  return { by: 'heading', own, rules: { clientName: heading.fields } };
}

function rowsOf(rows: readonly SideRow[], name: string): Set<Element> {
  return new Set(
    rows.flatMap(({ row, author }) => (author !== null && folded(author) === folded(name) ? row : [])),
  );
}
