import { find } from '../query';
import { pathCss, tokensOf } from './tokens';
import { wayTo } from './way';

/** For each row the element that is meant in it, if there is one. */
export type Meant = ReadonlyMap<Element, Element>;

/** Selectors tried for one field. */
const MOST_TRIED = 60;

/**
 * Selectors that find in each row the element that is meant, by the reader's own rules: the best one first,
 * then others for the rows that it leaves. Those that find something else in rows where nothing is meant lose.
 */
export function cssFor(
  meant: Meant,
  rows: readonly Element[],
  rowCss: string,
  quote: string,
  most = 3,
): string[] {
  const tried = candidates(meant, rowCss);
  const chosen: string[] = [];
  let left = new Map(meant);
  while (left.size > 0 && chosen.length < most) {
    let best: { css: string; hits: Element[]; worth: number } | null = null;
    for (const [css, cost] of tried) {
      const hits: Element[] = [];
      let misses = 0;
      for (const row of rows) {
        const found = find(row, css, quote);
        if (found === null) continue;
        const wanted = meant.get(row);
        if (wanted === found) {
          if (left.has(row)) hits.push(row);
        } else misses += wanted === undefined ? 0.5 : 1;
      }
      const worth = hits.length - misses * 2 - cost;
      if (hits.length > 0 && misses <= hits.length / 4 && (!best || worth > best.worth))
        best = { css, hits, worth };
    }
    if (!best || (chosen.length > 0 && best.worth < 0)) break;
    chosen.push(best.css);
    for (const row of best.hits) left.delete(row);
    left = new Map(left);
  }
  return chosen;
}

/** Selectors with what each costs, in rows that it would have to find more than another one. */
function candidates(meant: Meant, rowCss: string): Map<string, number> {
  const tried = new Map<string, number>();
  const add = (css: string, cost: number) => {
    if (css.length <= 280 && !tried.has(css) && tried.size < MOST_TRIED) tried.set(css, cost);
  };
  const pairs = [...meant].slice(0, 12);
  for (const [row, element] of pairs) {
    if (row === element) continue;
    const own = tokensOf(element);
    const way = wayTo(element, row);
    for (const { css, rank } of own) if (rank < 4) add(`${way}${css}`, rank * 0.1);
    const around =
      element.parentElement && element.parentElement !== row ? tokensOf(element.parentElement) : [];
    for (const outer of around.filter(({ rank }) => rank < 4).slice(0, 3)) {
      for (const inner of own.slice(0, 2)) add(`${way}${outer.css} ${inner.css}`, 0.5);
      add(`${way}${outer.css} > ${element.localName}`, 0.6);
    }
    const [first] = own.filter(({ rank }) => rank === 4);
    if (first) add(`${way}${element.localName}${first.css}`, 0.9);
  }
  for (const [row, element] of pairs) {
    if (row === element) continue;
    const way = wayTo(element, row);
    if (way !== '') {
      add(`${way}${pathCss(element, row, false)}`, 1);
      add(`${way}${pathCss(element, row, true)}`, 1.2);
      continue;
    }
    add(`${rowCss} > ${pathCss(element, row, false)}`, 1);
    add(`${rowCss} > ${pathCss(element, row, true)}`, 1.2);
    if (element === element.parentElement?.lastElementChild) {
      const around = element.parentElement;
      const path = around === row ? '' : `${pathCss(around, row, false)} > `;
      add(`${rowCss} > ${path}${element.localName}:last-child`, 1.1);
    }
  }
  return tried;
}
