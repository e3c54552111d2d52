import { childrenOf, contains, parentOf } from '../deep';
import { tokensOf } from '../learn/tokens';
import { textOf } from '../text';

/** The list that holds two messages, and its rows. */
export interface RowsAt {
  list: Element;
  rows: Element[];
  theirs: Element;
  ours: Element;
}

/** Rows that a list must have before anything can be said of it. */
const FEWEST_ROWS = 3;
/** Elements climbed from a click at most. */
const HIGHEST = 40;

/**
 * From a click on one message of each side to the list that holds both, and to what repeats in it. Null when the
 * two clicks fell into the same message, or into nothing that repeats.
 */
export function rowsAt(theirs: Element, ours: Element): RowsAt | null {
  const around = commonAncestor(theirs, ours);
  if (!around) return null;
  const a = pathTo(theirs, around);
  const b = pathTo(ours, around);
  if (a.length === 0 || b.length === 0) return null;
  const found = repeated(around, a, b);
  if (!found) return null;
  const list = listAround(around, found.rows, found.kind);
  const rows = list === around ? found.rows : alike(list, found.kind);
  const [first, second] = [rowOf(theirs, rows), rowOf(ours, rows)];
  if (!first || !second || first === second || rows.length < FEWEST_ROWS) return null;
  return { list, rows, theirs: first, ours: second };
}

/** The row of a list that an element is in. */
export function rowOf(element: Element, rows: readonly Element[]): Element | null {
  return rows.find((row) => contains(row, element)) ?? null;
}

/** What all rows have in common: element names, and the one lasting sign that most of them have. */
interface Kind {
  tags: ReadonlySet<string>;
  sign: string | null;
}

interface Level {
  kind: Kind;
  rows: Element[];
}

/**
 * The level at which one element is one message: the outermost of those with the most elements that hold words.
 * Outside of it stand groups of several messages, inside of it parts of one.
 */
function repeated(list: Element, a: readonly Element[], b: readonly Element[]): Level | null {
  const levels: Level[] = [];
  for (const first of a) {
    for (const second of b) {
      const level = levelOf(list, first, second, first === a[0] && second === b[0]);
      if (level) levels.push(level);
    }
  }
  const [outer] = levels;
  if (!outer) return null;
  return levels.reduce((best, level) => (holdsMore(level, best) ? level : best), outer);
}

/** The level of two elements: what has the sign that they share with most others. */
function levelOf(list: Element, a: Element, b: Element, areChildren: boolean): Level | null {
  const tags = new Set([a.localName, b.localName]);
  const theirs = new Set(signsOf(b));
  const signs: (string | null)[] = signsOf(a).filter((sign) => theirs.has(sign));
  // Children of the list are its rows even without any sign.
  if (areChildren && signs.length === 0 && tags.size === 1) signs.push(null);
  const levels = signs.map((sign) => {
    const kind = { tags, sign };
    return { kind, rows: alike(list, kind) };
  });
  const fitting = levels.filter(({ rows }) => rows.length >= 2 && rows.includes(a) && rows.includes(b));
  return fitting.sort((one, other) => other.rows.length - one.rows.length)[0] ?? null;
}

/** Whether a level inside another one shows that the other's elements are groups of messages. */
function holdsMore(inner: Level, outer: Level): boolean {
  if (inner.rows.length <= outer.rows.length || inner.kind.sign === null) return false;
  const inEach = outer.rows.map((row) => inner.rows.filter((one) => row.contains(one)));
  const several = inEach.filter((held) => held.length > 1);
  // Parts of one message are beside other kinds of parts; messages of a group are most of what it says.
  return (
    several.length > 0 &&
    inEach.every((held) => held.length > 0) &&
    several.every((held, i) => {
      const group = outer.rows[inEach.indexOf(several[i] ?? [])];
      const own = held.reduce((sum, one) => sum + wordsIn(one), 0);
      return group !== undefined && own >= wordsIn(group) * 0.6;
    })
  );
}

function wordsIn(element: Element): number {
  return textOf(element, '').length;
}

/** Elements of a kind in a list that hold something, without those inside another one. */
function alike(list: Element, { tags, sign }: Kind): Element[] {
  const css = [...tags].map((tag) => `${CSS.escape(tag)}${sign ?? ''}`).join(', ');
  const found =
    sign === null
      ? childrenOf(list).filter((child) => tags.has(child.localName))
      : [list.shadowRoot, list].flatMap((root) => [...(root?.querySelectorAll(css) ?? [])]);
  const outer = found.filter((one) => !found.some((other) => other !== one && other.contains(one)));
  return outer.filter((one) => one.querySelector('img, audio, video') !== null || wordsIn(one) > 0);
}

function signsOf(element: Element): string[] {
  return tokensOf(element)
    .filter(({ rank, css }) => rank < 4 && /^[.[#]/.test(css))
    .map(({ css }) => css);
}

/** The list that all rows of this kind stand in, when the two that were clicked are in one part of it only. */
function listAround(around: Element, rows: readonly Element[], kind: Kind): Element {
  if (kind.sign === null || scrolls(around)) return around;
  let best = around;
  let count = rows.length;
  let one = parentOf(around);
  for (let i = 0; one && i < HIGHEST && !one.matches('body, main, [role="main"]'); i++) {
    const more = alike(one, kind).length;
    if (more > count) {
      best = one;
      count = more;
    }
    if (scrolls(one)) return more >= count ? best : around;
    one = parentOf(one);
  }
  // Without an end to the list, what else is like its rows may be another list.
  return around;
}

function scrolls(element: Element): boolean {
  return /auto|scroll/.test(getComputedStyle(element).overflowY);
}

/** Elements from the one below `within` down to the element itself. */
function pathTo(element: Element, within: Element): Element[] {
  const path: Element[] = [];
  for (let one: Element | null = element; one && one !== within; one = parentOf(one)) path.unshift(one);
  return path;
}

function commonAncestor(a: Element, b: Element): Element | null {
  let around: Element | null = a;
  while (around && !contains(around, b)) around = parentOf(around);
  // Where one click holds the other, both are in one message.
  return around === a || around === b ? null : around;
}
