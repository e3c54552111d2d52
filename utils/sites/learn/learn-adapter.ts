import type { Side } from '../../conversation/message';
import type { Adapter, Selector } from '../adapter';
import { closest, contains, elementsIn } from '../deep';
import { anyOf, find, readField } from '../query';
import { createRowReader } from '../row';
import { readNames } from '../side';
import { textOf } from '../text';
import { UnmarkedRows } from '../unmarked-rows';
import { composerCss, findComposer, keyFields } from './around';
import { authorField, idField, timeField } from './attributes';
import { quoteAround } from './blocks';
import { cssFor } from './find-css';
import { breakCss, rowCss, uniqueCss } from './find-list';
import { findVotes, type SideRow, type Vote } from './find-sides';
import { sortRows, type SortedRow } from './sort-blocks';
import { nameIn, tokensOf } from './tokens';
import { wayTo } from './way';
import { means } from './words';

/** What is known of a message list when an adapter is to be learnt from it. */
export interface Examples {
  list: Element;
  /** Rows of the list that hold messages, in the order of the page; all of them, or as many as are in view. */
  rows: readonly Element[];
  /** Rows of which the person said that the client wrote them. */
  theirs?: readonly Element[];
  /** Rows of which the person said that they wrote them. */
  ours?: readonly Element[];
  /** Where the person writes; looked for when left out. */
  composer?: Element | null;
  /** Rows that hold words which the person was seen to send: a sign among others, not their word for it. */
  sent?: readonly Element[];
  /** Names that the page gives as the account's own. */
  accounts?: readonly string[];
  /** Names seen around the list: they help to tell authors from words. */
  names?: readonly string[];
  /** Id and name of the adapter to be. */
  id?: string;
  name?: string;
}

/** An adapter that reads the list, and what it made of the rows that were given. */
export interface Learned {
  adapter: Adapter;
  /** By which signs sides are told; empty when they cannot be. Without a person's word it takes two. */
  sidesBy: readonly Vote['by'][];
  counts: { rows: number; withWords: number; withId: number; withAuthor: number } & Record<Side, number>;
  /** The side of each row as the adapter reads it, for a preview. */
  sides: ReadonlyMap<Element, Side>;
  /** Names of authors in the order of the page. */
  authors: readonly string[];
}

/**
 * Why nothing was learnt:
 * - `few-rows` fewer than three rows
 * - `no-list` no selector finds the list or its rows again
 * - `no-words` in three of ten rows no words were found
 * - `same-side` a row was given as both theirs and ours
 * - `no-name` nothing on the page tells one conversation from another
 */
export type RefusalReason = 'few-rows' | 'no-list' | 'no-words' | 'same-side' | 'no-name';
export interface Refusal {
  refused: RefusalReason;
}

const FEWEST_ROWS = 3;
/** Rows looked at: the newest. */
const MOST_ROWS = 80;
/** Share of rows that must hold words: where a person pointed at rows, and where nobody did and notices may be among them. */
const LEAST_WORDS = { told: 0.7, untold: 0.5 };
/** Milliseconds of rest after a switch, since nobody knows in which order an unknown page changes. */
const SETTLE = 500;
/** Elements of one row that are looked at. */
const MOST_INSIDE = 400;

