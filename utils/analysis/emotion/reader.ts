import { CATEGORIES, type Category, type Evidence, type Reading, type UnclearReason } from '../reading';
import { coversLanguage } from '../language';
import type { Token } from '../text/token';
import { tokenise } from '../text/tokenise';
import { readAffect } from './affect';
import { decide } from './certainty';
import { categoryProbabilities, classProbabilities, toneOf } from './classes';
import { isClosing } from './closing';
import { findEvidence } from './evidence';
import { onlySaysFine } from './said-fine';
import { createScorer } from './scores';
import { namesFeeling } from './signals';
import { findTurned, type TurnedPhrase, turnRound } from './turned';
import { CLASSES, type Weights } from './weights';

/** Reads one message at a time. Pure: the same text gives the same reading. */
export interface EmotionReader {
  /**
   * Reads a message of any length and content, in time proportional to its length. `language: 'other'` says
   * that it is in a language which the engine does not cover; left out, the reader looks for itself.
   */
  read(text: string, options?: { language?: 'covered' | 'other' }): Reading;
}

function asRecord(categories: Float64Array): Record<Category, number> {
  const [sadness = 0, fear = 0, anger = 0, disgust = 0, happiness = 0, surprise = 0, neutral = 0] =
    categories;
  return { sadness, fear, anger, disgust, happiness, surprise, neutral };
}

/** Nothing is claimed: calm, neither pleasant nor unpleasant, no evidence. */
function notRead(reason: UnclearReason): Reading {
  const nothing = Float64Array.from(CATEGORIES, (name) => (name === 'neutral' ? 1 : 0));
  const silent = { valence: 0, arousal: 0, intensity: 0, confidence: 0, evidence: [] };
  return { label: 'unclear', emotions: asRecord(nothing), ...silent, reason };
}

/** The turned phrase by itself, where the label would be another without it: word by word it speaks against. */
function evidenceOf(
  { from, to, means }: TurnedPhrase,
  label: Reading['label'],
  said: Float64Array,
  text: string,
  tokens: readonly Token[],
): Evidence[] | undefined {
  if (label !== means || said[CATEGORIES.indexOf(means)] === Math.max(...said)) return undefined;
  const start = tokens[from]?.start ?? 0;
  const end = tokens[to - 1]?.end ?? start;
  return [{ start, end, text: text.slice(start, end), weight: 1 }];
}

/** Makes a reader from parsed weights. */
export function createEmotionReader(weights: Weights): EmotionReader {
  const score = createScorer(weights);
  return {
    read(text, options = {}) {
      const tokens = tokenise(text);
      if (!tokens.some((token) => token.kind !== 'punctuation')) return notRead('empty');
      const language = options.language ?? coversLanguage(text);
      if (language === 'other') return notRead('language');
      if (onlySaysFine(tokens)) return notRead('says-fine');
      const scores = score(tokens);
      const said = classProbabilities(weights, scores);
      const turned = findTurned(tokens);
      const classes = turned ? turnRound(said, turned.means) : said;
      const categories = categoryProbabilities(classes);
      const tone = toneOf(classes);
      const isFormula = isClosing(tokens);
      const { words, unknown } = scores.signals;
      const decision = decide(weights.certainty, categories, {
        words,
        unknown,
        toned: isFormula || tone !== undefined,
        names: (category) => namesFeeling(scores.signals, category),
      });
      const { label, confidence, reason } = decision;
      // Thanks are said to the supporter; they do not lift the arc any more than a goodbye does.
      const closing = !turned && (isFormula || (label === 'neutral' && tone === 'gratitude'));
      const rests = tone && label === 'neutral' ? [CLASSES.indexOf(tone)] : decision.rests;
      const affect = readAffect(weights, scores);
      return {
        label,
        emotions: asRecord(categories),
        ...affect,
        // Kind words that mean something else are pleasant in no word's meaning.
        ...(turned && { valence: -Math.abs(affect.valence) }),
        confidence,
        evidence:
          reason === 'unknown-words'
            ? []
            : ((turned && evidenceOf(turned, label, said, text, tokens)) ??
              findEvidence(weights, scores, rests, classes, text, tokens)),
        ...(tone && label === 'neutral' && { tone }),
        ...(reason && { reason }),
        ...(closing && { closing }),
      };
    },
  };
}
