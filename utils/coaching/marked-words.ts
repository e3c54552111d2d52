import { NO_BALANCE } from '../conversation/balance';
import { detectWords } from './detect/words';
import type { FlagId } from './draft-rule';
import { readMoment } from './moment';
import { draftRules } from './rule-set';

/** The rules of what hurts whoever hears it, which fire on words alone. */
const BY_WORDS = ['minimising', 'false-reassurance', 'judging'] as const satisfies readonly FlagId[];
export type HurtfulWords = (typeof BY_WORDS)[number];

/**
 * Which of these rules mark words of a supporter's message as its own, by the rule book that ships; `client` is what
 * it answers, whose own words said back mark nothing. For whoever has no conversation at hand. It never throws.
 */
export function markedWords(draft: string, client: string): ReadonlySet<HurtfulWords> {
  const rules = draftRules();
  const moment = readMoment({
    draft,
    messages: [{ id: 'client', side: 'client', text: client }],
    codes: new Map(),
    openCues: [],
    stage: 'exploration',
    balance: NO_BALANCE,
    safetyCues: [],
    rules,
  });
  return new Set(
    BY_WORDS.filter((id) => {
      const rule = rules.rules.get(id);
      return rule !== undefined && detectWords(moment, rule) !== null;
    }),
  );
}