/** Makes an adapter from the rows of a list. It reads the page and writes nothing. */
export function learnAdapter(examples: Examples): Learned | Refusal {
  const { list, theirs = [], ours = [] } = examples;
  const rows = examples.rows.slice(-MOST_ROWS);
  if (rows.length < FEWEST_ROWS) return { refused: 'few-rows' };
  if (ours.some((row) => theirs.includes(row))) return { refused: 'same-side' };
  const listCss = uniqueCss(list);
  const row = listCss === null ? null : rowCss(list, listCss, rows);
  if (listCss === null || row === null) return { refused: 'no-list' };

  const sorted = sortRows(rows, examples.names ?? []);
  const quote = quoteCss(sorted);
  const fields = fieldsOf(sorted, row, quote);
  if (fields.body.length === 0) return { refused: 'no-words' };
  const pictures = cssFor(picturesIn(rows), rows, row, anyOf(quote), 2);
  const { key, title } = keyFields(list, listCss);
  if (key.length === 0) return { refused: 'no-name' };
  const composer = examples.composer === undefined ? findComposer(list) : examples.composer;

  const base: Adapter = {
    id: examples.id ?? 'learnt',
    name: examples.name ?? list.ownerDocument.location.hostname,
    state: 'read',
    recognise: { markup: [{ css: listCss }] },
    container: [{ css: listCss }],
    list: [{ css: listCss }],
    row: [{ css: row }],
    breaks: breakCss(list, listCss, row, rows).map((css) => ({ css })),
    key,
    title,
    messageId: idField(rows),
    side: NO_SIDES,
    ...fields,
    quote,
    edited: markCss(sorted, /(?:^| )edited(?: |$)/),
    deleted: [],
    pending: [],
    attachments: pictures.map((css) => ({ css, kind: 'image' as const })),
    composer: composerCss(composer),
    settle: SETTLE,
  };

  const { sent = [], accounts = [] } = examples;
  const told = (one: Element) => (ours.includes(one) ? 'supporter' : theirs.includes(one) ? 'client' : null);
  const sideRows = sideRowsOf(base, rows, (one) => told(one) ?? (sent.includes(one) ? 'supporter' : null));
  const heading =
    title[0] === undefined
      ? null
      : { text: readField(list, title.slice(0, 1)) ?? '', fields: title.slice(0, 1) };
  const votes = findVotes(sideRows, { row, quote: anyOf(quote), accounts, heading });
  const isTold = ours.length + theirs.length > 0;
  const [first] = votes;
  if (first && sent.length > 0) votes.push({ by: 'draft', own: first.own, rules: {} });
  const agreed = agreeing(votes, isTold ? 1 : 2);
  const adapter = { ...base, side: rulesOf(agreed, key) };
  const read = readAll(adapter, rows);
  if (read.counts.withWords < rows.length * LEAST_WORDS[isTold ? 'told' : 'untold'])
    return { refused: 'no-words' };
  // A third person in the room makes a side unknown, which is right; the other side would be wrong.
  const isWrong = [...ours, ...theirs].some((one) => contradicts(read.sides.get(one), told(one)));
  if (isWrong) return { adapter: base, sidesBy: [], ...readAll(base, rows) };
  return { adapter, sidesBy: agreed.map(({ by }) => by), ...read };
}

function contradicts(side: Side | undefined, told: Side | null): boolean {
  return side !== undefined && side !== 'unknown' && side !== told;
}

const NO_SIDES: Adapter['side'] = {
  supporter: [],
  client: [],
  other: [],
  colleague: [],
  neither: [],
  self: [],
  you: [],
  clientName: [],
  pair: [],
  asker: [],
  askerName: [],
  bubble: [],
};

/** The votes that name the same rows, if there are as many as it takes; what disagrees with them ends all. */
function agreeing(votes: readonly Vote[], least: number): readonly Vote[] {
  const [first] = votes;
  if (!first || votes.length < least) return [];
  const same = ({ own }: Vote) => own.size === first.own.size && [...own].every((row) => first.own.has(row));
  return votes.every(same) ? votes : [];
}

/** In a conversation of two, whoever is not the supporter is the client; the reader sees to it that it is of two. */
function rulesOf(votes: readonly Vote[], key: Adapter['key']): Adapter['side'] {
  if (votes.length === 0) return NO_SIDES;
  const rules = votes.reduce<Adapter['side']>(
    (all, vote) => ({
      ...all,
      supporter: [...all.supporter, ...(vote.rules.supporter ?? [])],
      other: [...all.other, ...(vote.rules.other ?? [])],
      you: [...all.you, ...(vote.rules.you ?? [])],
      bubble: [...all.bubble, ...(vote.rules.bubble ?? [])],
      clientName: [...all.clientName, ...(vote.rules.clientName ?? [])],
    }),
    NO_SIDES,
  );
  return { ...rules, pair: key };
}

function fieldsOf(sorted: readonly SortedRow[], row: string, quote: readonly Selector[]) {
  const rows = sorted.map((one) => one.row);
  const quoted = anyOf(quote);
  const meant = (pick: (one: SortedRow) => Element | null) =>
    new Map(
      sorted.flatMap((one) => {
        const element = pick(one);
        return element ? [[one.row, element] as const] : [];
      }),
    );
  const css = (pick: (one: SortedRow) => Element | null, most?: number) =>
    cssFor(meant(pick), rows, row, quoted, most);
  const wholeRow = sorted.some((one) => one.body === one.row);
  const body: Adapter['body'] = [
    ...css(({ body }) => body).map((one) => ({ css: one })),
    ...(wholeRow ? [{}] : []),
  ];
  const authors = css(({ author }) => author, 2);
  const author: Adapter['author'] =
    authors.length > 0 ? authors.map((one) => ({ css: one })) : authorField(rows);
  const inBody = sorted.flatMap(({ row: one, body: words, time, author: name, rest }) =>
    [time, name, ...rest].flatMap((element) =>
      element && words && contains(words, element) && element !== words ? [[one, element] as const] : [],
    ),
  );
  const exclude = cssFor(new Map(inBody), rows, row, quoted, 3).map((one) => ({ css: one }));
  const named = sorted.filter((one) => one.author !== null).length;
  const followUp =
    // Into shadow roots no selector can say what is not there.
    authors.length > 0 && named < sorted.length && !authors.join().includes('>>>')
      ? [{ css: `${row}:not(:has(${authors.join(', ')}))` }]
      : [];
  return { body, author, exclude, followUp, time: timeField(rows) };
}

