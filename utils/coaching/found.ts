import type { Span } from '../analysis/reading';
import type { CompiledRule } from './compile-rules';
import type { Moment } from './moment';
import type { ClientQuote } from './quote';

/** What one rule found in a draft. */
export interface Found {
  /** At least one, in order. */
  spans: Span[];
  /** The client's words that this rule is about, where it knows better than the general choice. */
  quote?: ClientQuote | null;
  /** A number that the sentence names. */
  n?: number;
}

/** Looks at a draft for one rule. */
export type Detector = (moment: Moment, rule: CompiledRule) => Found | null;
