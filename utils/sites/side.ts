import type { Side } from '../conversation/message';
import type { Adapter } from './adapter';
import { parentOf, plainCss } from './deep';
import { anyOf, find, readField } from './query';

/** What the rules of an adapter say of one row's side. */
export interface SideFacts {
  /** Null when no rule applies. */
  side: Side | null;
  /** How the page showed that it still tells own rows from others, if this row did. */
  proof: 'mark' | 'name' | null;
  /** Nothing speaks for either side, where a row without a mark could only be the client's. */
  unmarked: boolean;
  /** The author bears the client's name. */
  isNamedClient: boolean;
}

/** A row of which nobody can tell whose it is. */
export const NOBODY: SideFacts = { side: 'unknown', proof: null, unmarked: false, isNamedClient: false };

/** Part of the row's width by which a bubble must be off the middle to stand on a side. */
const OFF_MIDDLE = 0.08;

/** What stands outside the rows and tells sides: it may come or change after the rows. */
export interface Names {
  self: string | null;
  client: string | null;
  asker: string | null;
  isPair: boolean;
}

/** Reads the names around a conversation. */
export function readNames(container: Element, { side }: Adapter): Names {
  return {
    self: readField(container, side.self),
    client: readField(container, side.clientName),
    asker: readField(container, side.askerName),
    isPair: readField(container, side.pair) !== null,
  };
}

export function sameNames(a: Names, b: Names): boolean {
  return a.self === b.self && a.client === b.client && a.asker === b.asker && a.isPair === b.isPair;
}

/** Makes the function that tells the side of a row. It never guesses: votes that disagree count as none. */
export function createSideReader({ side, quote }: Adapter) {
  const quoteCss = plainCss(anyOf(quote));
  const asks = (selectors: Adapter['row']) => {
    const css = anyOf(selectors);
    return (row: Element) => css !== '' && find(row, css, quoteCss) !== null;
  };
  const isSupporter = asks(side.supporter);
  const isClient = asks(side.client);
  const isOther = asks(side.other);
  const isColleague = asks(side.colleague);
  const isNeither = asks(side.neither);
  const isAsker = asks(side.asker);
  const bubbleCss = anyOf(side.bubble);
  const you = new Set(side.you.map(folded));

  return (row: Element, author: string | null, names: Names): SideFacts => {
    if (isNeither(row)) return NOBODY;
    const other = isOther(row);
    const colleague = isColleague(row);
    const isSelf = author !== null && (isSame(author, names.self) || you.has(folded(author)));
    const isNamedClient = isSame(author, names.client);
    const own = isSupporter(row);
    const client = isClient(row) || isNamedClient;
    const stands = bubbleCss !== '' && !own && !client && standsAtEnd(row, find(row, bubbleCss, quoteCss));

    const proof = own || other || colleague || stands ? 'mark' : isSelf ? 'name' : null;
    const isTheirs = own || isSelf || stands;
    const isOthers = client || other;
    if ((isTheirs && isOthers) || (colleague && isOthers)) return NOBODY;
    if (isTheirs) return { side: 'supporter', proof, unmarked: false, isNamedClient };
    if (client) return { side: 'client', proof, unmarked: false, isNamedClient };
    const couldBe = names.isPair || isAsker(row) || isSame(author, names.asker);
    // Where others are marked as well, a row with neither mark is one that we do not understand.
    const unmarked = couldBe && !colleague && (other || side.other.length === 0);
    return { side: colleague ? 'unknown' : null, proof, unmarked, isNamedClient };
  };
}

function isSame(a: string | null, b: string | null): boolean {
  return a !== null && b !== null && folded(a) === folded(b);
}

/** A name as people compare it: without the case, odd spaces and the sign before a handle. */
export function folded(name: string): string {
  return name.normalize('NFKC').trim().replace(/^@/, '').toLowerCase();
}

function standsAtEnd(row: Element, bubble: Element | null): boolean {
  if (!bubble) return false;
  // Where the row itself is the bubble, it stands on a side of what holds the rows.
  const outer = (bubble === row ? parentOf(row) : row)?.getBoundingClientRect();
  const inner = bubble.getBoundingClientRect();
  if (!outer || outer.width === 0 || inner.width === 0) return false;
  const off = (inner.left + inner.width / 2 - (outer.left + outer.width / 2)) / outer.width;
  const isRightToLeft = getComputedStyle(row).direction === 'rtl';
  return (isRightToLeft ? -off : off) > OFF_MIDDLE;
}
