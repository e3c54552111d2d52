import type { Adapter } from '../adapter';
import { childrenOf, elementsIn } from '../deep';
import { anyOf } from '../query';
import { tokensOf, type Token } from '../learn/tokens';
import { wayTo } from '../learn/way';
import { wordsOf } from '../learn/words';
import marks from './marks.json';

/** Elements of one row that are looked at. */
const MOST_ELEMENTS = 30;
/** Levels of a row that are its outside. */
const OUTSIDE = 4;
/** Part of what all examples have in common that a row must have to be a message. */
const LEAST_FORM = 0.4;
/** Signs of one kind that a recipe names at most. */
const MOST_SIGNS = 4;

/**
 * Rows that are messages, apart from dates, notices and notes among colleagues: those that say so by their own
 * signs, or are built unlike the two that were pointed at. `examples` are messages for sure, so that what they
 * have is no such sign.
 */
export function withoutNotices(
  rows: readonly Element[],
  examples: readonly Element[],
): { messages: Element[]; notices: Element[] } {
  const usual = usualSigns(examples);
  const form = formOf(examples);
  const messages = rows.filter(
    (row) => examples.includes(row) || (noticeSign(row, usual) === null && isOfForm(row, form)),
  );
  return { messages, notices: rows.filter((row) => !messages.includes(row)) };
}

/** The adapter with what its list shows besides messages: notices end a run, deleted messages have no words. */
export function withSpecialRows(
  adapter: Adapter,
  rows: readonly Element[],
  notices: readonly Element[],
): Adapter {
  const row = anyOf(adapter.row);
  const usual = usualSigns(rows);
  const signs = distinct(notices.flatMap((one) => noticeSign(one, usual) ?? []));
  // What stands in a row's shadow root is no sign by which a selector could leave the row out.
  const breaks = signs
    .filter((css) => !`${row} ${css}`.includes('>>>'))
    .map((css) => ({
      css: `:is(${row}):is(${css}, :has(${css}))`,
    }));
  const deleted = distinct([...rows, ...notices].flatMap((one) => deletedSign(one) ?? [])).map((css) => ({
    css,
  }));
  return { ...adapter, breaks: [...adapter.breaks, ...breaks], deleted: [...adapter.deleted, ...deleted] };
}

interface Usual {
  css: ReadonlySet<string>;
  words: ReadonlySet<string>;
}

/** What messages have: neither such a sign nor a word in its name says anything of a special row. */
function usualSigns(rows: readonly Element[]): Usual {
  const tokens = rows.flatMap((row) => outside(row)).flatMap((one) => tokensOf(one));
  return {
    css: new Set(tokens.map(({ css }) => css)),
    words: new Set(tokens.flatMap(({ name }) => wordsOf(name))),
  };
}

/** The outer elements of a row: a notice says so there; deep inside a message there may be anything. */
function outside(row: Element): Element[] {
  let level: Element[] = [row];
  const found: Element[] = [];
  for (let depth = 0; depth < OUTSIDE; depth++) {
    found.push(...level);
    level = level.flatMap(childrenOf);
  }
  return found.slice(0, MOST_ELEMENTS);
}

/** How messages are built: the ways down to elements, with their signs, that all examples have. */
function formOf(examples: readonly Element[]): readonly string[] {
  const [first = [], ...others] = examples.map((row) => [...partsOf(row)]);
  return first.filter((part) => others.every((parts) => parts.includes(part)));
}

/** A picture or a deleted message has less than a text, but not next to nothing of it. */
function isOfForm(row: Element, form: readonly string[]): boolean {
  if (form.length === 0) return true;
  const parts = partsOf(row);
  return form.filter((part) => parts.has(part)).length >= form.length * LEAST_FORM;
}

function partsOf(row: Element): Set<string> {
  const elements = elementsIn(row, MOST_ELEMENTS + 1).slice(1);
  return new Set(
    elements.flatMap((one) => [
      one.localName,
      ...tokensOf(one)
        .filter(({ rank, css }) => rank < 4 && css !== one.localName)
        .map(({ css }) => css),
    ]),
  );
}

function noticeSign(row: Element, usual: Usual): Token | null {
  const isOne = ({ name, css }: Token, phrases: readonly string[]): boolean => {
    if (usual.css.has(css)) return false;
    const odd = wordsOf(name).filter((word) => !usual.words.has(word));
    // A message that was edited may say so in a notice of its own.
    if (odd.some((word) => marks.ofMessages.includes(word))) return false;
    return says(odd.join(' '), phrases);
  };
  return (
    signIn(row, [row, ...childrenOf(row)], (token) => isOne(token, marks.notMessage)) ??
    signIn(row, outside(row), (token) => isOne(token, marks.notes))
  );
}

function deletedSign(row: Element): Token | null {
  return signIn(row, elementsIn(row, MOST_ELEMENTS), ({ name }) => says(name, marks.deleted));
}

function signIn(row: Element, elements: readonly Element[], isOne: (token: Token) => boolean): Token | null {
  for (const element of elements) {
    const token = tokensOf(element).find((one) => one.rank < 4 && isOne(one));
    if (token) return { ...token, css: `${wayTo(element, row)}${token.css}` };
  }
  return null;
}

function distinct(tokens: readonly Token[]): string[] {
  return [...new Set(tokens.map(({ css }) => css))].slice(0, MOST_SIGNS);
}

function says(name: string, phrases: readonly string[]): boolean {
  const spoken = ` ${wordsOf(name).join(' ')} `;
  return phrases.some((phrase) => spoken.includes(` ${phrase} `));
}
