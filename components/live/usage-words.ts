import type { View } from '@/utils/messaging/view';

/** Calls, tokens and cost of one conversation as a sentence. Estimates say so. */
export function usageSentence({
  calls,
  prompt,
  completion,
  estimated,
  cost,
  currency,
}: NonNullable<View['usage']>): string {
  const about = estimated ? 'about ' : '';
  const tokens = (prompt + completion).toLocaleString();
  const parts = [calls === 1 ? '1 call' : `${calls.toLocaleString()} calls`, `${about}${tokens} tokens`];
  if (cost !== undefined) parts.push(`about ${currency ?? ''}${amount(cost)}`);
  return `This conversation so far: ${parts.join(', ')}.`;
}

/** Small sums keep two digits that say something. */
function amount(cost: number): string {
  return cost >= 0.1 || cost === 0 ? cost.toFixed(2) : cost.toPrecision(2);
}
