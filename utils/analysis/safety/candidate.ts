import type { Rule } from './rule-schema';
import type { WordSpan } from './spans';

/** A place where a rule's words stand, before what is around them has been looked at. */
export interface Candidate extends WordSpan {
  rule: Rule;
  /** The pattern itself holds a "not", so that one inside the match says nothing. */
  holdsNot: boolean;
  /** Made of things said together: the rule's exceptions count in the whole sentence. */
  spread?: boolean;
}

/** A match of one list of a rule's `together`. */
export interface Part extends Candidate {
  part: number;
}
