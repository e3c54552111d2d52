import { z } from '../schema';
import data from './safe-words.json';

const ruleSchema = z.object({
  id: z.string(),
  /** `never`: always wrong. `advice`: wrong until advice fits the stage or the client asks for it. */
  when: z.enum(['never', 'advice']),
  why: z.string(),
  /** `hint`: only what a tool suggests; a supporter may write it themselves. */
  scope: z.optional(z.enum(['hint'])),
  pattern: z.string(),
  /** Words that make a match harmless, for instance what the client believes of themselves. */
  unless: z.optional(z.string()),
  /** What the tests try the rule on; every rule has them, but for the package, which leaves them out. */
  bad: z.optional(z.array(z.string()).check(z.minLength(1))),
  ok: z.optional(z.array(z.string()).check(z.minLength(1))),
});

const safeWordsSchema = z.object({ about: z.string(), rules: z.array(ruleSchema), permission: z.string() });

/** One rule of `safe-words.json`, compiled. */
export interface SafeWordRule extends z.infer<typeof ruleSchema> {
  match: RegExp;
  harmless?: RegExp;
}

const parsed = safeWordsSchema.parse(data);

/** All rules in the order of the file. */
export const SAFE_WORD_RULES: readonly SafeWordRule[] = parsed.rules.map((rule) => ({
  ...rule,
  match: new RegExp(rule.pattern, 'u'),
  ...(rule.unless !== undefined && { harmless: new RegExp(rule.unless, 'u') }),
}));

/** Words that ask for leave before information or advice. */
export const ASKS_PERMISSION = new RegExp(parsed.permission, 'u');

const LOOK_ALIKES: Record<string, string> = {
  а: 'a',
  е: 'e',
  о: 'o',
  р: 'p',
  с: 'c',
  у: 'y',
  х: 'x',
  і: 'i',
  ѕ: 's',
  ԁ: 'd',
  һ: 'h',
  ο: 'o',
  α: 'a',
  '’': "'",
  '‘': "'",
  ʼ: "'",
  '“': '"',
  '”': '"',
};

/** Text as the rules see it: composed, lower case, straight quotes, no invisible or look-alike letters. */
export function plainForRules(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/\p{Cf}|\p{Cc}(?<![\n\t])/gu, '')
    .replace(/[аеорсухіѕԁһοα’‘ʼ“”]/gu, (c) => LOOK_ALIKES[c] ?? c)
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replace(/\s+/gu, ' ')
    .trim();
}
