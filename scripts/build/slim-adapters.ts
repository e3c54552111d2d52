import type { Plugin } from 'vite';
import { NOTES } from '../../utils/sites/adapter';

const ADAPTER = /\/utils\/sites\/adapters\/[^/]+\.json$/;

/** Leaves out of what a host page loads the notes in the adapters: reasons, confidence and dates are for people. */
export function slimAdapters(): Plugin {
  return {
    name: 'slim-adapters',
    enforce: 'pre',
    transform(code, id) {
      if (!ADAPTER.test(id.replaceAll('\\', '/'))) return null;
      return { code: JSON.stringify(withoutNotes(JSON.parse(code))), map: null };
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
