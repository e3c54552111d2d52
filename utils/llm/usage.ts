import { z } from '../schema';

const count = z.int().check(z.minimum(0));

/** What one call cost in tokens. */
export interface CallUsage {
  prompt: number;
  completion: number;
  /** The server did not say: the figures are our own estimate. */
  estimated: boolean;
}

/** What the calls of one conversation cost so far. */
export const usageSchema = z.object({
  calls: count,
  prompt: count,
  completion: count,
  /** At least one call's tokens are an estimate. */
  estimated: z.boolean(),
});
export type Usage = z.infer<typeof usageSchema>;

export const NO_USAGE: Usage = { calls: 0, prompt: 0, completion: 0, estimated: false };

const price = z.number().check(z.minimum(0), z.maximum(10_000));

/**
 * What the person set about money: prices change and differ between services, so none are built in, and
 * without them no cost is shown.
 */
export const spendingSchema = z.object({
  /** Per million tokens, in whatever currency the person thinks. */
  prices: z.optional(z.object({ prompt: price, completion: price })),
  /** Shown before an amount, such as `€`. */
  currency: z.optional(z.string().check(z.maxLength(8))),
  /** For each conversation; what is left out has no limit. */
  budget: z.optional(
    z.object({
      calls: z.optional(z.int().check(z.minimum(0), z.maximum(100_000))),
      tokens: z.optional(z.int().check(z.minimum(0), z.maximum(1_000_000_000))),
      money: z.optional(price),
    }),
  ),
});
export type Spending = z.infer<typeof spendingSchema>;

export const NO_SPENDING: Spending = {};

/** Which limit of the budget is used up. */
export const budgetLimitSchema = z.enum(['calls', 'tokens', 'money']);
export type BudgetLimit = z.infer<typeof budgetLimitSchema>;

/** The sum after one more call. */
export function addUsage(usage: Usage, call: CallUsage): Usage {
  return {
    calls: usage.calls + 1,
    prompt: usage.prompt + call.prompt,
    completion: usage.completion + call.completion,
    estimated: usage.estimated || call.estimated,
  };
}

/** The estimated cost in the person's currency; null without prices. */
export function costOf({ prompt, completion }: Usage, { prices }: Spending): number | null {
  if (!prices) return null;
  return (prompt * prices.prompt + completion * prices.completion) / 1_000_000;
}

/** The limit that stops further calls, or null. A limit on money means nothing without prices. */
export function budgetReached(usage: Usage, spending: Spending): BudgetLimit | null {
  const { calls, tokens, money } = spending.budget ?? {};
  if (calls !== undefined && usage.calls >= calls) return 'calls';
  if (tokens !== undefined && usage.prompt + usage.completion >= tokens) return 'tokens';
  const cost = costOf(usage, spending);
  return money !== undefined && cost !== null && cost >= money ? 'money' : null;
}

/** Words for the panel when the budget is used up. */
export const BUDGET_WORDS: Record<BudgetLimit, string> = {
  calls: 'The calls that you allowed for this conversation are used up. Suggestions come from this device.',
  tokens: 'The tokens that you allowed for this conversation are used up. Suggestions come from this device.',
  money: 'The amount that you allowed for this conversation is used up. Suggestions come from this device.',
};
