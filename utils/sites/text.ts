import { MAX_TEXT } from '../conversation/limits';
import { firstIn, nextTo, seenIn } from './flat-tree';

const BLOCKS = new Set([
  'P',
  'DIV',
  'LI',
  'UL',
  'OL',
  'PRE',
  'BLOCKQUOTE',
  'TR',
  'TABLE',
  'SECTION',
  'ARTICLE',
  'H1',
  'H2',
  'H3',
  'H4',
  'H5',
  'H6',
]);
const SILENT = new Set(['SCRIPT', 'STYLE', 'TEMPLATE', 'NOSCRIPT', 'SVG', 'svg', 'BUTTON', 'SELECT']);

/** Characters read before the walk stops; the rest could only be cut. */
const WALK_LIMIT = MAX_TEXT * 2;

/**
 * The words of an element as a person sees them: emoji images as their text, breaks and blocks as new
 * lines, what open shadow roots show in its place, nothing of what `exclude` matches. Stops early in a huge element, and never recurses, so that a
 * page cannot make it slow or deep.
 */
export function textOf(root: Element, exclude: string): string {
  let text = '';
  let node: Node | null = root;
  /** In a shadow root what is seen next is not always what stands next. */
  let isDeep = false;
  while (node && text.length < WALK_LIMIT) {
    let enter = false;
    if (node.nodeType === Node.TEXT_NODE) text += (node.nodeValue ?? '').slice(0, WALK_LIMIT);
    else if (node instanceof Element && (node === root || !isLeftOut(node, exclude))) {
      if (node.tagName === 'BR') text += '\n';
      else if (node.tagName === 'IMG') text += (node.getAttribute('alt') ?? '').slice(0, 64);
      else {
        if (BLOCKS.has(node.tagName)) text = onNewLine(text);
        enter = true;
      }
    }
    const inner: Node | null = enter ? firstIn(node) : null;
    if (inner) {
      isDeep ||= inner.parentNode !== node;
      node = inner;
      continue;
    }
    let next: Node | null = null;
    while (node && node !== root && !next) {
      next = isDeep ? nextTo(node) : node.nextSibling;
      if (next) break;
      node = isDeep ? seenIn(node) : node.parentNode;
      if (node instanceof Element && BLOCKS.has(node.tagName)) text = onNewLine(text);
    }
    node = next;
  }
  return tidy(text);
}

function isLeftOut(element: Element, exclude: string): boolean {
  return (
    SILENT.has(element.tagName) ||
    element.hasAttribute('hidden') ||
    (element instanceof HTMLElement && element.style.display === 'none') ||
    (exclude !== '' && element.matches(exclude))
  );
}

function onNewLine(text: string): string {
  return text === '' || text.endsWith('\n') ? text : `${text}\n`;
}

/** Folds what the eye does not see: odd spaces, soft hyphens, rows of empty lines. */
export function tidy(text: string): string {
  return text
    .slice(0, WALK_LIMIT)
    .replaceAll('\u00ad', '')
    .replace(/[\u00a0\u2000-\u200a\u202f\t ]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
