import type { SafetyClass, SafetyCue, SafetyStrength } from '../safety-cue';
import { surround } from './context';
import { safetyEngine } from './engine';
import type { Rule } from './rule-schema';
import type { WordSpan } from './spans';

const RANK: Record<SafetyStrength, number> = { explicit: 2, indirect: 1, check: 0 };

interface Found extends WordSpan {
  rule: Rule;
  strength: SafetyStrength;
}

/**
 * The safety cues in one client message: words that point at suicide, self-harm, abuse, violence or acute danger.
 * Cues are sorted by place; of overlapping ones of the same class the plainest stays. Offsets are UTF-16 units of
 * `text`. It runs on the device with rules alone, in time linear in the text, and never throws for any text. It is
 * about wording: an empty answer does not mean that a person is safe, and no cue is a level of risk.
 */
export function findSafetyCues(text: string): SafetyCue[] {
  const engine = safetyEngine();
  const words = engine.read(text);
  const matches = engine.match(words);
  if (matches.length === 0) return [];
  const { candidates, weigh } = surround(engine, words, matches);
  const found: Found[] = [];
  for (const candidate of candidates) {
    const strength = weigh(candidate);
    if (strength) found.push({ rule: candidate.rule, strength, from: candidate.from, to: candidate.to });
  }
  return plainest(found).map(({ rule, strength, from, to }) => {
    const start = words[from]?.start ?? 0;
    const end = words[to - 1]?.end ?? start;
    return { class: rule.class, strength, rule: rule.id, start, end, text: text.slice(start, end) };
  });
}

/** Of cues of one class that overlap, keeps the plainest, then the longest, then the first. */
function plainest(cues: Found[]): Found[] {
  cues.sort((a, b) => a.from - b.from || b.to - a.to || RANK[b.strength] - RANK[a.strength]);
  const kept: Found[] = [];
  const last = new Map<SafetyClass, number>();
  for (const cue of cues) {
    const at = last.get(cue.rule.class);
    const before = at === undefined ? undefined : kept[at];
    if (at === undefined || !before || before.to <= cue.from) {
      last.set(cue.rule.class, kept.push(cue) - 1);
      continue;
    }
    const better =
      RANK[cue.strength] - RANK[before.strength] || cue.to - cue.from - (before.to - before.from);
    if (better > 0) kept[at] = cue;
  }
  return kept.sort((a, b) => a.from - b.from || a.to - b.to);
}
