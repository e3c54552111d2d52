import { didYouMean } from '../did-you-mean';
import { z } from '../schema';
import { compileRules } from './compile-rules';
import { type DraftRule, type DraftRules, draftRuleSchema, draftRulesSchema, FLAG_IDS } from './draft-rule';

/** The patterns of a rule that an organisation may add to or take from. */
const PATTERN_FIELDS = ['says', 'unless', 'unless-draft', 'needs-client', 'unless-client'] as const;

/** The fields that an organisation may only give anew. */
const WHOLE_FIELDS = [
  'name',
  'source',
  'on',
  'priority',
  'silent-when',
  'rests-for',
  'alone',
  'hides',
  'why',
  'direction',
  'ways',
] as const;

const change = z.strictObject({
  add: z.optional(z.array(z.string().check(z.minLength(1)))),
  remove: z.optional(z.array(z.string())),
});
const { shape } = draftRuleSchema;

/** What an organisation changes of one rule: whole fields, numbers by name, or patterns added and removed. */
export const ruleOverrideSchema = z.strictObject({
  name: z.optional(shape.name),
  source: z.optional(shape.source),
  on: z.optional(shape.on),
  priority: z.optional(shape.priority),
  'silent-when': z.optional(shape['silent-when']),
  'rests-for': z.optional(shape['rests-for']),
  alone: z.optional(shape.alone),
  hides: z.optional(shape.hides),
  why: z.optional(shape.why),
  direction: z.optional(shape.direction),
  ways: z.optional(shape.ways),
  says: z.optional(change),
  unless: z.optional(change),
  'unless-draft': z.optional(change),
  'needs-client': z.optional(change),
  'unless-client': z.optional(change),
  lists: z.optional(z.record(z.string(), change)),
  thresholds: z.optional(shape.thresholds),
});
export type RuleOverride = z.infer<typeof ruleOverrideSchema>;

export type Merged = { ok: true; rules: DraftRules } | { ok: false; problems: string[] };

/** Longest pattern of an organisation, in characters: a pattern is tried at every pause. */
const LONGEST_PATTERN = 600;
/** A repeated group inside a repeat can take time without end. */
const NESTED_REPEAT = /\([^()]*[+*][^()]*\)[+*{]/u;

function changed(
  patterns: readonly string[],
  { add = [], remove = [] }: z.infer<typeof change>,
  at: string,
  problems: string[],
): string[] {
  for (const gone of remove)
    if (!patterns.includes(gone)) problems.push(`${at}: "${gone}" is not there, so it cannot be removed.`);
  for (const fresh of add) {
    if (fresh.length > LONGEST_PATTERN)
      problems.push(`${at}: a pattern is longer than ${LONGEST_PATTERN} characters.`);
    if (NESTED_REPEAT.test(fresh))
      problems.push(`${at}: "${fresh}" repeats a repeat, which can take very long.`);
  }
  return [...patterns.filter((one) => !remove.includes(one)), ...add];
}

function overrideRule(rule: DraftRule, override: RuleOverride, problems: string[]): DraftRule {
  const { lists, thresholds } = override;
  const next: DraftRule = { ...rule, lists: { ...rule.lists }, thresholds: { ...rule.thresholds } };
  for (const field of WHOLE_FIELDS)
    if (override[field] !== undefined) Object.assign(next, { [field]: override[field] });
  for (const field of PATTERN_FIELDS) {
    const wanted = override[field];
    if (wanted) next[field] = changed(rule[field], wanted, `${rule.id}.${field}`, problems);
  }
  for (const [list, wanted] of Object.entries(lists ?? {})) {
    const known = rule.lists[list];
    if (known) next.lists[list] = changed(known, wanted, `${rule.id}.lists.${list}`, problems);
    else
      problems.push(
        `${rule.id}.lists: there is no list "${list}".${didYouMean(list, Object.keys(rule.lists))}`,
      );
  }
  for (const [threshold, value] of Object.entries(thresholds ?? {})) {
    if (threshold in rule.thresholds) next.thresholds[threshold] = value;
    else
      problems.push(
        `${rule.id}.thresholds: there is no threshold "${threshold}".${didYouMean(threshold, Object.keys(rule.thresholds))}`,
      );
  }
  return next;
}

function readable(id: string, error: z.core.$ZodError): string[] {
  return error.issues.map((issue) => {
    const at = [id, ...issue.path.map(String)].join('.');
    if (issue.code !== 'unrecognized_keys') return `${at}: ${issue.message}`;
    return issue.keys
      .map(
        (key) =>
          `${at}: there is no field "${key}".${didYouMean(key, Object.keys(ruleOverrideSchema.shape))}`,
      )
      .join(' ');
  });
}

/**
 * The rule book with an organisation's changes, `{ "rules": { "minimising": { "on": false } } }`, or what is
 * wrong with them, in sentences that name the rule and the field. Nothing is taken over when anything is wrong.
 */
export function mergeDraftRules(base: DraftRules, override: unknown): Merged {
  const outer = z.strictObject({ rules: z.record(z.string(), z.unknown()) }).safeParse(override);
  if (!outer.success)
    return { ok: false, problems: ['The changes must be an object with the one field "rules".'] };
  const problems: string[] = [];
  const overrides = new Map<string, RuleOverride>();
  for (const [id, value] of Object.entries(outer.data.rules)) {
    const parsed = ruleOverrideSchema.safeParse(value);
    if (!base.rules.some((rule) => rule.id === id))
      problems.push(`There is no rule "${id}".${didYouMean(id, FLAG_IDS)}`);
    else if (parsed.success) overrides.set(id, parsed.data);
    else problems.push(...readable(id, parsed.error));
  }
  const rules: DraftRules = {
    ...base,
    rules: base.rules.map((rule) => overrideRule(rule, overrides.get(rule.id) ?? {}, problems)),
  };
  if (problems.length === 0) {
    const checked = draftRulesSchema.safeParse(rules);
    if (!checked.success) problems.push(...readable('rules', checked.error));
    else {
      try {
        compileRules(rules);
      } catch (error) {
        problems.push(error instanceof Error ? error.message : String(error));
      }
    }
  }
  return problems.length === 0 ? { ok: true, rules } : { ok: false, problems };
}
