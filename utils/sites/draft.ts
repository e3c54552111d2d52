import { MAX_DRAFT } from '../conversation/limits';
import type { Adapter } from './adapter';
import { activeIn, contains, queryAll } from './deep';
import { anyOf } from './query';
import { textOf } from './text';

/**
 * The supporter's own draft in a conversation: what stands in its composer. With several, a thread's beside the main
 * one, it is the one being written in, else the first that holds words. Password fields are never read.
 */
export function readDraft(container: Element, adapter: Adapter): string {
  if (adapter.composer.length === 0) return '';
  const css = anyOf(adapter.composer);
  const doc = container.ownerDocument;
  let composers = queryAll(container, css);
  if (composers.length === 0) {
    // Where a conversation is no more than its list, the page's one composer stands beside it.
    composers = queryAll(doc, css);
    if (composers.length > 1) return '';
  }
  const active = activeIn(doc);
  const inUse = composers.find((one) => contains(one, active));
  if (inUse) return wordsIn(inUse);
  return composers.map(wordsIn).find((words) => words.trim() !== '') ?? '';
}

function wordsIn(composer: Element): string {
  if (composer instanceof HTMLTextAreaElement) return composer.value.slice(0, MAX_DRAFT);
  if (composer instanceof HTMLInputElement)
    return composer.type === 'text' ? composer.value.slice(0, MAX_DRAFT) : '';
  return textOf(composer, '').slice(0, MAX_DRAFT);
}
