import type { SafetyCue, SafetyStrength } from '../safety-cue';
import { surround } from './context';
import { safetyEngine } from './engine';

const RANK: Record<SafetyStrength, number> = { explicit: 2, indirect: 1, check: 0 };

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
  const found: SafetyCue[] = [];
  for (const candidate of candidates) {
    const first = words[candidate.from];
    const last = words[candidate.to - 1];
    const strength = first && last && weigh(candidate);
    if (!strength) continue;
    found.push({
      class: candidate.rule.class,
      strength,
      rule: candidate.rule.id,
      start: first.start,
      end: last.end,
      text: text.slice(first.start, last.end),
    });
  }
  return plainest(found);
}

/** Of cues of one class that overlap, keeps the plainest, then the longest, then the first. */
function plainest(cues: SafetyCue[]): SafetyCue[] {
  cues.sort((a, b) => a.start - b.start || b.end - a.end || RANK[b.strength] - RANK[a.strength]);
  const kept: SafetyCue[] = [];
  const open = new Map<SafetyCue['class'], SafetyCue>();
  for (const cue of cues) {
    const before = open.get(cue.class);
    if (!before || before.end <= cue.start) {
      open.set(cue.class, cue);
      kept.push(cue);
      continue;
    }
    const better =
      RANK[cue.strength] - RANK[before.strength] || cue.end - cue.start - (before.end - before.start);
    if (better > 0) {
      kept[kept.lastIndexOf(before)] = cue;
      open.set(cue.class, cue);
    }
  }
  return kept.sort((a, b) => a.start - b.start || a.end - b.end);
}
