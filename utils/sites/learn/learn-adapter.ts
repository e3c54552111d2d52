import type { Side } from '../../conversation/message';
import type { Adapter } from '../adapter';
import { anyOf, readField } from '../query';
import { composerCss, findComposer, keyFields } from './around';
import type { Ask } from './ask';
import { idField } from './attributes';
import { fieldsOf, markCss, picturesIn, quoteCss } from './fields';
import { cssFor } from './find-css';
import { breakCss, rowCss, uniqueCss } from './find-list';
import { findVotes, type Vote } from './find-sides';
import { readRows, type RowsRead } from './read-rows';
import { agreeing, NO_SIDES, rulesOf, sideRowsOf } from './side-rules';
import { sortRows } from './sort-blocks';

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
  /** Asks the page for what is around the list; a look at a large one asks it only once. */
  asking?: Ask;
  /** Id and name of the adapter to be. */
  id?: string;
  name?: string;
}

/** An adapter that reads the list, and what it made of the rows that were given. */
export interface Learned extends RowsRead {
  adapter: Adapter;
  /** By which signs sides are told; empty when they cannot be. Without a person's word it takes two. */
  sidesBy: readonly Vote['by'][];
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
  const { key, title } = keyFields(list, listCss, examples.asking);
  if (key.length === 0) return { refused: 'no-name' };
  const composer = examples.composer === undefined ? findComposer(list, examples.asking) : examples.composer;

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
  const read = readRows(adapter, rows);
  if (read.counts.withWords < rows.length * LEAST_WORDS[isTold ? 'told' : 'untold'])
    return { refused: 'no-words' };
  // A third person in the room makes a side unknown, which is right; the other side would be wrong.
  const isWrong = [...ours, ...theirs].some((one) => contradicts(read.sides.get(one), told(one)));
  if (isWrong) return { adapter: base, sidesBy: [], ...readRows(base, rows) };
  return { adapter, sidesBy: agreed.map(({ by }) => by), ...read };
}

function contradicts(side: Side | undefined, told: Side | null): boolean {
  return side !== undefined && side !== 'unknown' && side !== told;
}
