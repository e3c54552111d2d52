import { z } from '../../schema';
import { codeSchema, type Code } from './code';
import rulesData from './code-rules.json';

/** One rule of `code-rules.json`: a pattern that speaks for (or, below zero, against) a code. */
export const codeRuleSchema = z.object({
  id: z.string(),
  code: codeSchema,
  /** Log-odds that the rule adds when it fires. */
  weight: z.number().check(z.minimum(-8), z.maximum(8)),
  /** `asks`: only in a clause that ends with a question mark or opens like a question. */
  needs: z.optional(z.literal('asks')),
  /** True: only in a clause that does not ask. */
  'not-asks': z.optional(z.boolean()),
  /** Regular expression on the plain chat form of one clause. */
  pattern: z.string(),
  why: z.string(),
  /** A clause on which it fires, and one on which it must not: both are tested. */
  example: z.string(),
  not: z.string(),
});
export type CodeRule = z.infer<typeof codeRuleSchema>;

export interface CompiledCodeRule {
  id: string;
  code: Code;
  weight: number;
  fires: (plain: string, asks: boolean) => boolean;
}

/** Makes a rule ready to run. Throws a SyntaxError when its pattern is not a regular expression. */
export function compileCodeRule(rule: CodeRule): CompiledCodeRule {
  // Experts write "you're"; the plain form has no apostrophe, or keeps it where "we're" would turn into "were".
  const pattern = new RegExp(rule.pattern.replaceAll("'", "'?"));
  const wants = rule.needs === 'asks' ? true : rule['not-asks'] ? false : null;
  return {
    id: rule.id,
    code: rule.code,
    weight: rule.weight,
    fires: (plain, asks) => (wants === null || wants === asks) && pattern.test(plain),
  };
}

export const CODE_RULES: readonly CodeRule[] = z.array(codeRuleSchema).parse(rulesData);
export const COMPILED_CODE_RULES: readonly CompiledCodeRule[] = CODE_RULES.map(compileCodeRule);

const OPENS_LIKE_A_QUESTION =
  /^(?:and |so |but |also |okay,? |ok,? |well,? |right,? |oh,? |hey,? |hi,? |hiya,? |hello,? |there,? )*(?:(?:what|how|why|when|where|who)(?:s| (?:do|did|does|are|is|was|were|have|has|would|can|could|may|might|happened|made|makes|else|about|long|often|many|old|come|kinds?|types?|sorts?|seems|brings|brought)\b)|(?:do|did|does|are|were|have|can|could|would) (?:you|they|he|she|your)\b|(?:can|may) i (?:ask|help|assist)\b|(?:is|was) (?:it|there|that|this|he|she|your|the|anyone|someone)\b|(?:are|were) (?:there|these|those)\b|will (?:you|he|she|they) (?:be )?\w)/u;

/** Whether a clause (in plain chat form) asks: by its mark, or by its first words when the mark was left out. */
export function clauseAsks(plain: string): boolean {
  return plain.includes('?') || OPENS_LIKE_A_QUESTION.test(plain);
}
