import { coversLanguage } from '../../language';
import { safetyClassSchema, type SafetyClass, type SafetyCue } from '../../safety-cue';
import type { Token } from '../../text/token';
import { tokenise } from '../../text/tokenise';
import type { SafetyModel } from './safety-model';
import { createUnitScorer } from './score-units';
import { type Unit, unitsOf } from './units';

const CLASSES = safetyClassSchema.options;
/** A unit of at most so many tokens is quoted whole: a clause says more than the words that weighed most. */
const SHORT_UNIT = 14;
const FEWEST_QUOTED = 3;

/** The run of tokens whose shares add up to most: the words that carried the decision. */
function heaviestRun(shares: Float64Array): Unit {
  let best: Unit = { from: 0, to: shares.length };
  let most = -Infinity;
  let from = 0;
  let sum = 0;
  for (let i = 0; i < shares.length; i += 1) {
    if (sum <= 0) {
      from = i;
      sum = 0;
    }
    sum += shares[i] ?? 0;
    if (sum > most) {
      most = sum;
      best = { from, to: i + 1 };
    }
  }
  return best;
}

/** What is quoted of a unit, without marks at its edges. */
function quotedOf(tokens: readonly Token[], unit: Unit, shares: Float64Array): Unit {
  let { from, to } = unit;
  if (to - from > SHORT_UNIT) {
    const run = heaviestRun(shares);
    const missing = Math.max(0, FEWEST_QUOTED - (run.to - run.from));
    from = Math.max(unit.from, unit.from + run.from - missing);
    to = Math.min(unit.to, unit.from + run.to + missing);
  }
  const isMark = (i: number): boolean => tokens[i]?.kind === 'punctuation';
  while (from < to - 1 && isMark(from)) from += 1;
  while (to > from + 1 && isMark(to - 1)) to -= 1;
  return { from, to };
}

/** Makes the part that raises at most one cue beside those that the rules found. */
export function createModelCue(
  model: SafetyModel,
): (text: string, found: readonly SafetyCue[]) => SafetyCue | undefined {
  const score = createUnitScorer(model);
  const { check } = model.thresholds;
  const classOf = (sums: Float64Array): SafetyClass => {
    let best = 0;
    for (let c = 1; c < CLASSES.length; c += 1) if ((sums[c + 1] ?? 0) > (sums[best + 1] ?? 0)) best = c;
    return CLASSES[best] ?? 'suicide';
  };
  return (text, found) => {
    const tokens = tokenise(text);
    let cue: SafetyCue | undefined;
    let most = check;
    for (const unit of unitsOf(tokens, text)) {
      const begins = tokens[unit.from]?.start ?? 0;
      const ends = tokens[unit.to - 1]?.end ?? 0;
      // Where a rule speaks, it knows better: it saw the negation, the person, the tense.
      if (found.some(({ start, end }) => start < ends && end > begins)) continue;
      const { sums, shares } = score(tokens, unit);
      const concern = sums[0] ?? 0;
      if (concern < most) continue;
      const kind = classOf(sums);
      if (found.some((cue) => cue.class === kind)) continue;
      most = concern;
      const quoted = quotedOf(tokens, unit, shares);
      const start = tokens[quoted.from]?.start ?? begins;
      const end = tokens[quoted.to - 1]?.end ?? ends;
      cue = {
        class: kind,
        // However sure it was: on an idiom that it had not seen, it was sure and wrong.
        strength: 'check',
        rule: `model-${kind}`,
        start,
        end,
        text: text.slice(start, end),
      };
    }
    return cue && coversLanguage(text) !== 'other' ? cue : undefined;
  };
}
