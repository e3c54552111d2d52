import { createMayMatch } from '../analysis/text/may-match';
import type { Hint } from './hint';
import { ASKS_PERMISSION, plainForRules, SAFE_WORD_RULES, type SafeWordRule } from './safe-words';

/** Whether a text may be suggested, and the id of the rule that says no. */
export type Screening = { ok: true } | { ok: false; rule: string };

export interface ScreenOptions {
  /** Advice fits the stage, or the client asked for it. */
  adviceAllowed?: boolean;
}

/** Most rules need words that a text does not hold. */
const mayBreak = createMayMatch(SAFE_WORD_RULES.map(({ match }) => match.source));

const WITH_PERMISSION: readonly string[] = ['information with permission', 'advice with permission'];

/** Tries every rule on nothing, so that none is compiled when somebody waits. */
export function prepareScreen(): void {
  for (const { match } of SAFE_WORD_RULES) match.test('');
}

/**
 * Tries the safe-word rules on a hint, whatever engine made it. Information and advice pass only where
 * advice is allowed, and only when the text asks for leave.
 */
export function screenHint(
  hint: Pick<Hint, 'text'> & Partial<Pick<Hint, 'technique'>>,
  { adviceAllowed = false }: ScreenOptions = {},
): Screening {
  const text = plainForRules(hint.text);
  const may = mayBreak(text);
  for (const [i, rule] of SAFE_WORD_RULES.entries()) {
    if (may[i] === 0) continue;
    if (rule.when === 'advice' && adviceAllowed) continue;
    if (breaks(rule, text)) return { ok: false, rule: rule.id };
  }
  if (hint.technique !== undefined && WITH_PERMISSION.includes(hint.technique)) {
    if (!adviceAllowed) return { ok: false, rule: 'stage' };
    if (!ASKS_PERMISSION.test(text)) return { ok: false, rule: 'permission' };
  }
  return { ok: true };
}

/** Words that make a match harmless count in its own sentence only: one kind sentence excuses no other. */
function breaks({ match, harmless }: SafeWordRule, text: string): boolean {
  if (!match.test(text)) return false;
  if (harmless === undefined) return true;
  return [...text.matchAll(new RegExp(match, 'gu'))].some(({ index, 0: words }) => {
    const before = text.slice(0, index);
    const start = Math.max(...['. ', '! ', '? ', '; '].map((end) => before.lastIndexOf(end))) + 1;
    const rest = text.slice(index + words.length).search(/[.!?;](?: |$)/u);
    const end = rest < 0 ? text.length : index + words.length + rest;
    return !harmless.test(text.slice(Math.max(0, start), end));
  });
}
