import { closest, contains, elementsIn, parentOf } from '../deep';
import { findComposer } from '../learn/around';
import type { Ask } from '../learn/ask';
import { blocksOf, type Block } from '../learn/blocks';
import { looksLikeTime } from '../learn/sort-blocks';
import type { Candidate } from './candidates';
import weights from './weights.json';

/** The signals that speak for or against a message list, as the schema of the weights names them. */
export type Signal = Exclude<keyof typeof weights, 'least' | 'close'>;

export interface Scored extends Candidate {
  score: number;
  signals: Signal[];
  composer: Element | null;
}

const LOOKED_AT = 24;
const STRIDE = 4;
/** Elements of one row in which a time is looked for. */
const MOST_INSIDE = 60;
const SCROLLERS = 4;

/**
 * How much speaks for a candidate, with a pause after every few rows; `grew` are lists at whose end something was added
 * while it was watched.
 */
export function* scoreCandidate(
  candidate: Candidate,
  grew: ReadonlySet<Element>,
  asking: Ask,
): Generator<void, Scored> {
  const { list, rows } = candidate;
  const sample: { row: Element; blocks: Block[] }[] = [];
  for (const row of rows.slice(-LOOKED_AT)) {
    sample.push({ row, blocks: blocksOf(row) });
    if (sample.length % STRIDE === 0) yield;
  }
  const share = (has: (one: (typeof sample)[number]) => boolean) => sample.filter(has).length / sample.length;
  const lengths = sample.map(({ blocks }) =>
    Math.max(0, ...blocks.map(({ text }) => text.split(/\s+/).length)),
  );
  const composer = findComposer(list, asking);
  const holds = (yes: boolean, signal: Signal): Signal[] => (yes ? [signal] : []);
  const isLog = around(list, 3).some((one) => one.matches('[role="log"], [aria-live="polite"]'));
  const longest = lengths.filter((words) => words >= 4).length / lengths.length;
  const linked = share(({ row }) => linkText(row) >= 0.7);

  const signals = [
    ...holds(isLog, 'log'),
    ...holds(list.matches('[role="list"], [role="feed"], [role="grid"], ol, ul'), 'list'),
    ...holds(around(list, SCROLLERS).some(scrolls), 'scrolls'),
    ...holds(rows.length >= 3, 'repeated'),
    ...holds(composer !== null && isInOnePane(list, composer), 'composer'),
    ...holds(
      share(({ row, blocks }) => hasTime(row) || blocks.some(({ text }) => looksLikeTime(text))) >= 0.5,
      'times',
    ),
    ...holds(comesBack(sample.map(({ blocks }) => blocks.map(({ text }) => text))), 'authors'),
    ...holds(longest >= 0.4, 'sentences'),
    ...holds(
      [...grew].some((one) => one === list || contains(list, one)),
      'growth',
    ),
    ...holds(
      closest(
        list,
        'nav, [role="navigation"], [role="menu"], [role="listbox"], [role="tablist"], [role="tree"], footer',
      ) !== null,
      'navigation',
    ),
    ...holds(closest(list, 'table, [role="table"]') !== null && composer === null, 'table'),
    ...holds(linked >= 0.7, 'links'),
    ...holds(longest < 0.15, 'short'),
  ];
  const score = signals.reduce((sum, signal) => sum + weights[signal], 0);
  return { ...candidate, score, signals, composer };
}

function around(element: Element, levels: number): Element[] {
  const found: Element[] = [];
  for (let one: Element | null = element; one && found.length < levels; one = parentOf(one)) found.push(one);
  return found;
}

function scrolls(element: Element): boolean {
  return (
    element.scrollHeight > element.clientHeight + 8 && /auto|scroll/.test(getComputedStyle(element).overflowY)
  );
}

/** List and composer are below what is not the whole page, or the page holds little else. */
function isInOnePane(list: Element, composer: Element): boolean {
  const a = list.getBoundingClientRect();
  const b = composer.getBoundingClientRect();
  const shared = Math.min(a.right, b.right) - Math.max(a.left, b.left);
  return shared >= Math.min(a.width, b.width) * 0.6 && b.bottom > a.top;
}

function hasTime(row: Element): boolean {
  return elementsIn(row, MOST_INSIDE).some((one) => one.matches('time, [datetime]'));
}

function linkText(row: Element): number {
  const all = row.textContent.trim().length;
  const linked = [...row.querySelectorAll('a[href]')].reduce(
    (sum, { textContent }) => sum + textContent.trim().length,
    0,
  );
  return all === 0 ? 0 : linked / all;
}

/** Some short text stands in several rows: names do. */
function comesBack(rows: readonly (readonly string[])[]): boolean {
  const counts = new Map<string, number>();
  for (const texts of rows)
    for (const text of new Set(texts))
      if (text.length <= 40 && !looksLikeTime(text)) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts.values()].some((count) => count >= 2 && count < rows.length);
}
