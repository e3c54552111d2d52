import type { Hint } from './hint';
import { ASKS_PERMISSION, plainForRules, SAFE_WORD_RULES } from './safe-words';

/** Whether a text may be suggested, and the id of the rule that says no. */
export type Screening = { ok: true } | { ok: false; rule: string };

export interface ScreenOptions {
  /** Advice fits the stage, or the client asked for it. */
  adviceAllowed?: boolean;
}

const WITH_PERMISSION: readonly string[] = ['information with permission', 'advice with permission'];

/**
 * Tries the safe-word rules on a hint, whatever engine made it. Information and advice pass only where
 * advice is allowed, and only when the text asks for leave.
 */
export function screenHint(
  hint: Pick<Hint, 'text'> & Partial<Pick<Hint, 'technique'>>,
  { adviceAllowed = false }: ScreenOptions = {},
): Screening {
  const text = plainForRules(hint.text);
  for (const rule of SAFE_WORD_RULES) {
    if (rule.when === 'advice' && adviceAllowed) continue;
    if (rule.match.test(text) && !rule.harmless?.test(text)) return { ok: false, rule: rule.id };
  }
  if (hint.technique !== undefined && WITH_PERMISSION.includes(hint.technique)) {
    if (!adviceAllowed) return { ok: false, rule: 'stage' };
    if (!ASKS_PERMISSION.test(text)) return { ok: false, rule: 'permission' };
  }
  return { ok: true };
}
