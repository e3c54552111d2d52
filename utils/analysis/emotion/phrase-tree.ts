import type { Token } from '../text/token';
import { tokenise } from '../text/tokenise';

/** Phrases by their first word, then the next, and so on; what they stand for is where they end. */
export interface PhraseTree<T> {
  next: Map<string, PhraseTree<T>>;
  ends?: T;
}

/** A tree of phrases as people type them. A phrase that stands in two groups belongs to the first. */
export function buildPhraseTree<T>(groups: readonly (readonly [T, readonly string[]])[]): PhraseTree<T> {
  const root: PhraseTree<T> = { next: new Map() };
  for (const [ends, phrases] of groups) {
    for (const phrase of phrases) {
      let step = root;
      for (const { form } of tokenise(phrase)) {
        const known = step.next.get(form) ?? { next: new Map<string, PhraseTree<T>>() };
        step.next.set(form, known);
        step = known;
      }
      step.ends ??= ends;
    }
  }
  return root;
}

/** The longest phrase that begins at token `from`; `to` is exclusive. */
export function longestPhrase<T>(
  tree: PhraseTree<T>,
  tokens: readonly Token[],
  from: number,
): { to: number; ends: T } | undefined {
  let step: PhraseTree<T> | undefined = tree;
  let found: { to: number; ends: T } | undefined;
  for (let at = from; at < tokens.length; at += 1) {
    step = step.next.get(tokens[at]?.form ?? '');
    if (!step) break;
    if (step.ends !== undefined) found = { to: at + 1, ends: step.ends };
  }
  return found;
}
