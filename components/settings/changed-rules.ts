import { mergeDraftRules } from '@/utils/coaching/override';
import { DRAFT_RULES } from '@/utils/coaching/rule-set';

/** Names of the rules that these changes touch; none where there are no changes, or broken ones. */
export function changedRules(changes: unknown): string[] {
  const merged = changes === null || changes === undefined ? null : mergeDraftRules(DRAFT_RULES, changes);
  if (!merged?.ok) return [];
  const before = new Map(DRAFT_RULES.rules.map((rule) => [rule.id, JSON.stringify(rule)]));
  return merged.rules.rules
    .filter((rule) => JSON.stringify(rule) !== before.get(rule.id))
    .map(({ name, on }) => (on ? name : `${name} (off)`));
}
