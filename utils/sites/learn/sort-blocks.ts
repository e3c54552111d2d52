import { elementsIn } from '../deep';
import { folded } from '../side';
import { blocksOf, type Block } from './blocks';
import { nameIn, pathCss } from './tokens';
import { means } from './words';

const CLOCK = /^\D{0,16}\p{N}{1,2}[:.٫]\p{N}{2}(?:[:.]\p{N}{2})?(?:\s?[ap]\.?\s?m\.?)?\D{0,16}$/iu;
const AGO =
  /^(?:just now|yesterday|today|now|\d+\s?(?:s|m|h|d|w|y|min|mins|sec|hr|hrs|hours?|minutes?|days?|weeks?|months?|years?)(?:\s+ago)?)$/i;
const LONGEST_NAME = 40;
/** Elements of one row in which a time is looked for. */
const MOST_ELEMENTS = 100;
/** Share of a place's texts that may differ when it holds names: names come back, words do not. */
const REPEATED = 0.7;

/** What stands in a row, sorted by what it is. */
export interface SortedRow {
  row: Element;
  body: Element | null;
  author: Element | null;
  time: Element | null;
  quotes: Element[];
  /** Texts that are no words of the person: labels, the word edited. */
  rest: Element[];
}

interface Place {
  blocks: Block[];
  isTime: boolean;
  isName: boolean;
  isLabel: boolean;
}

export function looksLikeTime(text: string): boolean {
  return text.length <= 32 && (CLOCK.test(text) || AGO.test(text));
}

export function looksLikeName(text: string): boolean {
  return (
    text.length > 0 &&
    text.length <= LONGEST_NAME &&
    !/[\n?!…]|\p{Ll}\.$/u.test(text) &&
    text.split(/\s/).length <= 5
  );
}

/**
 * Sorts what stands in the rows of a list by what all of them show together: a text that is a clock, a name that
 * comes back, a label that is always the same; of the rest, the longest is what was said. `names` are names seen
 * around the list.
 */
export function sortRows(rows: readonly Element[], names: readonly string[]): SortedRow[] {
  const known = new Set(names.map(folded));
  const places = new Map<string, Place>();
  const inRows = rows.map((row) => {
    const blocks = blocksOf(row).map((block) => ({ ...block, at: placeOf(block.element, row) }));
    for (const block of blocks) {
      if (block.isQuoted) continue;
      const place = places.get(block.at) ?? { blocks: [], isTime: false, isName: false, isLabel: false };
      place.blocks.push(block);
      places.set(block.at, place);
    }
    return { row, blocks };
  });
  for (const place of places.values()) judge(place, known, rows.length);

  return inRows.map(({ row, blocks }) => {
    const of = (block: { at: string }) => places.get(block.at);
    const plain = blocks.filter(({ isQuoted }) => !isQuoted);
    const words = plain.filter((block) => {
      const place = of(block);
      return place && !place.isTime && !place.isName && !place.isLabel && !block.isNoise;
    });
    const said = words.filter(({ element }) => !element.closest('button'));
    const longest = said.reduce<Block | null>((a, b) => (a && a.text.length >= b.text.length ? a : b), null);
    const body = longest && lift(longest.element, row, said);
    const name = plain.find((block) => of(block)?.isName === true && !body?.contains(block.element));
    const time = plain.find((block) => of(block)?.isTime === true);
    return {
      row,
      body,
      author: name?.element ?? null,
      time:
        time?.element ?? elementsIn(row, MOST_ELEMENTS).find((one) => one.matches('time[datetime]')) ?? null,
      quotes: blocks.filter(({ isQuoted }) => isQuoted).map(({ element }) => element),
      rest: plain
        .filter(
          ({ element }) =>
            body !== element &&
            body?.contains(element) === true &&
            !said.some((one) => one.element === element),
        )
        .map(({ element }) => element),
    };
  });
}

function placeOf(element: Element, row: Element): string {
  return `${pathCss(element, row, false)}|${[...element.classList].sort().join('.')}|${element.getAttribute('style') ?? ''}|${nameIn(element)}`;
}

function judge(place: Place, known: ReadonlySet<string>, rows: number): void {
  const { blocks } = place;
  const texts = blocks.map(({ text }) => text);
  const distinct = new Set(texts).size;
  const timely = blocks.filter(({ element, text }) => element.tagName === 'TIME' || looksLikeTime(text));
  place.isTime = timely.length >= blocks.length * 0.8;
  if (place.isTime) return;
  const isNameLike = texts.every(looksLikeName);
  const isCalledName = blocks.every(({ element }) => means(nameIn(element), 'author'));
  const isKnown = texts.every((text) => known.has(folded(text)));
  const comesBack = blocks.length >= 3 && distinct >= 2 && distinct <= blocks.length * REPEATED;
  const isPressed = blocks.some(({ element }) => element.closest('button') !== null);
  place.isName = isNameLike && (isCalledName || isKnown || (comesBack && !isPressed));
  place.isLabel = !place.isName && blocks.length >= 3 && distinct === 1 && rows >= 3;
}

/** From the longest piece of words up to what holds all pieces of words beside it, and nothing else. */
function lift(element: Element, row: Element, said: readonly Block[]): Element {
  let body = element;
  for (let around = element.parentElement; around && around !== row; around = around.parentElement) {
    const inside = said.filter((block) => around.contains(block.element));
    const alike = inside.every((block) => block.element === element || isAlike(block.element, element));
    if (inside.length < 2 || !alike) break;
    body = around;
  }
  return body;
}

function isAlike(a: Element, b: Element): boolean {
  return a.tagName === b.tagName && a.className === b.className && a.parentElement === b.parentElement;
}
