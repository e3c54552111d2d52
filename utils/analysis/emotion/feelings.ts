import { z } from '../../schema';
import { CATEGORIES } from '../reading';
import type { Category } from '../reading';
import type { Token } from '../text/token';
import { tokenise } from '../text/tokenise';
import feelings from './feelings.json';

const fileSchema = z.object({
  about: z.string(),
  categories: z.partialRecord(z.enum(CATEGORIES), z.array(z.string().check(z.minLength(1)))),
});

/** A feeling word or phrase in a text: tokens `from` to `to`, `to` exclusive. */
export interface FeelingMatch {
  category: Category;
  from: number;
  to: number;
  /** A negator before it reaches it. */
  negated: boolean;
}

/** A step in the tree of phrases, by the next token's form. */
interface Step {
  next: Map<string, Step>;
  category?: Category;
}

function buildTree(): Step {
  const root: Step = { next: new Map() };
  for (const [category, phrases] of Object.entries(z.parse(fileSchema, feelings).categories)) {
    for (const phrase of phrases) {
      let step = root;
      for (const { form } of tokenise(phrase)) {
        const known = step.next.get(form) ?? { next: new Map<string, Step>() };
        step.next.set(form, known);
        step = known;
      }
      step.category ??= category as Category;
    }
  }
  return root;
}

const tree = buildTree();

/** The feeling words and phrases in a text, longest first at each place, none overlapping. */
export function matchFeelings(tokens: readonly Token[], negated: Uint8Array): FeelingMatch[] {
  const matches: FeelingMatch[] = [];
  for (let from = 0; from < tokens.length;) {
    let step: Step | undefined = tree;
    let category: Category | undefined;
    let end = from + 1;
    for (let to = from; to < tokens.length; to += 1) {
      step = step.next.get(tokens[to]?.form ?? '');
      if (!step) break;
      if (!step.category) continue;
      category = step.category;
      end = to + 1;
    }
    if (category) matches.push({ category, from, to: end, negated: negated[from] === 1 });
    from = end;
  }
  return matches;
}
