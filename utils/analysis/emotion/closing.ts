import { z } from '../../schema';
import type { Token } from '../text/token';
import { tokenise } from '../text/tokenise';
import closings from './closings.json';

const list = z.array(z.string().check(z.minLength(1)));
const data = z.parse(z.object({ about: z.string(), core: list, filler: list }), closings);

/** A step in the tree of phrases, by the next word's form. */
interface Step {
  next: Map<string, Step>;
  /** What ends here: a formula, or small words around one. */
  ends?: 'core' | 'filler';
}

function buildTree(): Step {
  const root: Step = { next: new Map() };
  const put = (phrases: readonly string[], ends: 'core' | 'filler'): void => {
    for (const phrase of phrases) {
      let step = root;
      for (const { form } of tokenise(phrase)) {
        const known = step.next.get(form) ?? { next: new Map<string, Step>() };
        step.next.set(form, known);
        step = known;
      }
      step.ends ??= ends;
    }
  };
  put(data.core, 'core');
  put(data.filler, 'filler');
  return root;
}

const tree = buildTree();
/** A longer message says more than goodbye. */
const MOST_WORDS = 24;

/**
 * Whether a message is nothing but a goodbye or thanks. "Thanks, but I'm still scared" is none: every word
 * has to belong to a formula or to the small words around it.
 */
export function isClosing(tokens: readonly Token[]): boolean {
  // Most messages begin with no formula: nothing is gathered for them.
  const first = tokens.find((token) => token.kind === 'word');
  if (!first || !tree.next.has(first.form)) return false;
  const words = tokens.filter((token) => token.kind === 'word');
  if (words.length > MOST_WORDS) return false;
  let core = false;
  for (let at = 0; at < words.length;) {
    let step: Step | undefined = tree;
    let end = at;
    let ends: Step['ends'];
    for (let to = at; to < words.length; to += 1) {
      step = step.next.get(words[to]?.form ?? '');
      if (!step) break;
      if (!step.ends) continue;
      ends = step.ends;
      end = to + 1;
    }
    if (end === at) return false;
    if (ends === 'core') core = true;
    at = end;
  }
  return core;
}
