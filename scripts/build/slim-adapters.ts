import type { Plugin } from 'vite';
import { NOTES } from '../../utils/sites/adapter';

const ADAPTER = /\/utils\/sites\/adapters\/[^/]+\.json$/;

/** A host that no page has. */
const NOWHERE = 'nowhere.invalid';

/**
 * Leaves out of what a host page loads the notes in the adapters: reasons, confidence and dates are for people.
 * In the mode `generic` no adapter fits any page, so that every site is read as an unknown one.
 */
export function slimAdapters(): Plugin {
  let isGeneric = false;
  return {
    name: 'slim-adapters',
    enforce: 'pre',
    configResolved({ mode }) {
      isGeneric = mode === 'generic';
    },
    transform(code, id) {
      if (!ADAPTER.test(id.replaceAll('\\', '/'))) return null;
      const adapter = withoutNotes(JSON.parse(code)) as { recognise: { hosts?: string[] } };
      if (isGeneric) adapter.recognise.hosts = [NOWHERE];
      return { code: JSON.stringify(adapter), map: null };
    },
  };
}

/** The same value without the notes, at every depth. */
export function withoutNotes(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutNotes);
  if (typeof value !== 'object' || value === null) return value;
  const kept = Object.entries(value).filter(([key]) => !(NOTES as readonly string[]).includes(key));
  return Object.fromEntries(kept.map(([key, inner]) => [key, withoutNotes(inner)]));
}