/** What shows another message inside a row, unless that is where the row's own words are. */
function quoteCss(sorted: readonly SortedRow[]): Selector[] {
  const found = new Set<string>();
  for (const { row, quotes } of sorted) {
    for (const element of quotes) {
      const around = quoteAround(element, row);
      const token =
        around &&
        (around.tagName === 'BLOCKQUOTE'
          ? { css: 'blockquote' }
          : tokensOf(around).find(({ name, rank }) => rank < 4 && means(name, 'quote')));
      if (token) found.add(token.css);
    }
  }
  const isWhole = (css: string) =>
    sorted.filter(({ row, body }) => body !== null && (row.matches(css) || closest(body, css) !== null))
      .length > 0;
  return [...found].filter((css) => !isWhole(css)).map((css) => ({ css }));
}

function markCss(sorted: readonly SortedRow[], name: RegExp): Selector[] {
  const marked = new Map(
    sorted.flatMap(({ row }) => {
      const element = elementsIn(row, MOST_INSIDE)
        .slice(1)
        .find((one) => name.test(nameIn(one)));
      return element ? [[row, element] as const] : [];
    }),
  );
  if (marked.size === 0 || marked.size > sorted.length / 2) return [];
  const [[row, element] = []] = marked;
  if (!row || !element) return [];
  return tokensOf(element)
    .filter((token) => name.test(token.name))
    .slice(0, 1)
    .map(({ css }) => ({ css: `${wayTo(element, row)}${css}` }));
}

/** Pictures that were sent: not faces among words, not the writer's portrait, which stands in row after row. */
function picturesIn(rows: readonly Element[]): Map<Element, Element> {
  const found = new Map<Element, Element>();
  for (const row of rows) {
    const picture = elementsIn(row, MOST_INSIDE).find(
      (image) =>
        image instanceof HTMLImageElement &&
        !means(nameIn(image), 'emoji') &&
        !/\p{Extended_Pictographic}/u.test(image.alt) &&
        !isAmongWords(image),
    );
    if (picture) found.set(row, picture);
  }
  return found.size > rows.length * 0.6 ? new Map<Element, Element>() : found;
}

function isAmongWords(image: Element): boolean {
  const { parentNode } = image;
  return (
    parentNode !== null &&
    [...parentNode.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && /\S/.test(node.nodeValue ?? ''),
    )
  );
}

function sideRowsOf(
  adapter: Adapter,
  rows: readonly Element[],
  told: (row: Element) => SideRow['told'],
): SideRow[] {
  const quote = anyOf(adapter.quote);
  let last: string | null = null;
  return rows.flatMap((row) => {
    const body = bodyIn(row, adapter, quote);
    if (!body || textOf(body, quote) === '') return [];
    last =
      readField(row, adapter.author, { quote, exclude: '' }) ?? (adapter.followUp.length > 0 ? last : null);
    return [{ row, body, author: last, told: told(row) }];
  });
}

function bodyIn(row: Element, { body }: Adapter, quote: string): Element | null {
  for (const { css } of body) {
    const found = css === undefined ? row : find(row, css, quote);
    if (found) return found;
  }
  return null;
}

function readAll(adapter: Adapter, rows: readonly Element[]): Pick<Learned, 'counts' | 'sides' | 'authors'> {
  const read = createRowReader(adapter);
  const [first] = rows;
  const names = readNames(first?.ownerDocument.body ?? document.body, adapter);
  const unmarked = new UnmarkedRows(adapter);
  const facts = rows.map((row) => ({ row, ...read(row, names) }));
  for (const one of facts) unmarked.note(one);
  const sides = new Map<Element, Side>();
  let last: Side = 'unknown';
  for (const one of facts) {
    const side: Side = unmarked.sideOf(one) ?? (one.followUp ? last : 'unknown');
    last = side;
    if (one.text !== '') sides.set(one.row, side);
  }
  const count = (side: Side) => [...sides.values()].filter((one) => one === side).length;
  return {
    counts: {
      rows: rows.length,
      withWords: sides.size,
      withId: facts.filter(({ id }) => id !== null).length,
      withAuthor: facts.filter(({ author }) => author !== null).length,
      client: count('client'),
      supporter: count('supporter'),
      unknown: count('unknown'),
    },
    sides,
    authors: [...new Set(facts.flatMap(({ author }) => author ?? []))],
  };
}
