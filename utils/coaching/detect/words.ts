import type { Found } from '../found';
import { clientForbids, draftForgives, findPhrases, mergeSpans } from '../phrases';
import type { CompiledRule } from '../compile-rules';
import type { Moment } from '../moment';

/** Rules whose words alone tell: minimising, false reassurance, judging, a promise of secrecy. */
export function detectWords(moment: Moment, rule: CompiledRule): Found | null {
  const matches = findPhrases(moment, rule);
  if (matches.length === 0 || clientForbids(moment, rule) || draftForgives(moment, rule)) return null;
  return { spans: mergeSpans(moment.draft, matches) };
}
