import { hostOf, queryAll } from '../deep';
import { pathCss, tokensOf, type Token } from './tokens';
import { hereCss } from './way';
import { means } from './words';

const SHORT = 280;

/** A selector that finds this one element on the page again: by its own signs, by what encloses it, else by its place. */
export function uniqueCss(element: Element): string | null {
  const host = hostOf(element);
  const here = uniqueHere(element);
  if (!host || here === null) return here;
  const way = uniqueCss(host);
  const css = `${way ?? ''} >>> ${here}`;
  return way !== null && css.length <= SHORT ? css : null;
}

/** The same in the root in which the element stands. */
function uniqueHere(element: Element): string | null {
  const root = element.getRootNode();
  if (!(root instanceof Document || root instanceof ShadowRoot)) return null;
  const isUnique = (css: string) => css.length <= SHORT && root.querySelectorAll(css).length === 1;
  const own = tokensOf(element).filter(({ rank }) => rank < 4);
  const alone = own.find(({ css }) => isUnique(css));
  if (alone) return alone.css;
  for (let around = element.parentElement; around; around = around.parentElement) {
    for (const outer of tokensOf(around).filter(({ rank }) => rank < 4)) {
      const inner = own.find(({ css }) => isUnique(`${outer.css} ${css}`));
      if (inner) return `${outer.css} ${inner.css}`;
    }
  }
  for (let around = element.parentElement; around; around = around.parentElement) {
    const outer = tokensOf(around).find(({ css, rank }) => rank < 4 && isUnique(css));
    if (!outer && around.parentElement) continue;
    const start = outer?.css ?? around.localName;
    const found = [false, true]
      .map((withPlaces) => `${start} > ${pathCss(element, around, withPlaces)}`)
      .find(isUnique);
    if (found !== undefined) return found;
  }
  if (root instanceof Document) return null;
  return [element.localName, pathCss(element, null, true)].find(isUnique) ?? null;
}

/** Selectors that find these rows in their list and, as far as can be, nothing else. */
export function rowCss(list: Element, listCss: string, rows: readonly Element[]): string | null {
  const wanted = new Set(rows);
  const areChildren = rows.every(({ parentElement }) => parentElement === list);
  const here = hereCss(listCss);
  // Rows in the list's own shadow root.
  const way = rows.every(({ parentNode }) => parentNode === list.shadowRoot) ? '>>> ' : '';
  const common = commonTokens(rows);
  const names = [...common].filter(({ rank }) => rank < 4);
  const tags = new Set(rows.map(({ localName }) => localName));
  const [tag = 'div'] = tags;
  const tried = [
    ...names.map(({ css }) => css),
    ...pairs(names),
    ...(areChildren
      ? tags.size === 1
        ? [`${here} > ${tag}`]
        : [`${here} > *`]
      : way === ''
        ? paths(list, here, rows)
        : [...tags]),
  ].map((css) => `${way}${css}`);
  let best: { css: string; extra: number } | null = null;
  for (const css of tried) {
    if (css.length > SHORT) continue;
    const found = queryAll(list, css);
    const hits = found.filter((element) => wanted.has(element)).length;
    const isNested = found.some((element) =>
      found.some((other) => other !== element && other.contains(element)),
    );
    if (hits < rows.length || isNested) continue;
    const extra = found.length - hits;
    if (!best || extra < best.extra) best = { css, extra };
  }
  if (best) return best.css;
  const groups = [...tags].map((name) => rows.filter(({ localName }) => localName === name));
  if (groups.length < 2) return null;
  // Two kinds of message, such as the post that a discussion is about: each by its own signs.
  const parts = groups.map((group) => rowCss(list, listCss, group));
  return parts.every((part) => part !== null) ? `:is(${parts.join(', ')})` : null;
}

function commonTokens(rows: readonly Element[]): Token[] {
  const [first, ...others] = rows;
  if (!first) return [];
  const sets = others.map((row) => new Set(tokensOf(row).map(({ css }) => css)));
  // What says whose a row is, or what is special in it, is no sign of a row, even if all in view have it.
  return tokensOf(first).filter(
    ({ css, name }) => sets.every((set) => set.has(css)) && !means(name, 'own') && !means(name, 'other'),
  );
}

function pairs(tokens: readonly Token[]): string[] {
  const plain = tokens.slice(0, 4);
  return plain.flatMap((a, i) =>
    plain.slice(i + 1).flatMap((b) => (/^[a-z]/.test(b.css) ? [] : [`${a.css}${b.css}`])),
  );
}

/** Rows that stand in groups: the same way down for all of them. */
function paths(list: Element, listCss: string, rows: readonly Element[]): string[] {
  const ways = new Set(rows.map((row) => pathCss(row, list, false)));
  return ways.size === 1 ? [`${listCss} > ${[...ways][0] ?? '*'}`] : [];
}

/** What stands among the rows and is no message: dates, notices. */
export function breakCss(list: Element, listCss: string, row: string, rows: readonly Element[]): string[] {
  if (!rows.every(({ parentElement }) => parentElement === list)) return [];
  const others = [...list.children].filter((child) => !child.matches(row) && !child.querySelector(row));
  return others.length > 0 ? [`${hereCss(listCss)} > :not(${row})`] : [];
}
