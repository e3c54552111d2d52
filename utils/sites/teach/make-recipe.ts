import type { Adapter } from '../adapter';
import { segmentsOf } from '../path';
import type { Recipe } from '../recipe';

/** The recipe for an adapter that was learnt on the page at this address; `made` is the day, as 2026-11-20. */
export function makeRecipe(adapter: Adapter, page: Pick<URL, 'origin' | 'pathname'>, made: string): Recipe {
  const { container, list, row, breaks, key, title, messageId, side, followUp, author, time } = adapter;
  const { body, quote, exclude, edited, deleted, pending, attachments, composer, settle } = adapter;
  const { origin, pathname } = page;
  const who = { key, title, messageId, side, followUp, author, time };
  const what = { body, quote, exclude, edited, deleted, pending, attachments, composer, settle };
  return {
    v: 1,
    origin,
    path: pathPattern(pathname),
    made,
    reads: { container, list, row, breaks, ...who, ...what },
  };
}

/** The pattern for pages like this one: its first segment, when that is a word and not one conversation's id. */
export function pathPattern(pathname: string): string {
  const [first] = segmentsOf(pathname);
  if (first === undefined) return '/**';
  return /^[a-z][a-z-]{0,30}$/i.test(first) ? `/${first}/**` : '/*/**';
}
