import { MAX_DRAFT } from '../conversation/limits';
import type { Adapter } from './adapter';
import { query, queryAll } from './deep';
import { anyOf } from './query';
import { textOf } from './text';

/** The supporter's own draft in a conversation: what stands in its composer. Password fields are never read. */
export function readDraft(container: Element, adapter: Adapter): string {
  if (adapter.composer.length === 0) return '';
  const css = anyOf(adapter.composer);
  // Where a conversation is no more than its list, the page's one composer stands beside it.
  const composer = query(container, css) ?? onlyOne(container.ownerDocument, css);
  if (!composer) return '';
  if (composer instanceof HTMLTextAreaElement) return composer.value.slice(0, MAX_DRAFT);
  if (composer instanceof HTMLInputElement)
    return composer.type === 'text' ? composer.value.slice(0, MAX_DRAFT) : '';
  return textOf(composer, '').slice(0, MAX_DRAFT);
}

function onlyOne(doc: Document, css: string): Element | null {
  const [only, ...others] = queryAll(doc, css);
  return others.length === 0 ? (only ?? null) : null;
}
