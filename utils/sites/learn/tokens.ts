import { isUtility, isWordLike, wordsOf } from './words';

/** One sign by which an element can be found again. */
export interface Token {
  /** A selector for that sign alone. */
  css: string;
  /** The names in it, as they stand in the page: for what they mean. */
  name: string;
  /**
   * What it is worth for finding an element again: 1 marks made for programs, 2 roles and names of elements,
   * 3 class names in words, 4 classes that say how it looks.
   */
  rank: 1 | 2 | 3 | 4;
}

const MARKS = /^(?:data-|role$|slot$|itemprop$|part$|aria-roledescription$)/;
/** What changes with state, place or content, and what the reader's own or other extensions' marks may be. */
const FLEETING =
  /^data-(?:state|index|time|timestamp|date|v-|react|radix|floating|focus|hover|scroll|key$)|expanded|selected/;
const GENERIC = new Set([
  'DIV',
  'SPAN',
  'P',
  'A',
  'B',
  'I',
  'BUTTON',
  'IMG',
  'SVG',
  'UL',
  'LI',
  'STRONG',
  'EM',
]);
const LONGEST_VALUE = 40;

/** The signs of one element, the most lasting first. Never an id or class that a machine made up. */
export function tokensOf(element: Element): Token[] {
  const tokens: Token[] = [];
  for (const { name, value } of element.attributes) {
    if (!MARKS.test(name) || FLEETING.test(name)) continue;
    if (isWordLike(value) && value.length <= LONGEST_VALUE)
      tokens.push({
        css: `[${name}="${CSS.escape(value)}"]`,
        name: nameOf(name, value),
        rank: name === 'role' ? 2 : 1,
      });
    else if (name.startsWith('data-') && isWordLike(name.slice(5)))
      tokens.push({ css: `[${CSS.escape(name)}]`, name, rank: 1 });
  }
  const id = element.getAttribute('id') ?? '';
  const start = /^[a-zA-Z]+(?:[-_][a-zA-Z]+)*[-_]+(?=[^-_]*\d)/.exec(id)?.[0];
  if (start !== undefined && isWordLike(start))
    tokens.push({ css: `[id^="${CSS.escape(start)}"]`, name: start, rank: 1 });
  else if (isWordLike(id) && id.length > 2) tokens.push({ css: `#${CSS.escape(id)}`, name: id, rank: 1 });
  if (!GENERIC.has(element.tagName)) {
    const tag = element.localName;
    tokens.push({ css: tag, name: tag, rank: tag.includes('-') ? 1 : 2 });
  }
  for (const name of element.classList) {
    if (isUtility(name)) tokens.push({ css: `.${CSS.escape(name)}`, name, rank: 4 });
    else if (isWordLike(name)) tokens.push({ css: `.${CSS.escape(name)}`, name, rank: 3 });
  }
  return tokens.sort((a, b) => a.rank - b.rank);
}

/** `data-own="false"` says the opposite of own. */
function nameOf(name: string, value: string): string {
  if (/^(?:true|yes)$/i.test(value)) return name;
  return /^(?:false|no|none)$/i.test(value) ? `not ${wordsOf(name).join('')}` : `${name} ${value}`;
}

/** The words in all signs of an element, to ask what it is for. */
export function nameIn(element: Element): string {
  return tokensOf(element)
    .filter(({ rank }) => rank < 4)
    .map(({ name }) => name)
    .join(' ');
}

/** Where an element stands under another, or in its root, by tags and places: the last resort, since any change may break it. */
export function pathCss(element: Element, within: Element | null, withPlaces: boolean): string {
  const steps: string[] = [];
  for (let one: Element | null = element; one && one !== within; one = one.parentElement) {
    const { parentElement: around, localName, tagName } = one;
    const same =
      withPlaces && around ? [...around.children].filter((other) => other.tagName === tagName) : [];
    const place = same.length > 1 ? `:nth-of-type(${String(same.indexOf(one) + 1)})` : '';
    steps.unshift(`${CSS.escape(localName)}${place}`);
  }
  return steps.join(' > ');
}
