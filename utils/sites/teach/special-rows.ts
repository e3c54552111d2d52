import type { Adapter } from '../adapter';
import { anyOf } from '../query';
import { tokensOf, type Token } from '../learn/tokens';
import { means, wordsOf } from '../learn/words';
import marks from './marks.json';

/** Elements of one row that are looked at. */
const MOST_ELEMENTS = 30;
/** Signs of one kind that a recipe names at most. */
const MOST_SIGNS = 4;

/**
 * Rows that are messages, apart from those whose own signs say that they are none: dates, notices, notes among
 * colleagues. `examples` are messages for sure, so that what they have is no such sign.
 */
export function withoutNotices(
  rows: readonly Element[],
  examples: readonly Element[],
): { messages: Element[]; notices: Element[] } {
  const usual = new Set(
    examples.flatMap((row) => around(row)).flatMap((one) => tokensOf(one).map(({ css }) => css)),
  );
  const notices = rows.filter((row) => noticeSign(row, usual) !== null);
  return { messages: rows.filter((row) => !notices.includes(row)), notices };
}

/** The adapter with what its list shows besides messages: notices end a run, deleted messages have no words. */
export function withSpecialRows(
  adapter: Adapter,
  rows: readonly Element[],
  notices: readonly Element[],
): Adapter {
  const row = anyOf(adapter.row);
  const usual = new Set(
    rows.flatMap((one) => around(one)).flatMap((one) => tokensOf(one).map(({ css }) => css)),
  );
  const breaks = distinct(notices.flatMap((one) => noticeSign(one, usual) ?? [])).map((css) => ({
    css: `:is(${row}):is(${css}, :has(${css}))`,
  }));
  const deleted = distinct(rows.flatMap((one) => deletedSign(one) ?? [])).map((css) => ({ css }));
  return { ...adapter, breaks: [...adapter.breaks, ...breaks], deleted: [...adapter.deleted, ...deleted] };
}

/** A notice says so at its outside; deep inside a message there may be anything. */
function around(row: Element): Element[] {
  return [row, ...row.children];
}

function noticeSign(row: Element, usual: ReadonlySet<string>): Token | null {
  const isOne = ({ name, css }: Token) =>
    !usual.has(css) && (means(name, 'system') || says(name, marks.notMessage));
  return signIn(around(row), isOne);
}

function deletedSign(row: Element): Token | null {
  return signIn([row, ...row.querySelectorAll('*')].slice(0, MOST_ELEMENTS), ({ name }) =>
    says(name, marks.deleted),
  );
}

function signIn(elements: readonly Element[], isOne: (token: Token) => boolean): Token | null {
  for (const element of elements) {
    const token = tokensOf(element).find((one) => one.rank < 4 && isOne(one));
    if (token) return token;
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
