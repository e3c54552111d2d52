import { SAFE_WORD_RULES } from '../suggestions/safe-words';
import type { DraftRule, DraftRules, FlagId } from './draft-rule';

/** A safe-word rule that a draft rule shares, with what makes it harmless in a draft. */
export interface SharedWords {
  match: RegExp;
  harmless: readonly RegExp[];
}

/** A draft rule made ready to run. */
export interface CompiledRule {
  rule: DraftRule;
  says: RegExp | null;
  unless: RegExp | null;
  unlessDraft: RegExp | null;
  needsClient: RegExp | null;
  unlessClient: RegExp | null;
  shared: readonly SharedWords[];
  list(name: string): RegExp | null;
  /** A threshold; throws an Error when the rule lacks it. */
  threshold(name: string): number;
}

/** The rule book made ready to run. */
export interface CompiledRules {
  rules: ReadonlyMap<FlagId, CompiledRule>;
  reported: RegExp | null;
  settles: RegExp | null;
  closes: RegExp | null;
  lightens: RegExp | null;
  troubles: RegExp | null;
  good: DraftRules['good'];
}

/** Lists that each flag's way of looking needs besides `says`. */
export const NEEDED: Readonly<
  Partial<Record<FlagId, { lists?: readonly string[]; thresholds?: readonly string[] }>>
> = {
  'no-safety-question': { lists: ['asks', 'help', 'soft-cues'], thresholds: ['turns-back', 'fewest-words'] },
  blame: { lists: ['strong', 'defence', 'amends'] },
  'you-should': { lists: ['imperative'] },
  'advice-too-early': {
    lists: ['imperative', 'asks-information'],
    thresholds: ['reflections', 'heard', 'each-advice'],
  },
  'assumed-feeling': { lists: ['feeling', 'sure', 'tentative'] },
  'leading-question': { lists: ['tag', 'empathic', 'opens'] },
  'question-pile-up': { thresholds: ['questions'] },
  'self-story': {
    lists: ['mine', 'idioms', 'listening', 'turns-back'],
    thresholds: ['fewest-words', 'sentences'],
  },
  'topic-jump': { lists: ['marker', 'small-talk'] },
  'closed-question-run': { lists: ['acknowledges'], thresholds: ['before'] },
  'too-long': { thresholds: ['words', 'times-client', 'asked-words'] },
  parroting: { lists: ['fillers'], thresholds: ['same', 'fewest-words'] },
  'cue-passed-over': { lists: ['fact-question', 'invites', 'warm', 'heavy'], thresholds: ['weight'] },
};

/** Writes out the word classes of a pattern. Throws an Error that names a class that is not there. */
function expand(pattern: string, words: Readonly<Record<string, string>>): string {
  return pattern.replace(/\{([a-z][a-z-]*)\}/gu, (_, name: string) => {
    const listed = words[name];
    if (listed === undefined) throw new Error(`there is no word class {${name}}`);
    return `(?:${expand(listed, words)})`;
  });
}

/**
 * One regular expression for a list of patterns, each on whole words.
 * @throws Error that says which pattern is wrong, and why
 */
export function compilePatterns(
  patterns: readonly string[],
  words: Readonly<Record<string, string>>,
): RegExp | null {
  const sources = patterns.map((pattern) => {
    try {
      const source = expand(pattern, words).replaceAll("'", "'?");
      new RegExp(source, 'u');
      return source;
    } catch (error) {
      throw new Error(`"${pattern}": ${error instanceof Error ? error.message : String(error)}`);
    }
  });
  return sources.length === 0
    ? null
    : new RegExp(`(?:(?<![a-z0-9'])|(?=[,;:.!?]))(?:${sources.join('|')})(?![a-z0-9])`, 'gu');
}

function shareWords(rule: DraftRule): SharedWords[] {
  return rule['safe-words'].map(({ rule: id, unless }) => {
    const known = SAFE_WORD_RULES.find((safe) => safe.id === id);
    if (!known) throw new Error(`there is no safe-word rule "${id}"`);
    const harmless = [known.harmless, unless === undefined ? undefined : new RegExp(unless, 'u')];
    return { match: new RegExp(known.match, 'gu'), harmless: harmless.filter((one) => one !== undefined) };
  });
}

/**
 * Makes one rule ready.
 * @throws Error when a pattern, list, threshold or safe-word rule is wrong or missing
 */
export function compileRule(rule: DraftRule, words: Readonly<Record<string, string>>): CompiledRule {
  const lists = new Map(
    Object.entries(rule.lists).map(([name, patterns]) => [name, compilePatterns(patterns, words)]),
  );
  const needed = NEEDED[rule.id];
  for (const name of needed?.lists ?? []) {
    if (!lists.has(name)) throw new Error(`the list "${name}" is missing`);
  }
  for (const name of needed?.thresholds ?? []) {
    if (rule.thresholds[name] === undefined) throw new Error(`the threshold "${name}" is missing`);
  }
  return {
    rule,
    says: compilePatterns(rule.says, words),
    unless: compilePatterns(rule.unless, words),
    unlessDraft: compilePatterns(rule['unless-draft'], words),
    needsClient: compilePatterns(rule['needs-client'], words),
    unlessClient: compilePatterns(rule['unless-client'], words),
    shared: shareWords(rule),
    list: (name) => lists.get(name) ?? null,
    threshold: (name) => rule.thresholds[name] ?? 0,
  };
}

/**
 * Makes a rule book ready to run.
 * @throws Error that names the rule and what is wrong with it
 */
export function compileRules(book: DraftRules): CompiledRules {
  const rules = new Map<FlagId, CompiledRule>();
  for (const rule of book.rules) {
    try {
      rules.set(rule.id, compileRule(rule, book.words));
    } catch (error) {
      throw new Error(`${rule.id}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return {
    rules,
    reported: compilePatterns(book.reported, book.words),
    settles: compilePatterns(book.settles, book.words),
    closes: compilePatterns(book.closes, book.words),
    lightens: compilePatterns(book.lightens, book.words),
    troubles: compilePatterns(book.troubles, book.words),
    good: book.good,
  };
}

/** Whether a text holds a match; for expressions with the `g` flag, which remember where they stopped. */
export function holds(pattern: RegExp | null, text: string): boolean {
  if (!pattern) return false;
  pattern.lastIndex = 0;
  return pattern.test(text);
}
