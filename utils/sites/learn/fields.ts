import type { Adapter, Selector } from '../adapter';
import { closest, contains, elementsIn } from '../deep';
import { anyOf } from '../query';
import { authorField, timeField } from './attributes';
import { quoteAround } from './blocks';
import { cssFor } from './find-css';
import type { SortedRow } from './sort-blocks';
import { nameIn, tokensOf } from './tokens';
import { wayTo } from './way';
import { means } from './words';

/** Elements of one row that are looked at. */
const MOST_INSIDE = 400;

/** The fields that say what stands where in a row: words, author, time, and what of the words is none. */
export function fieldsOf(sorted: readonly SortedRow[], row: string, quote: readonly Selector[]) {
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
export function quoteCss(sorted: readonly SortedRow[]): Selector[] {
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

/** What marks some rows, found by the name of it. */
export function markCss(sorted: readonly SortedRow[], name: RegExp): Selector[] {
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
export function picturesIn(rows: readonly Element[]): Map<Element, Element> {
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
